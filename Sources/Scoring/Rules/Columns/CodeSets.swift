internal import Market

/// Small sets of codes (languages, certifications, topics), by number, one set a row.
struct CodeSets: Sendable {
    private let starts: [Int]
    private let numbers: [Int]

    init(_ count: Int, codes: inout Codes, _ row: (Int) -> [String]) {
        var starts = [0]
        starts.reserveCapacity(count + 1)
        var numbers: [Int] = []
        for index in 0..<count {
            let start = numbers.count
            for code in row(index) {
                let number = codes.number(of: code)
                if !numbers[start...].contains(number) { numbers.append(number) }
            }
            starts.append(numbers.count)
        }
        self.starts = starts
        self.numbers = numbers
    }

    subscript(row: Int) -> ArraySlice<Int> { numbers[starts[row]..<starts[row + 1]] }

    /// Whether a row holds all of `wanted`.
    func holds(_ wanted: ArraySlice<Int>, in row: Int) -> Bool {
        let held = self[row]
        return wanted.allSatisfy { held.contains($0) }
    }
}

/// Texts numbered as they come, without regard to case and surrounding space.
struct Codes: Sendable {
    private var numbers: [String: Int] = [:]
    /// Numbers of codes as they are written.
    private var written: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
        if let known = written[text] { return known }
        let key = Codes.folded(text)
        let number = numbers[key] ?? numbers.count
        numbers[key] = number
        written[text] = number
        return number
    }

    static func folded(_ text: String) -> String { text.lowercased().trimmed }
}

/// Small sets of codes (languages, certifications, members), by number, one set a row.
struct CodeSets: Sendable {
    private let starts: [Int]
    private let numbers: [Int]

    init(_ rows: [[String]], codes: inout Codes) {
        var starts = [0]
        var numbers: [Int] = []
        for row in rows {
            for code in row { numbers.append(codes.number(of: code)) }
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

    mutating func number(of text: String) -> Int {
        let key = Codes.folded(text)
        if let number = numbers[key] { return number }
        numbers[key] = numbers.count
        return numbers.count - 1
    }

    static func folded(_ text: String) -> String {
        var folded = text.lowercased()[...]
        while folded.first?.isWhitespace == true { folded.removeFirst() }
        while folded.last?.isWhitespace == true { folded.removeLast() }
        return String(folded)
    }
}

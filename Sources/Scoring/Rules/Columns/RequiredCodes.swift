/// Codes that needs require, with an inverted index of the candidates that hold each: languages,
/// certifications.
struct RequiredCodes: Sendable {
    private let holders: InvertedIndex
    /// For each need the indexes of the codes that it requires.
    private let required: [[Int]]

    /// - Parameters:
    ///   - required: Codes that each of `needs` needs requires.
    ///   - held: Codes of each candidate of the snapshot.
    ///   - order: For each row the candidate's index in the snapshot.
    init(_ required: CodeSets, needs: Int, heldBy held: CodeSets, order: [Int]) {
        var indexes: [Int: Int] = [:]
        self.required = (0..<needs).map { need in
            required[need].map { code in
                let index = indexes[code] ?? indexes.count
                indexes[code] = index
                return index
            }
        }
        var lists = [[Int32]](repeating: [], count: indexes.count)
        for (row, candidate) in order.enumerated() where !indexes.isEmpty {
            for code in held[candidate] {
                guard let index = indexes[code], lists[index].last != Int32(row) else { continue }
                lists[index].append(Int32(row))
            }
        }
        holders = InvertedIndex(lists, among: order.count)
    }

    /// Clears the candidates that lack any code that a need requires, but those exempt.
    func keepHolders(
        ofAllFor need: Int, in eligible: inout EligibleBits, exempt: Bitmap? = nil
    ) {
        for code in required[need] {
            holders.keepHolders(of: code, in: &eligible, exempt: exempt)
        }
    }
}

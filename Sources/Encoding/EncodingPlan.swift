/// How the texts of one call are encoded: each distinct text once, the longest first, in batches.
///
/// The order does not depend on how the texts were ordered, so equal sets of texts make equal
/// batches.
package struct EncodingPlan {
    /// Distinct texts that are not empty, cut at ``longestText``, longest first.
    package let distinct: [String]
    /// Ranges of `distinct` that are encoded together.
    package let batches: [Range<Int>]
    /// Place of each given text in `distinct`; nil for an empty one.
    package let positions: [Int?]
    /// Given texts that are empty.
    package let emptyCount: Int

    /// How often each distinct text was given.
    private let repeats: [Int]

    /// - Parameters:
    ///   - batchLimit: Texts in a batch at most.
    ///   - sizeLimit: Bytes in a batch at most, unless a text alone is larger.
    package init(texts: [String], batchLimit: Int, sizeLimit: Int) {
        let cut = texts.map { text in
            // A Character is one byte or more: a short text needs no counting.
            text.utf8.count <= longestText ? text : String(text.prefix(longestText))
        }
        let sorted = Set(cut).filter { !$0.isEmpty }
            .map { (text: $0, size: $0.utf8.count) }
            .sorted { ($1.size, $0.text) < ($0.size, $1.text) }
        var positions: [String: Int] = [:]
        for (position, entry) in sorted.enumerated() { positions[entry.text] = position }
        var repeats = [Int](repeating: 0, count: sorted.count)
        for text in cut {
            if let position = positions[text] { repeats[position] += 1 }
        }
        var batches: [Range<Int>] = []
        var start = 0
        var size = 0
        for (index, entry) in sorted.enumerated() {
            if index > start, index - start == batchLimit || size + entry.size > sizeLimit {
                batches.append(start..<index)
                start = index
                size = 0
            }
            size += entry.size
        }
        if start < sorted.count { batches.append(start..<sorted.count) }

        distinct = sorted.map(\.text)
        self.batches = batches
        self.positions = cut.map { positions[$0] }
        self.repeats = repeats
        emptyCount = texts.count - repeats.reduce(0, +)
    }

    /// How many of the given texts a batch answers.
    func inputs(of batch: Range<Int>) -> Int {
        repeats[batch].reduce(0, +)
    }

    /// Bytes of the texts of a batch.
    func size(of batch: Range<Int>) -> Int {
        distinct[batch].reduce(0) { $0 + $1.utf8.count }
    }

    /// Puts the rows of a batch in their place among the rows of the distinct texts.
    func place(_ rows: [Float], of batch: Range<Int>, in values: inout [Float], width: Int) {
        values.replaceSubrange(
            batch.lowerBound * width..<batch.upperBound * width, with: rows)
    }

    /// The rows of the given texts, from those of the distinct ones.
    func vectors(from values: [Float], dimension: Int) throws(EncodingError) -> Vectors {
        var all: [Float] = []
        all.reserveCapacity(positions.count * dimension)
        for position in positions {
            if let position {
                all.append(contentsOf: values[position * dimension..<(position + 1) * dimension])
            } else {
                all.append(contentsOf: repeatElement(0, count: dimension))
            }
        }
        return try Vectors(normalising: all, count: positions.count, dimension: dimension)
    }
}

/// Which candidates may be retrieved for which need.
///
/// It is asked tile by tile, by several threads at once; each pair lies in one tile.
public protocol Eligibility: Sendable {
    /// How many numbers are counted for each need while pairs are marked; 0 unless said otherwise.
    var countsPerNeed: Int { get }

    /// Marks the eligible pairs of one tile, which comes with no pair marked, and adds to its
    /// ``EligibilityTile/counts``.
    func mark(_ tile: inout EligibilityTile)
}

extension Eligibility {
    /// Nothing is counted.
    public var countsPerNeed: Int { 0 }
}

/// The eligible pairs of a range of needs and a range of candidates, one bit a pair.
public struct EligibilityTile: Sendable {
    /// Needs of the tile, a row of words each.
    public private(set) var needs: Range<Int>
    /// Candidates of the tile; the first is a multiple of 64.
    public private(set) var candidates: Range<Int>
    /// Row after row, ``wordsPerNeed`` words each: bit *b* of word *w* in the row of a need stands
    /// for the candidate 64 × *w* + *b* after the first. Bits past the last candidate count for
    /// nothing.
    public var words: [UInt64]
    /// What is counted for each need of the tile, row after row, ``countsPerNeed`` numbers each; it
    /// comes with what was counted in other tiles of the same needs.
    public var counts: [Int]
    /// Numbers counted for one need.
    public let countsPerNeed: Int

    /// Words in the row of one need.
    public var wordsPerNeed: Int { (candidates.count + 63) / 64 }

    /// A tile with no pair marked and nothing counted.
    public init(needs: Range<Int>, candidates: Range<Int>, countsPerNeed: Int = 0) {
        self.needs = needs
        self.countsPerNeed = countsPerNeed
        counts = [Int](repeating: 0, count: needs.count * countsPerNeed)
        self.candidates = candidates
        words = [UInt64](repeating: 0, count: needs.count * ((candidates.count + 63) / 64))
    }

    /// Marks one pair, by the indexes of both on their sides.
    public mutating func insert(need: Int, candidate: Int) {
        let offset = candidate - candidates.lowerBound
        let word = (need - needs.lowerBound) * wordsPerNeed + offset >> 6
        words[word] |= 1 << UInt64(offset & 63)
    }

    /// Marks every pair.
    package mutating func insertAll() {
        words.withUnsafeMutableBufferPointer { $0.update(repeating: .max) }
    }

    /// Whether a pair is marked.
    public func contains(need: Int, candidate: Int) -> Bool {
        let offset = candidate - candidates.lowerBound
        let word = (need - needs.lowerBound) * wordsPerNeed + offset >> 6
        return words[word] >> UInt64(offset & 63) & 1 == 1
    }

    /// Moves on to other candidates, with no pair marked and no memory asked for where they fit.
    package mutating func move(to candidates: Range<Int>) {
        self.candidates = candidates
        let size = needs.count * wordsPerNeed
        words.removeAll(keepingCapacity: true)
        words.append(contentsOf: repeatElement(0, count: size))
    }
}

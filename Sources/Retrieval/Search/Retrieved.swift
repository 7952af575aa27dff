/// A candidate found for a need.
public struct Hit: Sendable, Hashable {
    /// Place of the candidate's row.
    public let candidate: Int
    /// Dot product of both rows, reckoned in double precision in a fixed order.
    public let score: Double

    public init(candidate: Int, score: Double) {
        self.candidate = candidate
        self.score = score
    }
}

/// The best candidates of some needs, and what it took to find them.
public struct Retrieved: Sendable {
    /// For each need its candidates, best first; equal scores ascend by index.
    public let perNeed: [[Hit]]
    /// Eligible pairs whose score the first pass bounded.
    public let bounded: Int
    /// Pairs that were scored exactly, those found included. It depends on the first pass and on
    /// how the work was divided among threads.
    public let rescored: Int
    /// Tiles that a first pass in 8 bits left to single precision, since its bounds could not tell
    /// their scores apart.
    public let singlePrecisionTiles: Int
    /// What the eligibility counted, need after need; empty where nothing was searched.
    public let counts: [Int]

    init(perNeed: [[Hit]]) {
        self.perNeed = perNeed
        counts = []
        bounded = 0
        rescored = 0
        singlePrecisionTiles = 0
    }

    init(merging parts: some Sequence<(Slice, SliceResult)>, needs: Range<Int>, wanted: Int) {
        var perNeed = [[Hit]](repeating: [], count: needs.count)
        var bounded = 0
        var rescored = 0
        var tiles = 0
        var counts: [Int] = []
        for (slice, result) in parts {
            bounded += result.bounded
            rescored += result.rescored
            tiles += result.singlePrecisionTiles
            let perNeedCounts = result.counts.count / max(1, slice.needs.count)
            if counts.isEmpty {
                counts = [Int](repeating: 0, count: needs.count * perNeedCounts)
            }
            let first = (slice.needs.lowerBound - needs.lowerBound) * perNeedCounts
            for (offset, count) in result.counts.enumerated() { counts[first + offset] += count }
            for (offset, row) in slice.needs.enumerated() {
                let need = row - needs.lowerBound
                if perNeed[need].isEmpty {
                    perNeed[need] = result.perNeed[offset]
                } else {
                    perNeed[need] = Retrieved.merge(
                        perNeed[need], result.perNeed[offset], wanted: wanted)
                }
            }
        }
        self.perNeed = perNeed
        self.bounded = bounded
        self.rescored = rescored
        singlePrecisionTiles = tiles
        self.counts = counts
    }

    /// The best of two lists, the second one's candidates all after the first one's.
    private static func merge(_ one: [Hit], _ other: [Hit], wanted: Int) -> [Hit] {
        var merged: [Hit] = []
        merged.reserveCapacity(min(wanted, one.count + other.count))
        var left = one[...]
        var right = other[...]
        while merged.count < wanted {
            switch (left.first, right.first) {
            case (let first?, let second?):
                merged.append(
                    first.score >= second.score ? left.removeFirst() : right.removeFirst())
            case (_?, nil): merged.append(left.removeFirst())
            case (nil, _?): merged.append(right.removeFirst())
            case (nil, nil): return merged
            }
        }
        return merged
    }
}

/// What was found in one slice.
struct SliceResult: Sendable {
    let perNeed: [[Hit]]
    let bounded: Int
    let rescored: Int
    let singlePrecisionTiles: Int
    let counts: [Int]
}

/// One thread's search: a block of needs, tile after tile of candidates.
///
/// What a tile of products leaves in doubt goes into the needs' shortlists; the products themselves
/// are overwritten by the next tile's.
struct TileSearch {
    let index: CandidateIndex
    let needs: Rows
    let block: NeedBlock
    let eightBit: QuantisedNeeds?
    let wanted: Int
    var shortlists: [Shortlist]
    var scratch: [Double] = []
    var exact: [Int]
    /// Places in the block of the needs that take part in the tile at hand.
    var active: [Int] = []
    /// Pairs of the tile at hand that were put on a shortlist, to be scored exactly.
    var toRescore = 0

    var floats: [Float] = []
    var wholes: [Int32] = []
    var gatheredFloats: [Float] = []
    var gatheredBytes: [UInt8] = []
    var tile: EligibilityTile
    private var bounded = 0

    init(_ index: CandidateIndex, _ needs: Rows, _ range: Range<Int>, wanted: Int) {
        self.index = index
        self.needs = needs
        self.wanted = wanted
        let block = NeedBlock(needs, range)
        self.block = block
        eightBit = index.quantised.map { QuantisedNeeds(needs, block, centre: $0.centre) }
        shortlists = range.map { _ in Shortlist(wanted: wanted) }
        exact = range.map { _ in 0 }
        tile = EligibilityTile(needs: range, candidates: 0..<0)
    }

    /// Searches candidates, whose first is the first of a tile.
    mutating func run(over candidates: Range<Int>, _ eligibility: (any Eligibility)?) -> SliceResult
    {
        let width = CandidateIndex.tileWidth
        let all = Array(0..<block.range.count)
        tile = EligibilityTile(
            needs: block.range, candidates: candidates.prefix(width),
            countsPerNeed: eligibility?.countsPerNeed ?? 0)
        var inSinglePrecision = eightBit == nil
        var singlePrecisionTiles = 0
        for start in stride(from: candidates.lowerBound, to: candidates.upperBound, by: width) {
            let range = start..<min(start + width, candidates.upperBound)
            tile.move(to: range)
            let pairs: Int
            if let eligibility {
                eligibility.mark(&tile)
                pairs = keepMarked(width: range.count)
                guard pairs > 0 else { continue }
            } else {
                active = all
                pairs = active.count * range.count
                tile.insertAll()
                clearPastEnd(width: range.count)
            }
            bounded += pairs
            toRescore = 0
            if inSinglePrecision || !examineEightBit(range) {
                examineSinglePrecision(range)
                if eightBit != nil { singlePrecisionTiles += 1 }
            } else if toRescore > pairs / 16
                + expectedToRescore(after: start - candidates.lowerBound)
            {
                inSinglePrecision = true
            }
        }
        return SliceResult(
            perNeed: settle(), bounded: bounded, rescored: exact.reduce(0, +),
            singlePrecisionTiles: singlePrecisionTiles, counts: tile.counts)
    }
    /// Pairs of a tile that are put on shortlists, after so many candidates, where the bounds are
    /// tight enough to be worth their product: four times as many as exact scores would put there.
    private func expectedToRescore(after candidates: Int) -> Int {
        4 * wanted * active.count * CandidateIndex.tileWidth / max(1, candidates)
    }

    /// Drops bits past the tile's end, finds the needs with any, and counts the pairs.
    private mutating func keepMarked(width: Int) -> Int {
        clearPastEnd(width: width)
        active.removeAll(keepingCapacity: true)
        let words = tile.wordsPerNeed
        var pairs = 0
        for slot in 0..<block.range.count {
            var marked = 0
            for word in slot * words..<(slot + 1) * words {
                marked += tile.words[word].nonzeroBitCount
            }
            if marked > 0 { active.append(slot) }
            pairs += marked
        }
        return pairs
    }

    private mutating func clearPastEnd(width: Int) {
        guard width & 63 != 0 else { return }
        let words = tile.wordsPerNeed
        let valid: UInt64 = (1 << UInt64(width & 63)) - 1
        for slot in 0..<block.range.count { tile.words[(slot + 1) * words - 1] &= valid }
    }

    /// The best of each need, best first.
    private mutating func settle() -> [[Hit]] {
        var found: [[Hit]] = []
        found.reserveCapacity(block.range.count)
        block.doubles.withUnsafeBufferPointer { doubles in
            index.rows.values.withUnsafeBufferPointer { rows in
                guard let doubles = doubles.baseAddress, let rows = rows.baseAddress else { return }
                for slot in shortlists.indices {
                    var scorer = ExactScorer(
                        need: doubles + slot * block.dimension, candidates: rows,
                        dimension: block.dimension)
                    let best = shortlists[slot].settle(scorer: &scorer, scratch: &scratch)
                    found.append(best.map { Hit(candidate: $0.candidate, score: $0.lower) })
                    exact[slot] += scorer.count
                }
            }
        }
        return found
    }
}

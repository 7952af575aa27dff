extension TileSearch {
    /// Takes a need's shortlist out, for the row of a tile; nil where nothing is left to do there.
    ///
    /// For a need whose length is out of the ordinary no bound is taken: every pair marked is in
    /// doubt. A zero need scores 0 with everyone, which passes no floor at 0.
    mutating func begin(_ slot: Int, _ range: Range<Int>) -> Shortlist? {
        if block.lengths[slot] == 0, shortlists[slot].floor >= 0 { return nil }
        var shortlist = Shortlist(wanted: 0)
        swap(&shortlist, &shortlists[slot])
        if block.isPlain[slot] { return shortlist }
        let perNeed = tile.wordsPerNeed
        for word in 0..<perNeed {
            var marked = tile.words[slot * perNeed + word]
            while marked != 0 {
                let offset = word * 64 + marked.trailingZeroBitCount
                marked &= marked - 1
                offer(range.lowerBound + offset, around: 0, .infinity, slot, &shortlist)
            }
        }
        shortlists[slot] = shortlist
        return nil
    }

    /// Puts a shortlist back, with the candidates of the tile whose own length is out of the
    /// ordinary: all in doubt, and so after those that a floor could be raised by.
    mutating func end(
        _ slot: Int, _ range: Range<Int>, outOfRange: [Int], _ shortlist: consuming Shortlist
    ) {
        var shortlist = shortlist
        for candidate in outOfRange {
            let offset = candidate - range.lowerBound
            let word = tile.words[slot * tile.wordsPerNeed + offset >> 6]
            guard word >> UInt64(offset & 63) & 1 == 1 else { continue }
            offer(candidate, around: 0, .infinity, slot, &shortlist)
        }
        shortlists[slot] = shortlist
    }

    /// Puts a candidate on a shortlist unless its score cannot pass the floor.
    @inline(__always)
    mutating func offer(
        _ candidate: Int, around score: Double, _ error: Double, _ slot: Int,
        _ shortlist: inout Shortlist
    ) {
        let upper = score + error + 0
        guard upper > shortlist.floor else { return }
        toRescore += 1
        let entry = Shortlist.Entry(
            candidate: candidate, lower: score - error + 0, upper: upper)
        if shortlist.take(entry) { compact(slot, &shortlist) }
    }

    /// Apart from ``offer(_:around:_:_:_:)``, which is called for many more pairs than fill a list.
    @inline(never)
    private mutating func compact(_ slot: Int, _ shortlist: inout Shortlist) {
        block.doubles.withUnsafeBufferPointer { doubles in
            index.rows.values.withUnsafeBufferPointer { rows in
                guard let doubles = doubles.baseAddress, let rows = rows.baseAddress else {
                    return
                }
                var scorer = ExactScorer(
                    need: doubles + slot * block.dimension, candidates: rows,
                    dimension: block.dimension)
                shortlist.compact(scorer: &scorer, scratch: &scratch)
                exact[slot] += scorer.count
            }
        }
    }
}

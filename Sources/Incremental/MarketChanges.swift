internal import Hashing
internal import Market
internal import Parallel

/// What came, went or changed in a market since its cache was written, told by content hashes.
struct MarketChanges: Sendable {
    /// Indices of needs that are new or changed, ascending, and of those that somebody who changed or
    /// went was declined for: whether the decline was still valid cannot be told any more.
    let needs: [Int]
    /// Indices of candidates that are new or changed, ascending.
    let candidates: [Int]
    /// Needs that are new, changed or gone.
    let needCount: Int
    let candidateCount: Int
    /// For each candidate its row in the cache, -1 where it is new or changed.
    let cachedRows: [Int32]
    /// Rows in the cache of candidates that changed or went.
    let departed: [Int]

    init(since cache: ScoringCache, _ snapshot: Snapshot, _ hashes: SnapshotHashes) {
        var cachedRows = cache.candidates.rows(of: snapshot.candidates.count) {
            snapshot.candidates[$0].id
        }
        let candidatesLeft = cachedRows.count { $0 >= 0 }
        cache.candidates.contents.withUnsafeBytes { contents in
            for (index, row) in cachedRows.enumerated() where row >= 0 {
                if Hash(in: contents, row: Int(row)) != hashes.candidates[index] {
                    cachedRows[index] = -1
                }
            }
        }
        candidates = cachedRows.indices.filter { cachedRows[$0] < 0 }
        candidateCount = candidates.count + cache.candidates.count - candidatesLeft
        self.cachedRows = cachedRows
        var remains = [Bool](repeating: false, count: cache.candidates.count)
        for row in cachedRows where row >= 0 { remains[Int(row)] = true }
        departed = remains.indices.filter { !remains[$0] }

        var needs = snapshot.needs.indices.filter {
            cache.needs[snapshot.needs[$0].id]?.content != hashes.needs[$0].bytes
        }
        let needsLeft = snapshot.needs.count { cache.needs[$0.id] != nil }
        needCount = needs.count + cache.needs.count - needsLeft
        if !snapshot.declined.isEmpty {
            let gone = Set(departed.map { cache.candidates.ids[$0] })
            let ids = Set(snapshot.declined.keys.filter { gone.contains($0.candidate) }.map(\.need))
            let known = Set(needs)
            needs += snapshot.needs.indices.filter {
                ids.contains(snapshot.needs[$0].id) && !known.contains($0)
            }
            needs.sort()
        }
        self.needs = needs
    }
}

extension ScoringCache {
    /// Whether so much has changed that the cached statistics no longer describe the market: more
    /// than a quarter of its needs or candidates, and ten.
    func isStale(after changes: MarketChanges, in snapshot: Snapshot) -> Bool {
        func isStale(_ changed: Int, of count: Int) -> Bool { changed > 10 + count / 4 }
        return isStale(head.needsChanged + changes.needCount, of: snapshot.needs.count)
            || isStale(
                head.candidatesChanged + changes.candidateCount, of: snapshot.candidates.count)
    }

    /// Hubness by index of candidate; NaN for those that are new or changed.
    func hubness(after changes: MarketChanges) -> [Float] {
        changes.cachedRows.map { $0 < 0 ? .nan : candidates.hubness[Int($0)] }
    }
}

extension ScoringCache.CandidateRows {
    /// The row of each of some ids; -1 where there is none.
    ///
    /// - Parameters:
    ///   - count: Number of ids.
    ///   - id: The id of each index, ascending by their bytes.
    /// - Complexity: O(*n*) in the number of both, on all cores.
    func rows(of count: Int, _ id: @Sendable (Int) -> Candidate.ID) -> [Int32] {
        Threads.chunks(of: count) { range in
            var row = firstRow(notBefore: id(range.lowerBound))
            return range.map { index in
                let id = id(index)
                while row < ids.count, ids[row] != id, precedes(row, id) { row += 1 }
                return row < ids.count && ids[row] == id ? Int32(row) : -1
            }
        }.flatMap(\.self)
    }

    /// Whether the id of a row comes before another, by their bytes.
    private func precedes(_ row: Int, _ id: Candidate.ID) -> Bool {
        ids[row].utf8.lexicographicallyPrecedes(id.utf8)
    }

    private func firstRow(notBefore id: Candidate.ID) -> Int {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(middle, id) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Hash {
    /// The hash in a row of `ScoringCache.CandidateRows.contents`.
    init?(in contents: UnsafeRawBufferPointer, row: Int) {
        let size = ScoringCache.CandidateRows.contentSize
        self.init(
            raw: UnsafeRawBufferPointer(rebasing: contents[row * size..<(row + 1) * size]))
    }
}

internal import Hashing
internal import Market
internal import Parallel
internal import Scoring

/// One pass over the needs of a market: their lists are scored, or taken from the cache and renewed,
/// and only what is cached of them and their matches is retained.
struct ScoringPass {
    let scorer: Scorer
    /// How many the job retrieves; the scorer retrieves more.
    let retrieve: Int
    let hashes: SnapshotHashes
    /// The cache of the run before, where its lists are valid.
    let previous: ScoringCache?
    /// Pairs that were scored.
    private(set) var pairs = 0
    private var rows: [Need.ID: ScoringCache.NeedRow] = [:]
    /// For each need how many candidates each hard rule excluded first.
    private var excluded: [Need.ID: [Int32]] = [:]
    private var found: [(matches: [Match], tally: NeedTally)?]
    /// Number that stands for each candidate in the cache.
    private let numbers: [Int32]
    private let nextNumber: Int

    /// - Parameters:
    ///   - scorer: Scores pairs.
    ///   - retrieve: How many the job retrieves.
    ///   - hashes: Of the scorer's snapshot.
    ///   - cache: The cache of the run before, where its lists are valid.
    ///   - changes: What changed since.
    init(
        scorer: Scorer, retrieve: Int, hashes: SnapshotHashes, cache: ScoringCache?,
        changes: MarketChanges?
    ) {
        self.scorer = scorer
        self.retrieve = retrieve
        self.hashes = hashes
        previous = cache
        var next = Int32(cache?.head.nextNumber ?? 0)
        numbers = scorer.candidates.indices.map { index in
            // A candidate that changed is another one: what the cache says of it counts no more.
            if let cache, let row = changes?.cachedRows[index], row >= 0 {
                return cache.candidates.numbers[Int(row)]
            }
            next += 1
            return next - 1
        }
        nextNumber = Int(next)
        found = scorer.needs.map { _ in nil }
    }

    /// The matches of all needs.
    var matches: Matches {
        Matches(
            needs: scorer.needs, candidates: scorer.candidates,
            perNeed: found.map { $0?.matches ?? [] },
            tallies: found.map { $0?.tally ?? NeedTally(considered: 0, eligible: 0) })
    }

    /// The cache for the next run.
    func cache(_ head: ScoringCache.Head) -> ScoringCache {
        var head = head
        head.nextNumber = nextNumber
        head.excluded = encoded(exclusions: excluded)
        var contents: [UInt8] = []
        contents.reserveCapacity(
            hashes.candidates.count * ScoringCache.CandidateRows.contentSize)
        for hash in hashes.candidates { contents += hash.bytes }
        return ScoringCache(
            head: head, needs: rows,
            candidates: ScoringCache.CandidateRows(
                ids: scorer.candidates.map(\.id), contents: contents, numbers: numbers,
                hubness: scorer.hubness))
    }

    /// Scores every need against every candidate.
    mutating func scoreAll(progress: (Int) -> Void) {
        var everybody = scorer.prepare(candidates: scorer.candidates.indices)
        score(Array(scorer.needs.indices), among: &everybody, progress: progress)
    }

    /// Scores the needs that changed against every candidate, and the candidates that changed for
    /// every other need.
    ///
    /// - Parameter departed: Candidates that changed or went, as they were.
    mutating func score(
        _ changes: MarketChanges, departed: [Candidate], progress: (Int) -> Void
    ) {
        let changed = Set(changes.needs)
        var anew = changes.needs
        let others = scorer.needs.indices.filter { !changed.contains($0) }
        let part = scorer.part(needs: others, candidates: changes.candidates)
        var prepared = part.prepare(candidates: changes.candidates.indices)
        let gone = part.excluded(departed)
        let reader = CachedListReader(
            previous, scorer: scorer, numbers: numbers, nextNumber: nextNumber)
        let retainer = ListRetainer(scorer: scorer, retrieve: retrieve, numbers: numbers)
        var cached: [CachedList?] = []
        part.score(blocksOf: Array(others.indices), among: &prepared) { block in
            cached = reader.lists(of: block.map { others[$0] })
            return cached.map { $0?.list.cutoffs ?? CandidateList.Cutoffs() }
        } retain: { block, fresh in
            let first = block.startIndex
            let lists = cached
            let retained = Threads.map(block.count) { offset -> RetainedList? in
                lists[offset].flatMap {
                    retainer.renew(
                        $0,
                        with: fresh[offset].moved(
                            need: others[first + offset], positions: changes.candidates),
                        gone: gone[first + offset])
                }
            }
            for (offset, retained) in retained.enumerated() {
                let need = others[first + offset]
                if let retained { retain(retained, need: need) } else { anew.append(need) }
            }
            pairs += block.count * changes.candidates.count
            progress(block.endIndex)
        }
        guard !anew.isEmpty else { return }
        var everybody = scorer.prepare(
            candidates: scorer.candidates.indices, needs: anew.count)
        score(anew.sorted(), among: &everybody) { progress(others.count + $0) }
    }

    private mutating func score(
        _ needs: [Int], among everybody: inout PreparedCandidates, progress: (Int) -> Void
    ) {
        let retainer = ListRetainer(scorer: scorer, retrieve: retrieve, numbers: numbers)
        let hashes = hashes
        scorer.score(blocksOf: needs, among: &everybody) { block, lists in
            let first = block.startIndex
            let retained = Threads.map(block.count) { offset in
                retainer.retain(lists[offset], content: hashes.needs[needs[first + offset]])
            }
            for (need, retained) in zip(block, retained) { retain(retained, need: need) }
            pairs += block.count * scorer.candidates.count
            progress(block.endIndex)
        }
    }

    private mutating func retain(_ list: RetainedList, need: Int) {
        let id = scorer.needs[need].id
        rows[id] = list.row
        excluded[id] = list.excluded.map(Int32.init)
        found[need] = (list.matches, list.tally)
    }
}

internal import Market
internal import Parallel
internal import Scoring

/// The candidate list of a need as it was cached, without those who changed or went since.
struct CachedList: Sendable {
    let row: ScoringCache.NeedRow
    let list: CandidateList
    /// How many candidates each hard rule excluded first.
    let excluded: [Int32]
}

/// Reads candidate lists from the cache of the run before.
struct CachedListReader: Sendable {
    private let cache: ScoringCache?
    private let scorer: Scorer
    private let excluded: [Need.ID: [Int32]]
    /// Index of the candidate that each number stands for; nil for one that is gone.
    private let indices: [Int?]

    /// - Parameter numbers: Number of each of the scorer's candidates, below `nextNumber`.
    init(_ cache: ScoringCache?, scorer: Scorer, numbers: [Int32], nextNumber: Int) {
        self.cache = cache
        self.scorer = scorer
        excluded = cache?.exclusions ?? [:]
        var indices = [Int?](repeating: nil, count: nextNumber)
        for (index, number) in numbers.enumerated() { indices[Int(number)] = index }
        self.indices = indices
    }

    /// The cached list of each of some needs; nil where there is none.
    func lists(of needs: [Int]) -> [CachedList?] {
        Threads.map(needs.count) { list(of: needs[$0]) }
    }

    private func list(of need: Int) -> CachedList? {
        let id = scorer.needs[need].id
        guard let row = cache?.needs[id], let excluded = excluded[id],
            let list = CandidateList(
                encoded: row.found, added: row.added,
                score: { scorer.score(fused: $0, need: need) }, need: need,
                ids: { scorer.candidates[$0].id },
                index: { indices.indices.contains($0) ? indices[$0] : nil })
        else { return nil }
        return CachedList(row: row, list: list, excluded: excluded)
    }
}

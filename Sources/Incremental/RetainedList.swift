internal import Hashing
internal import Market
internal import Scoring

/// What is retained of a need: its row in the cache, and its matches.
struct RetainedList: Sendable {
    let row: ScoringCache.NeedRow
    let matches: [Match]
    let tally: NeedTally
    /// How many candidates each hard rule excluded first.
    let excluded: [Int]
}

/// Makes of candidate lists what is retained of them.
struct ListRetainer: Sendable {
    let scorer: Scorer
    /// How many the job retrieves.
    let retrieve: Int
    /// Number that stands for each candidate in the cache.
    let numbers: [Int32]

    /// What is retained of a list that was scored against everybody.
    func retain(_ list: CandidateList, content: Hash) -> RetainedList {
        retained(
            list,
            row: ScoringCache.NeedRow(content: content.bytes, found: encoded(list)))
    }

    /// What is retained of a cached list, once those who came or changed are added; nil where too
    /// few of it are left, so that the need must be scored anew.
    ///
    /// - Parameters:
    ///   - cached: The list as it was cached.
    ///   - fresh: The same need, scored against those who came or changed.
    ///   - gone: How many of those who changed or went each hard rule excluded first.
    func renew(_ cached: CachedList, with fresh: CandidateList, gone: [Int]) -> RetainedList? {
        let excluded = fresh.excluded.indices.map {
            Int(cached.excluded[$0]) - gone[$0] + fresh.excluded[$0]
        }
        guard
            let renewed = cached.list.renewed(
                by: fresh, wanted: retrieve, considered: scorer.candidates.count,
                excluded: excluded, ids: { scorer.candidates[$0].id })
        else { return nil }
        var row = cached.row
        if !fresh.isEmpty { row.added += encoded(fresh) }
        // Once a quarter has come to a list, it is written whole.
        if 4 * row.added.count > row.found.count {
            row = ScoringCache.NeedRow(
                content: row.content, found: encoded(renewed.truncated(to: scorer.retrieve)))
        }
        return retained(renewed, row: row)
    }

    private func retained(_ list: CandidateList, row: ScoringCache.NeedRow) -> RetainedList {
        let (matches, tally) = scorer.resolve(list.truncated(to: retrieve))
        return RetainedList(row: row, matches: matches, tally: tally, excluded: list.excluded)
    }

    private func encoded(_ list: CandidateList) -> [UInt8] {
        list.encoded(floor: scorer.retainedFloor) { Int(numbers[$0]) }
    }
}

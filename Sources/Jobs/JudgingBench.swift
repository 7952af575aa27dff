internal import Ledger
internal import Market
internal import Scoring

/// Where the needs of a market are judged, one block after another, and put away at once, so that
/// memory grows with what is kept.
struct JudgingBench {
    let scorer: Scorer
    /// How many the job retrieves; the scorer retrieves more, so that a list still holds enough when
    /// some of it are gone on the nights to come.
    let retrieve: Int
    let hashes: SnapshotHashes
    /// What was kept, where it still holds.
    let before: ScoredMarket?
    private(set) var needs: [Need.ID: ScoredNeed] = [:]
    let candidates: [Candidate.ID: ScoredCandidate]
    /// Pairs that were judged.
    private(set) var pairs = 0
    private var found: [(matches: [Match], tally: NeedTally)?]
    private let numbers: [Int]

    private static let block = 256

    init(scorer: Scorer, retrieve: Int, hashes: SnapshotHashes, before: ScoredMarket?) {
        self.scorer = scorer
        self.retrieve = retrieve
        self.hashes = hashes
        self.before = before
        var next = (before?.candidates.values.lazy.map(\.number).max() ?? -1) + 1
        var numbers: [Int] = []
        var candidates: [Candidate.ID: ScoredCandidate] = [:]
        for (place, candidate) in scorer.candidates.enumerated() {
            let number = before?.candidates[candidate.id]?.number ?? next
            if number == next { next += 1 }
            numbers.append(number)
            candidates[candidate.id] = ScoredCandidate(
                content: hashes.candidates[place], number: number)
        }
        self.numbers = numbers
        self.candidates = candidates
        found = scorer.needs.map { _ in nil }
    }

    /// The matches of all needs that were judged.
    var matches: Matches {
        Matches(
            needs: scorer.needs, candidates: scorer.candidates,
            perNeed: found.map { $0?.matches ?? [] },
            tallies: found.map { $0?.tally ?? NeedTally(considered: 0, eligible: 0) })
    }

    /// Judges every need against every candidate.
    mutating func judgeAll(progress: (Int) -> Void) {
        var everybody = scorer.prepare(candidates: scorer.candidates.indices)
        judge(Array(scorer.needs.indices), among: &everybody, progress: progress)
    }

    /// Judges the needs that changed against every candidate, and the candidates that changed for
    /// every other need.
    mutating func judge(_ changes: MarketChanges, progress: (Int) -> Void) {
        let changed = Set(changes.needs)
        var anew = changes.needs
        let others = scorer.needs.indices.filter { !changed.contains($0) }
        let gone = Set(changes.candidates)
        let places = placesByNumber
        let part = scorer.part(needs: others, candidates: changes.candidates)
        var prepared = part.prepare(candidates: changes.candidates.indices)
        var everybody = scorer.prepare(candidates: scorer.candidates.indices)
        for start in stride(from: 0, to: others.count, by: Self.block) {
            let block = Array(start..<min(start + Self.block, others.count))
            let fresh = part.judge(block, among: &prepared)
            let excluded = scorer.excluded(for: block.map { others[$0] }, among: everybody)
            let finished = Threads.map(block.count) { [before, scorer, retrieve, numbers] offset in
                let need = others[block[offset]]
                let came = fresh[offset].placed(need: need, places: changes.candidates)
                guard let kept = before?.needs[scorer.needs[need].id],
                    let stood = JudgedNeed(
                        encoded: kept.found, need: need,
                        place: { places.indices.contains($0) ? places[$0] : nil }),
                    let renewed = stood.renewed(
                        by: came, without: gone, wanted: retrieve,
                        atMost: scorer.retrieve, considered: scorer.candidates.count,
                        excluded: excluded[offset], ids: { scorer.candidates[$0].id })
                else { return Finished?.none }
                return Finished(renewed, scorer, retrieve: retrieve, numbers)
            }
            for (offset, finished) in finished.enumerated() {
                let need = others[block[offset]]
                if let finished { put(finished, need: need) } else { anew.append(need) }
            }
            pairs += block.count * changes.candidates.count
            progress(block.count + start)
        }
        judge(anew.sorted(), among: &everybody) { progress(others.count + $0) }
    }

    private mutating func judge(
        _ chosen: [Int], among everybody: inout PreparedCandidates, progress: (Int) -> Void
    ) {
        for start in stride(from: 0, to: chosen.count, by: Self.block) {
            let block = Array(chosen[start..<min(start + Self.block, chosen.count)])
            let judged = scorer.judge(block, among: &everybody)
            let finished = Threads.map(block.count) { [scorer, retrieve, numbers] place in
                Finished(judged[place], scorer, retrieve: retrieve, numbers)
            }
            for (need, finished) in zip(block, finished) { put(finished, need: need) }
            pairs += block.count * scorer.candidates.count
            progress(start + block.count)
        }
    }

    /// Place of the candidate that each number stands for; nil for one that is gone.
    private var placesByNumber: [Int?] {
        var places = [Int?](repeating: nil, count: (numbers.max() ?? -1) + 1)
        for (place, number) in numbers.enumerated() { places[number] = place }
        return places
    }

    /// A need that was judged: as it is kept, and its matches.
    private struct Finished: Sendable {
        let kept: [UInt8]
        let matches: [Match]
        let tally: NeedTally

        init(_ judged: JudgedNeed, _ scorer: Scorer, retrieve: Int, _ numbers: [Int]) {
            kept = judged.encoded { numbers[$0] }
            (matches, tally) = judged.cut(to: retrieve).settled(floor: scorer.floor) {
                scorer.candidates[$0].id
            }
        }
    }

    private mutating func put(_ finished: Finished, need: Int) {
        needs[scorer.needs[need].id] = ScoredNeed(
            content: hashes.needs[need], found: finished.kept)
        found[need] = (finished.matches, finished.tally)
    }
}

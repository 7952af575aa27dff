internal import Hashing
internal import Ledger
internal import Market
internal import Parallel
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
    /// The first number that stands for nobody.
    let nextNumber: Int
    /// Pairs that were judged.
    private(set) var pairs = 0
    private var found: [(matches: [Match], tally: NeedTally)?]
    private let numbers: [Int32]

    private static let block = 1_024

    /// - Parameters:
    ///   - scorer: Judges pairs.
    ///   - retrieve: How many the job retrieves.
    ///   - hashes: Of the scorer's snapshot.
    ///   - before: What was kept, where it still holds.
    ///   - changes: What changed since.
    init(
        scorer: Scorer, retrieve: Int, hashes: SnapshotHashes, before: ScoredMarket?,
        changes: MarketChanges?
    ) {
        self.scorer = scorer
        self.retrieve = retrieve
        self.hashes = hashes
        self.before = before
        var next = Int32(before?.nextNumber ?? 0)
        numbers = scorer.candidates.indices.map { place in
            // A candidate that changed is another one: what was found of it before counts no more.
            if let before, let stands = changes?.standing[place], stands >= 0 {
                return before.candidates.numbers[Int(stands)]
            }
            next += 1
            return next - 1
        }
        nextNumber = Int(next)
        found = scorer.needs.map { _ in nil }
    }

    /// Candidates as they are kept.
    var candidates: ScoredCandidates {
        ScoredCandidates(
            ids: scorer.candidates.map(\.id), contents: hashes.candidates, numbers: numbers)
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
        let places = placesByNumber
        let part = scorer.part(needs: others, candidates: changes.candidates)
        var prepared = part.prepare(candidates: changes.candidates.indices)
        var everybody = scorer.prepare(candidates: scorer.candidates.indices)
        for start in stride(from: 0, to: others.count, by: Self.block) {
            let block = Array(start..<min(start + Self.block, others.count))
            let stood = Threads.map(block.count) { [before, scorer] offset in
                let need = others[block[offset]]
                return before?.needs[scorer.needs[need].id].flatMap {
                    Stood($0, scorer, need: need, places)
                }
            }
            let fresh = part.judge(
                block, among: &prepared,
                above: stood.map { $0?.judged.cuts ?? JudgedNeed.Cuts() })
            let excluded = scorer.excluded(for: block.map { others[$0] }, among: everybody)
            let finished = Threads.map(block.count) { [scorer, retrieve, numbers] offset in
                stood[offset].flatMap { stood in
                    Finished(
                        stood,
                        with: fresh[offset].placed(
                            need: others[block[offset]], places: changes.candidates),
                        excluded: excluded[offset], scorer, retrieve: retrieve, numbers)
                }
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
            let finished = Threads.map(block.count) { [scorer, retrieve, hashes, numbers] place in
                Finished(
                    judged[place], content: hashes.needs[block[place]], scorer, retrieve: retrieve,
                    numbers)
            }
            for (need, finished) in zip(block, finished) { put(finished, need: need) }
            pairs += block.count * scorer.candidates.count
            progress(start + block.count)
        }
    }

    /// Place of the candidate that each number stands for; nil for one that is gone.
    private var placesByNumber: [Int?] {
        var places = [Int?](repeating: nil, count: nextNumber)
        for (place, number) in numbers.enumerated() { places[Int(number)] = place }
        return places
    }

    /// A need as it was judged before, those left out who went or changed since.
    private struct Stood: Sendable {
        let kept: ScoredNeed
        let judged: JudgedNeed

        init?(_ kept: ScoredNeed, _ scorer: Scorer, need: Int, _ places: [Int?]) {
            guard
                let judged = JudgedNeed(
                    encoded: kept.found, added: kept.added, need: need,
                    ids: { scorer.candidates[$0].id },
                    place: { places.indices.contains($0) ? places[$0] : nil })
            else { return nil }
            self.kept = kept
            self.judged = judged
        }
    }

    /// A need that was judged: as it is kept, and its matches.
    private struct Finished: Sendable {
        let kept: ScoredNeed
        let matches: [Match]
        let tally: NeedTally

        init(
            _ judged: JudgedNeed, content: Hash, _ scorer: Scorer, retrieve: Int, _ numbers: [Int32]
        ) {
            kept = ScoredNeed(
                content: content, found: judged.encoded(floor: scorer.floor) { Int(numbers[$0]) })
            (matches, tally) = judged.cut(to: retrieve).settled(floor: scorer.floor) {
                scorer.candidates[$0].id
            }
        }

        /// A need that stood, with who came or changed; nil where it must be judged anew.
        init?(
            _ stood: Stood, with fresh: JudgedNeed, excluded: [Int], _ scorer: Scorer,
            retrieve: Int, _ numbers: [Int32]
        ) {
            guard
                let renewed = stood.judged.renewed(
                    by: fresh, wanted: retrieve, considered: scorer.candidates.count,
                    excluded: excluded, ids: { scorer.candidates[$0].id })
            else { return nil }
            var kept = stood.kept
            if !fresh.isEmpty {
                kept.added += fresh.encoded(floor: scorer.floor) { Int(numbers[$0]) }
            }
            if 4 * kept.added.count > kept.found.count {
                kept = ScoredNeed(
                    content: kept.content,
                    found: renewed.cut(to: scorer.retrieve).encoded(floor: scorer.floor) {
                        Int(numbers[$0])
                    })
            }
            self.kept = kept
            (matches, tally) = renewed.cut(to: retrieve).settled(floor: scorer.floor) {
                scorer.candidates[$0].id
            }
        }
    }

    private mutating func put(_ finished: Finished, need: Int) {
        needs[scorer.needs[need].id] = finished.kept
        found[need] = (finished.matches, finished.tally)
    }
}

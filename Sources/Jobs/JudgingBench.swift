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
    /// For each need how many candidates each hard rule excluded first.
    private(set) var excluded: [Need.ID: [Int32]] = [:]
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
            ids: scorer.candidates.map(\.id), contents: hashes.candidates, numbers: numbers,
            hubness: scorer.hubness)
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
    ///
    /// - Parameter departed: Candidates that changed or went, as they were: what their traits tell.
    mutating func judge(
        _ changes: MarketChanges, departed: [Candidate], progress: (Int) -> Void
    ) {
        let changed = Set(changes.needs)
        var anew = changes.needs
        let others = scorer.needs.indices.filter { !changed.contains($0) }
        let places = placesByNumber
        let part = scorer.part(needs: others, candidates: changes.candidates)
        var prepared = part.prepare(candidates: changes.candidates.indices)
        let gone = part.excluded(departed)
        for start in stride(from: 0, to: others.count, by: Self.block) {
            let block = Array(start..<min(start + Self.block, others.count))
            let stood = Threads.map(block.count) { [before, scorer] offset -> Stood? in
                let need = others[block[offset]]
                let id = scorer.needs[need].id
                guard let kept = before?.needs[id], let excluded = before?.excluded[id] else {
                    return nil
                }
                return Stood(kept, excluded: excluded, scorer, need: need, places)
            }
            let fresh = part.judge(
                block, among: &prepared,
                above: stood.map { $0?.judged.cuts ?? JudgedNeed.Cuts() })
            let finished = Threads.map(block.count) { [scorer, retrieve, numbers] offset in
                stood[offset].flatMap { stood in
                    Finished(
                        stood,
                        with: fresh[offset].placed(
                            need: others[block[offset]], places: changes.candidates),
                        gone: gone[block[offset]], scorer, retrieve: retrieve, numbers)
                }
            }
            for (offset, finished) in finished.enumerated() {
                let need = others[block[offset]]
                if let finished { put(finished, need: need) } else { anew.append(need) }
            }
            pairs += block.count * changes.candidates.count
            progress(block.count + start)
        }
        guard !anew.isEmpty else { return }
        var everybody = scorer.prepare(
            candidates: scorer.candidates.indices, needs: anew.count)
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
        let excluded: [Int32]

        init?(_ kept: ScoredNeed, excluded: [Int32], _ scorer: Scorer, need: Int, _ places: [Int?])
        {
            guard
                let judged = JudgedNeed(
                    encoded: kept.found, added: kept.added, floor: scorer.floor, need: need,
                    ids: { scorer.candidates[$0].id },
                    place: { places.indices.contains($0) ? places[$0] : nil })
            else { return nil }
            self.kept = kept
            self.judged = judged
            self.excluded = excluded
        }
    }

    /// A need that was judged: as it is kept, and its matches.
    private struct Finished: Sendable {
        let kept: ScoredNeed
        let matches: [Match]
        let tally: NeedTally
        let excluded: [Int]

        init(
            _ judged: JudgedNeed, content: Hash, _ scorer: Scorer, retrieve: Int, _ numbers: [Int32]
        ) {
            kept = ScoredNeed(
                content: content, found: judged.encoded(floor: scorer.floor) { Int(numbers[$0]) })
            excluded = judged.excluded
            (matches, tally) = judged.cut(to: retrieve).settled(floor: scorer.floor) {
                scorer.candidates[$0].id
            }
        }

        /// A need that stood, with who came or changed; nil where it must be judged anew.
        ///
        /// - Parameter gone: How many of those who changed or went each hard rule excluded first.
        init?(
            _ stood: Stood, with fresh: JudgedNeed, gone: [Int], _ scorer: Scorer, retrieve: Int,
            _ numbers: [Int32]
        ) {
            excluded = fresh.excluded.indices.map {
                Int(stood.excluded[$0]) - gone[$0] + fresh.excluded[$0]
            }
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
        let id = scorer.needs[need].id
        needs[id] = finished.kept
        excluded[id] = finished.excluded.map(Int32.init)
        found[need] = (finished.matches, finished.tally)
    }
}

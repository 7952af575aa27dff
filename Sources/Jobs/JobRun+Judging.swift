internal import Encoding
internal import Foundation
internal import Hashing
internal import Ledger
internal import Market
internal import Scoring
internal import Settings

/// A market as it was judged, and what to keep of it for the next night.
struct Judgement: Sendable {
    let scorer: Scorer
    let matches: Matches
    let scored: ScoredMarket
    /// What was kept before, where ``scored`` builds on it.
    let before: ScoredMarket?
    /// What changed since; nil where every pair was judged.
    let changes: MarketChanges?
    /// Pairs that were judged tonight.
    let pairs: Int
    /// SHA-256 of everything that the judgement rests on, in hexadecimal.
    let inputHash: String
}

extension Judgement {
    /// The suggestions that stand of which neither side changed since they were made or last found
    /// to be as they were: whatever is said of one that stands again at the same place is said
    /// already, to the last letter.
    ///
    /// - Parameters:
    ///   - standing: Suggestions that stand, of the night that ``before`` was kept on.
    ///   - snapshot: What was judged.
    func untouched(
        among standing: [NeedCandidate: StandingSuggestion], of snapshot: Snapshot
    ) -> [NeedCandidate: StandingSuggestion] {
        guard let changes, !standing.isEmpty else { return [:] }
        let needs = Set(changes.needs.map { snapshot.needs[$0].id })
        let candidates = Set(changes.candidates.map { snapshot.candidates[$0].id })
        return standing.filter {
            !needs.contains($0.key.need) && !candidates.contains($0.key.candidate)
        }
    }
}

extension JobRun {
    /// Judges the pairs of which one side changed since the night before, and takes the others over.
    ///
    /// What scoring knows of the market as a whole is learned once and kept until much of the market
    /// has changed, see ``ScoredMarket``: a pair whose need and candidate are the same has the same
    /// score then. A full night judges every pair under the same knowledge, so that both find the
    /// same to the last bit.
    ///
    /// - Parameters:
    ///   - snapshot: What the run read.
    ///   - vectors: Vectors of its texts; they are let go as they are used up.
    ///   - before: What was kept on the night before; nil where nothing was.
    ///   - ledger: Asked for what those who changed or went were like then.
    func judge(
        _ snapshot: Snapshot, _ vectors: consuming MarketVectors?, before: ScoredMarket?,
        of ledger: borrowing Ledger
    ) throws -> Judgement {
        let hashes = try snapshot.hashes()
        let statisticsKey = statisticsKey(snapshot)
        let changes = before.map { MarketChanges(since: $0, snapshot, hashes) }
        var standing: ScoredMarket?
        if let before, let changes, before.statisticsKey == statisticsKey,
            !before.isWorn(after: changes, in: snapshot)
        {
            standing = before
        }
        let learned = standing.flatMap { try? MarketStatistics(encoded: Data($0.statistics)) }
        let wide = policy.retrieving(policy.retrieve + max(32, policy.retrieve / 4))
        let hubness =
            isFull || learned == nil
            ? nil : standing.flatMap { kept in changes.map { kept.hubness(after: $0) } }
        let scorer = Scorer(
            snapshot: snapshot, vectors: consume vectors, policy: wide, statistics: learned,
            hubness: hubness ?? [])
        var scored = ScoredMarket(
            statistics: [], statisticsKey: statisticsKey, learnedOn: asOf, matchesKey: "")
        if let standing, let changes, learned != nil {
            scored.statistics = standing.statistics
            scored.learnedOn = standing.learnedOn
            scored.needsChanged = standing.needsChanged + changes.needCount
            scored.candidatesChanged = standing.candidatesChanged + changes.candidateCount
        } else {
            scored.statistics = Array(try scorer.statistics.encoded())
        }
        let statisticsHash = Hash(of: scored.statistics)
        scored.matchesKey = matchesKey(statisticsHash, wide)
        let kept = standing.flatMap { $0.matchesKey == scored.matchesKey ? $0 : nil }
        var bench = JudgingBench(
            scorer: scorer, retrieve: policy.retrieve, hashes: hashes, before: kept,
            changes: kept == nil ? nil : changes)
        progress.begin("\(job.name): score", total: snapshot.needs.count)
        defer { progress.end() }
        var news = isFull || kept == nil ? nil : changes
        if let changes = news, let departed = try departed(changes, of: ledger) {
            bench.judge(changes, departed: departed) { progress.advance(to: $0) }
        } else {
            news = nil
            bench.judgeAll { progress.advance(to: $0) }
        }
        scored.needs = bench.needs
        scored.excluded = bench.excluded
        scored.candidates = bench.candidates
        scored.nextNumber = bench.nextNumber
        var input = Hash.Hasher()
        input.combine(hashes.input.bytes)
        input.combine(statisticsHash.bytes)
        return Judgement(
            scorer: scorer, matches: bench.matches, scored: scored, before: kept,
            changes: news, pairs: bench.pairs, inputHash: input.finish().description)
    }

    /// The candidates that changed or went, as far as hard rules looked at them; nil where that is
    /// not known of them all.
    private func departed(
        _ changes: MarketChanges, of ledger: borrowing Ledger
    ) throws -> [Candidate]? {
        let traits = try ledger.scoredTraits(of: job.name, numbers: changes.departed.map(\.number))
        let departed = changes.departed.compactMap { number, id in
            traits[number].flatMap { $0.id == id ? Candidate(id: id, traits: $0.traits) : nil }
        }
        return departed.count == changes.departed.count ? departed : nil
    }

    /// What statistics hold for: the program and how it scores, the model and its dimension, the
    /// thesauri.
    private func statisticsKey(_ snapshot: Snapshot) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: Program.version)
        hasher.combine(field: "\(Scorer.revision)")
        hasher.combine(field: encoding.encoder?.model.name ?? "words")
        hasher.combine(field: "\(encoding.encoder?.model.dimension ?? 0)")
        for (scheme, version) in snapshot.thesaurus.versions.sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            hasher.combine(field: scheme.rawValue)
            hasher.combine(field: version)
        }
        return hasher.finish().description
    }

    /// What findings hold for: statistics, weights, rules, floor, how many are retrieved.
    private func matchesKey(_ statistics: Hash, _ policy: MatchPolicy) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: Program.version)
        hasher.combine(field: "\(Scorer.revision)")
        hasher.combine(statistics.bytes)
        for kind in SignalKind.allCases {
            hasher.combine(field: "\(policy.weights[kind] ?? 0)")
        }
        for rule in Exclusion.Rule.allCases where policy.require.contains(rule) {
            hasher.combine(field: rule.rawValue)
        }
        hasher.combine(field: "\(policy.floor)")
        hasher.combine(field: "\(policy.retrieve)")
        return hasher.finish().description
    }
}

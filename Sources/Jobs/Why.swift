public import Ledger
public import Market
internal import Scoring
public import Settings
public import Verbs
internal import Wording

/// Everything that is known of one pair: signals, hard rules, what became of it, and why.
public struct PairExplanation: Sendable {
    public let job: String
    public let need: Need
    public let candidate: Candidate
    public let signals: [Signal]
    public let score: Double
    public let floor: Double
    /// Number of the fit that the weights were taken from; nil where they are the job file's.
    public let fit: RecordedFit.ID?
    /// Hard rules that hold for the job.
    public let rules: [Exclusion.Rule]
    /// Hard rules that the pair fails, with what would have to change, where something could.
    public let exclusions: [Failure]
    /// What became of the pair.
    public let outcome: PairOutcome
    /// The pair's place among all matches of the need, from 1, where it is a match.
    public let place: Int?
    public let matches: Int
    /// What separates the pair from the one above it, if any.
    public let above: Separation?
    /// Why, in one sentence, and what would have made it better.
    public let why: [Language: String]
    public let better: [Language: String]
    public let reasons: [Language: [String]]
    /// What the last recorded run of the job said of the pair; nil where none was recorded.
    public let lastRun: LastRun?

    /// A hard rule that a pair fails.
    public struct Failure: Sendable {
        public let exclusion: Exclusion
        public let sentence: [Language: String]
        /// What would have to change; empty where nothing could.
        public let remedy: [Language: String]
    }

    /// What a recorded run said of a pair.
    public struct LastRun: Sendable, Codable {
        public let run: RecordedRun.ID
        public let asOf: Day
        /// Place and score where the pair was suggested.
        public let rank: Int?
        public let score: Double?
        /// What it found for the need; nil where the need was not open then.
        public let considered: Int?
        public let eligible: Int?
        public let suggested: Int?
    }
}

extension Application {
    /// Explains a pair of any job, as a run of this day would score it.
    ///
    /// - Throws: ``JobError/unknownNeed(_:nearest:)``, ``JobError/needPast(_:deadline:)``,
    ///   ``JobError/unknownCandidate(_:job:nearest:)``.
    public func explain(
        need: Need.ID, candidate: Candidate.ID, jobs: [JobFile], on ledger: borrowing Ledger
    ) async throws -> PairExplanation {
        var known: [(id: String, name: String)] = []
        var deadline: Day?
        let pair = try await dryRun(among: jobs, on: ledger) { job, snapshot, ledger in
            known += snapshot.needs.map { ($0.id, $0.title) }
            deadline = deadline ?? snapshot.pastNeeds[need]
            guard let row = snapshot.needs.firstIndex(where: { $0.id == need }) else {
                return FoundPair?.none
            }
            guard let column = snapshot.candidates.firstIndex(where: { $0.id == candidate })
            else {
                let names = snapshot.candidates.map { ($0.id, "\($0.name) \($0.title)") }
                throw JobError.unknownCandidate(
                    candidate, job: job.name, nearest: nearestIDs(to: candidate, among: names))
            }
            return FoundPair(
                need: row, candidate: column,
                lastRun: try lastRun(of: job, need: need, candidate: candidate, on: ledger))
        }
        guard let pair else {
            if let deadline { throw JobError.needPast(need, deadline: deadline) }
            throw JobError.unknownNeed(need, nearest: nearestIDs(to: need, among: known))
        }
        return try pair.run.explain(pair.found)
    }

    /// A pair by its indices in a snapshot, and what was recorded of it.
    fileprivate struct FoundPair: Sendable {
        let need: Int
        let candidate: Int
        let lastRun: PairExplanation.LastRun?
    }

    private func lastRun(
        of job: JobFile, need: Need.ID, candidate: Candidate.ID, on ledger: borrowing Ledger
    ) throws -> PairExplanation.LastRun? {
        guard
            let record = try ledger.recordedRuns(
                asOf: asOf, network: configuration.network.name, jobs: [job.name]),
            let run = record.runs.last
        else { return nil }
        let outcome = run.outcomes.first { $0.need == need }
        let own = record.proposals.first { $0.key == Proposal.Key([need, candidate]) }
        let verb = type(of: try job.solver())
        return PairExplanation.LastRun(
            run: run.id, asOf: run.asOf, rank: own?.position,
            score: try own.flatMap { try verb.score(of: $0) },
            considered: outcome?.considered, eligible: outcome?.eligible,
            suggested: outcome?.suggested)
    }
}

extension DryRun {
    /// All that is known of a pair.
    fileprivate func explain(_ pair: Application.FoundPair) throws -> PairExplanation {
        let (need, candidate) = (pair.need, pair.candidate)
        let (snapshot, scorer, matches) = (market.snapshot, market.scorer, market.matches)
        let explainer = try job.solver().explainer(of: market, in: context)
        let explanation = scorer.explain(need: need, candidate: candidate)
        let skills = snapshot.skills
        let place = matches.perNeed[need].firstIndex { $0.candidate == candidate }
        let floor = job.match.floor.applied(to: matches)
        let policy = MatchPolicy(
            weights: [:], require: job.match.require, floor: floor)
        return PairExplanation(
            job: job.name, need: snapshot.needs[need], candidate: snapshot.candidates[candidate],
            signals: explanation.signals, score: explanation.score, floor: floor,
            fit: fit, rules: policy.rules,
            exclusions: explanation.exclusions.map { exclusion in
                PairExplanation.Failure(
                    exclusion: exclusion,
                    sentence: Wording.inEachLanguage {
                        $0.sentence(for: exclusion, skills: skills)
                    },
                    remedy: Wording.inEachLanguage { $0.remedy(for: exclusion, skills: skills) }
                        .compactMapValues(\.self))
            },
            outcome: explainer.outcome(
                need: need, candidate: candidate, explanation: explanation),
            place: place.map { $0 + 1 }, matches: matches.perNeed[need].count,
            above: explainer.separation(
                need: need, candidate: candidate, explanation: explanation),
            why: Wording.inEachLanguage {
                $0.why(
                    explanation.signals, skills: skills, isBelowFloor: explanation.score < floor)
            },
            better: Wording.inEachLanguage { $0.better(explanation.signals, skills: skills) }
                .compactMapValues(\.self),
            reasons: Wording.inEachLanguage {
                $0.reasons(for: explanation.signals, skills: skills, limit: 8)
            },
            lastRun: pair.lastRun)
    }
}

public import Ledger
public import Market
internal import Scoring
public import Settings
internal import Wording

/// Everything that is known of one pair: signals, hard rules, reasons.
public struct PairExplanation: Sendable {
    public let job: String
    public let need: Need
    public let candidate: Candidate
    public let signals: [Signal]
    public let score: Double
    public let floor: Double
    /// Hard rules that the pair fails, each as a sentence by language.
    public let exclusions: [(exclusion: Exclusion, sentence: [Language: String])]
    /// The pair's place among all matches of the need, from 1, where it is a match.
    public let place: Int?
    public let matches: Int
    public let reasons: [Language: [String]]
}

extension Night {
    /// Explains a pair of any job, as a run of this day would judge it.
    public func explain(
        need: Need.ID, candidate: Candidate.ID, jobs: [JobFile], on ledger: borrowing Ledger
    ) async throws -> PairExplanation {
        let encoding = try await EncodingChoice(configuration.encoder)
        for job in jobs {
            let run = JobRun(
                job: job, configuration: configuration, asOf: asOf, isDryRun: true,
                encoding: encoding, interruption: interruption, progress: progress)
            let snapshot = try ledger.snapshot(of: run.queries, asOf: asOf)
            guard let row = snapshot.needs.firstIndex(where: { $0.id == need }) else { continue }
            guard let column = snapshot.candidates.firstIndex(where: { $0.id == candidate })
            else { throw NightError.unknownCandidate(candidate, job: job.name) }
            return try await run.explain(row, column, snapshot, on: ledger)
        }
        throw NightError.unknownNeed(need)
    }
}

extension JobRun {
    func explain(
        _ need: Int, _ candidate: Int, _ snapshot: Snapshot, on ledger: borrowing Ledger
    ) async throws -> PairExplanation {
        var stages = StageClock()
        let vectors = try await encode(snapshot, with: ledger, &stages)
        let (scorer, matches) = score(snapshot, vectors, &stages)
        let explanation = scorer.explain(need: need, candidate: candidate)
        let place = matches.perNeed[need].firstIndex { $0.candidate == candidate }
        return PairExplanation(
            job: job.name, need: snapshot.needs[need], candidate: snapshot.candidates[candidate],
            signals: explanation.signals, score: explanation.score, floor: job.match.floor,
            exclusions: explanation.exclusions.map { exclusion in
                (
                    exclusion,
                    Wording.inEachLanguage {
                        $0.sentence(for: exclusion, skills: snapshot.skills)
                    }
                )
            },
            place: place.map { $0 + 1 }, matches: matches.perNeed[need].count,
            reasons: Wording.inEachLanguage {
                $0.reasons(for: explanation.signals, skills: snapshot.skills, limit: 8)
            })
    }
}

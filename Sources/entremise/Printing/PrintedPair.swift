import Jobs
import Market
import Verbs

/// A pair as `why --json` and `why-not --json` print it.
struct PrintedPair: Encodable {
    let job: String
    let need: Need.ID
    let candidate: Candidate.ID
    let score: Double
    let floor: Double
    let weightFit: Int?
    let place: Int?
    let matches: Int
    let standing: Outcome
    let signals: [Signal]
    let rules: [Exclusion.Rule]
    let exclusions: [Failure]
    let above: Separation?
    let why: [String: String]
    let better: [String: String]
    let reasons: [String: [String]]
    let lastRun: PairExplanation.LastRun?

    /// What became of the pair, as its verb records it.
    struct Outcome: Encodable {
        let record: any Encodable

        func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
    }

    struct Failure: Encodable {
        let exclusion: Exclusion
        let sentence: [String: String]
        let remedy: [String: String]
    }

    init(_ pair: PairExplanation) {
        job = pair.job
        need = pair.need.id
        candidate = pair.candidate.id
        score = pair.score
        floor = pair.floor
        weightFit = pair.fit
        place = pair.place
        matches = pair.matches
        standing = Outcome(record: pair.outcome.record)
        signals = pair.signals
        rules = pair.rules
        exclusions = pair.exclusions.map {
            Failure(
                exclusion: $0.exclusion, sentence: Self.named($0.sentence),
                remedy: Self.named($0.remedy))
        }
        above = pair.above
        why = Self.named(pair.why)
        better = Self.named(pair.better)
        reasons = Self.named(pair.reasons)
        lastRun = pair.lastRun
    }

    private static func named<T>(_ texts: [Language: T]) -> [String: T] {
        Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
    }
}

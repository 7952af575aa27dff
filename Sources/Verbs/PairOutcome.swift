public import Market
public import Scoring
internal import Settings
internal import Wording

/// Tells what became of any pair of a market, once it is solved.
public protocol PairExplainer: Sendable {
    /// What became of the pair of the need and the candidate at these indices.
    func outcome(need: Int, candidate: Int, explanation: Explanation) -> PairOutcome
    /// What separates the pair from the one above it; nil at the top.
    func separation(need: Int, candidate: Int, explanation: Explanation) -> Separation?
}

/// What became of a pair: proposed, or why not.
public struct PairOutcome: Sendable {
    /// In one sentence, by language.
    public let sentence: [Language: String]
    /// The same for programs.
    public let record: any Encodable & Sendable

    public init(sentence: [Language: String], record: any Encodable & Sendable) {
        self.sentence = sentence
        self.record = record
    }
}

/// Why a pair is no match.
package enum NoMatch: Sendable, Hashable, Encodable {
    /// It fails a hard rule.
    case excluded
    /// Below the lowest score of a match.
    case belowFloor(score: Double, floor: Double)
    /// A score that would do, of one whom the run did not compare: `most` others or more are nearer
    /// in meaning, and as many in words.
    case notRetrieved(most: Int)
}

extension SolvedMarket {
    /// Why a pair is no match; nil where it is one.
    func noMatch(need: Int, candidate: Int, explanation: Explanation) -> PairOutcome? {
        guard let reason = reason(need, candidate, explanation) else { return nil }
        return PairOutcome(
            sentence: Wording.inEachLanguage { $0.sentence(for: reason) }, record: reason)
    }

    private func reason(_ need: Int, _ candidate: Int, _ explanation: Explanation) -> NoMatch? {
        guard explanation.exclusions.isEmpty else { return .excluded }
        guard !market.matches.perNeed[need].contains(where: { $0.candidate == candidate }) else {
            return nil
        }
        let floor = job.match.floor.applied(to: market.matches)
        return explanation.score >= floor && explanation.score > 0
            ? .notRetrieved(most: job.match.retrieve)
            : .belowFloor(score: explanation.score, floor: floor)
    }
}

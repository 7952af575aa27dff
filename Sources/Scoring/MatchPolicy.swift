public import Market

/// How a job scores pairs: what each signal weighs, which hard rules hold, and from which score on
/// a pair is worth showing.
public struct MatchPolicy: Sendable, Hashable {
    /// Weight of each signal, 0 or more; a kind that is not named weighs nothing. Only their
    /// proportions matter.
    public let weights: [SignalKind: Double]
    /// Hard rules that hold besides those that always do (own need, refusal, declined,
    /// exclusions).
    public let require: Set<Exclusion.Rule>
    /// Lowest score of a match, 0 … 1.
    public let floor: Double
    /// How many candidates are retrieved for each need by vectors, and as many by words, 1 or more.
    public let retrieve: Int
    /// What skills are worth that texts only mention.
    public let mentioned: MentionUse

    /// Takes a policy as the job file gives it; a weight below zero or not finite counts as zero.
    public init(
        weights: [SignalKind: Double], require: Set<Exclusion.Rule>, floor: Double,
        retrieve: Int = Candidate.retrievedPerNeed, mentioned: MentionUse = .adds
    ) {
        self.weights = weights.mapValues { $0.isFinite ? max(0, $0) : 0 }
        self.require = require
        self.floor = floor
        self.retrieve = max(1, retrieve)
        self.mentioned = mentioned
    }

    /// Weights of the signals of content that jobs are shipped with, chosen on ranking tasks with
    /// known answers: see <doc:HowPairsAreScored>.
    public static let shippedWeights: [SignalKind: Double] = PairSignals.shippedWeights
    /// The floor that holds where a job names none, chosen as <doc:WhatScoresMean> tells.
    public static let shippedFloor = MatchFloor.automatic(precision: MatchFloor.shippedPrecision)

    /// The same policy with another number of candidates to retrieve.
    public func retrieving(_ count: Int) -> MatchPolicy {
        MatchPolicy(
            weights: weights, require: require, floor: floor, retrieve: count, mentioned: mentioned)
    }

    /// The rules that hold, in the order of `Exclusion.Rule`.
    package var rules: [Exclusion.Rule] { Exclusion.Rule.inOrder(requiring: require) }
}

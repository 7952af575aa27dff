public import Market

/// Weights that decisions teach, with what they were learned from and whether they hold.
public struct WeightFit: Sendable, Hashable {
    /// SHA-256 of the decisions and the shipped weights, in hexadecimal.
    public let dataHash: String
    public let accepted: Int
    public let declined: Int
    /// Needs that the decisions were made on.
    public let needs: Int
    /// Decisions left out, since a number of theirs makes no sense.
    public let leftOut: Int
    /// Shares of the job file's weights, adding up to 1.
    public let shipped: [SignalKind: Double]
    /// Shares that decisions teach, adding up to 1.
    public let learned: [SignalKind: Double]
    /// How freely they may leave the shipped ones: one of ``FitTerms/priorDeviations``.
    public let priorDeviation: Double
    /// Mean loss of a decision by cross-validation, in nats, if every pair had the same chance.
    public let lossOfBaseRate: Double
    /// The same under the shipped weights.
    public let lossBefore: Double
    /// The same under the learned weights.
    public let lossAfter: Double
    /// Standard error of the difference of the last two, with the needs as what was drawn.
    public let standardError: Double
    /// Whether the learned weights are better by more than noise, and so are to be used.
    public let isAdopted: Bool

    public init(
        dataHash: String, accepted: Int, declined: Int, needs: Int, leftOut: Int,
        shipped: [SignalKind: Double], learned: [SignalKind: Double], priorDeviation: Double,
        lossOfBaseRate: Double, lossBefore: Double, lossAfter: Double, standardError: Double,
        isAdopted: Bool
    ) {
        self.dataHash = dataHash
        self.accepted = accepted
        self.declined = declined
        self.needs = needs
        self.leftOut = leftOut
        self.shipped = shipped
        self.learned = learned
        self.priorDeviation = priorDeviation
        self.lossOfBaseRate = lossOfBaseRate
        self.lossBefore = lossBefore
        self.lossAfter = lossAfter
        self.standardError = standardError
        self.isAdopted = isAdopted
    }
}

extension WeightFit {
    /// The weights to be used: the learned ones where they are adopted, the shipped ones otherwise.
    public var weights: [SignalKind: Double] { isAdopted ? learned : shipped }
}

/// What came of an attempt to learn.
public enum FitOutcome: Sendable, Hashable {
    /// Too few decisions yet, with how many are missing.
    case tooFew(FitShortage)
    /// The job file gives a weight to fewer than two signals that may move.
    case nothingToMove
    case fitted(WeightFit)
}

/// Weights that decisions taught, as the ledger recorded them.
public struct RecordedFit: Sendable, Hashable, Codable, Identifiable {
    /// Number of the fit, ascending in time.
    public let id: Int
    public let job: String
    /// SHA-256 of the decisions and the shipped weights, in hexadecimal.
    public let dataHash: String
    public let accepted: Int
    public let declined: Int
    /// Needs that the decisions were made on.
    public let needs: Int
    /// Decisions left out, since a number of theirs makes no sense.
    public let leftOut: Int
    /// The job file's weights as shares, the shares that held before, and those learned.
    public let shipped: [SignalKind: Double]
    public let before: [SignalKind: Double]
    public let learned: [SignalKind: Double]
    /// Mean loss of a decision by cross-validation, in nats, if every pair had the same chance,
    /// under the shipped weights, and under the learned ones.
    public let lossOfBaseRate: Double
    public let lossBefore: Double
    public let lossAfter: Double
    /// Standard error of the difference of the last two.
    public let standardError: Double
    public let isAdopted: Bool
    public let programVersion: String
    /// When it was learned and when it was taken back, as ISO 8601 in UTC.
    public let fittedAt: String
    public let revertedAt: String?
    /// Whether runs of a job that learns use it today.
    public let isInForce: Bool

    public init(
        id: Int, job: String, dataHash: String, accepted: Int, declined: Int, needs: Int,
        leftOut: Int, shipped: [SignalKind: Double], before: [SignalKind: Double],
        learned: [SignalKind: Double], lossOfBaseRate: Double, lossBefore: Double,
        lossAfter: Double, standardError: Double, isAdopted: Bool, programVersion: String,
        fittedAt: String, revertedAt: String?, isInForce: Bool
    ) {
        self.id = id
        self.job = job
        self.dataHash = dataHash
        self.accepted = accepted
        self.declined = declined
        self.needs = needs
        self.leftOut = leftOut
        self.shipped = shipped
        self.before = before
        self.learned = learned
        self.lossOfBaseRate = lossOfBaseRate
        self.lossBefore = lossBefore
        self.lossAfter = lossAfter
        self.standardError = standardError
        self.isAdopted = isAdopted
        self.programVersion = programVersion
        self.fittedAt = fittedAt
        self.revertedAt = revertedAt
        self.isInForce = isInForce
    }
}

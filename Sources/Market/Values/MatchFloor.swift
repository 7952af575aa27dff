/// The lowest score of a match: what is below it is not proposed.
public enum MatchFloor: Sendable, Hashable {
    /// The same in every market, 0…1.
    case number(Double)
    /// Chosen by the run for the market at hand, so that of those who come first for their need at
    /// least this share, above 0 and below 1, is expected to be right.
    case automatic(precision: Double)

    /// The precision unless a job says otherwise.
    public static let shippedPrecision = 0.5
}

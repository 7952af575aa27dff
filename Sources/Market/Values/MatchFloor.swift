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

/// What a run chose the lowest score of a match from.
public struct FloorFigures: Sendable, Hashable, Codable {
    /// The lowest score of a match.
    public let floor: Double
    /// Share of those who come first that is to be right; nil where the floor is a number of the job.
    public let precision: Double?
    /// The highest score of all, 0 where there is none.
    public let best: Double
    /// The quartiles of the needs' best scores; a need that nobody reaches the lowest floor for counts
    /// as 0.
    public let quartiles: [Double]
    /// How many needs some floors would find somebody for, descending by floor; nil in the record of
    /// runs that did not count them.
    public let reached: [Reached]?

    /// A floor, and how many needs have a match that reaches it.
    public struct Reached: Sendable, Hashable, Codable {
        public let floor: Double
        public let needs: Int

        public init(floor: Double, needs: Int) {
            self.floor = floor
            self.needs = needs
        }
    }

    public init(
        floor: Double, precision: Double?, best: Double, quartiles: [Double],
        reached: [Reached]? = nil
    ) {
        self.floor = floor
        self.precision = precision
        self.best = best
        self.quartiles = quartiles
        self.reached = reached
    }
}

/// What a run that ranks gave up for what, in sums of scores.
///
/// ``unconstrained`` ≥ ``capped`` ≥ ``exposed`` ≥ ``total``, and ``bound`` ≥ ``objective``.
public struct RankTradeOff: Sendable, Hashable, Codable {
    /// Sum of the scores of what is suggested.
    public let total: Double
    /// The highest sum where only the places of each need are counted.
    public let unconstrained: Double
    /// The highest sum within the caps on both sides and the attention budget.
    public let capped: Double
    /// The highest sum where besides as few members as can be wait too long.
    public let exposed: Double
    /// What was maximised: ``total``, more for pairs that stood before, less for similarity within
    /// lists.
    public let objective: Double
    /// Proven: under the same rules no choice has a higher objective.
    public let bound: Double
    /// Pairs that were in force after the run before.
    public let inForce: Int
    /// How many of them were retained.
    public let retained: Int
    /// Why the others do not.
    public let departures: [Departure: Int]
    /// Members who had waited as many nights as the job allows and have a match.
    public let due: Int
    /// How many of them are suggested; for the others the caps leave no place.
    public let served: Int
    /// Members with a match whom this night suggests for nothing.
    public let waiting: Int
    /// Most nights in a row, this one included, that one of them has waited.
    public let longestWait: Int
    /// Needs that as many people have heard of as the attention budget allows.
    public let exhausted: Int

    /// The names that runs have recorded since the first.
    enum CodingKeys: String, CodingKey {
        case total, unconstrained, capped, exposed, objective, bound
        case inForce = "standing"
        case retained = "kept"
        case departures, due, served, waiting, longestWait, exhausted
    }

    public init(
        total: Double = 0, unconstrained: Double = 0, capped: Double = 0, exposed: Double = 0,
        objective: Double = 0, bound: Double = 0, inForce: Int = 0, retained: Int = 0,
        departures: [Departure: Int] = [:], due: Int = 0, served: Int = 0, waiting: Int = 0,
        longestWait: Int = 0, exhausted: Int = 0
    ) {
        self.total = total
        self.unconstrained = unconstrained
        self.capped = capped
        self.exposed = exposed
        self.objective = objective
        self.bound = bound
        self.inForce = inForce
        self.retained = retained
        self.departures = departures
        self.due = due
        self.served = served
        self.waiting = waiting
        self.longestWait = longestWait
        self.exhausted = exhausted
    }

    /// Why a pair that stood the night before does not stand again.
    public enum Departure: String, Sendable, Hashable, Codable, CodingKeyRepresentable,
        CaseIterable
    {
        /// It is no match any more.
        case unmatched
        /// Others add up to more, by more than the margin.
        case outranked
        /// Somebody who had waited took the place.
        case turn
        /// Another name makes the list more varied.
        case variety
    }
}

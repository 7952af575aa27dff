/// What is wanted of a bid, in the order that it is wanted where nothing else is said.
public enum BidObjective: String, Sendable, Hashable, Codable, CaseIterable {
    /// Worth of the lots bid for.
    case value
    /// How well members suit the lots and levels that they work on.
    case fit
    /// Pairs who have worked together before, and a place for a newcomer.
    case ties
    /// Price of the bid.
    case price
    /// Number of members.
    case members
    /// Days of the member who leads: who answers for the group should know its work.
    case lead
}

/// How what is wanted of a bid is weighed against one another.
public enum BidWishes: Sendable, Hashable {
    /// One after the other, each held while the next is looked for. Value comes first where it is
    /// not named: without it, no bid would be the best.
    case inOrder([BidObjective])
    /// All at once, each on a scale of its own. Weights are 0 or more, that of value above 0.
    case weighted([BidObjective: Double])
}

public import Market
public import Solving

/// A bid for one tender, formed by itself.
public struct FormedBid: Sendable {
    public let job: String
    public let bid: Bid
    /// What was solved, in order; empty unless asked for.
    public let models: [BidModelFile]
    /// Where a member declined: who joins and leaves, and which lots are lost.
    public let change: Bid.Substitute?
    /// Where a member declined: their name, and what the lots that are bid for with them and without
    /// cost before and after; nil where there are none.
    public let declining: String?
    public let prices: (before: Money, after: Money)?
    /// Whether the bid was accepted, and so is shown as it stands.
    public let isAccepted: Bool
    /// Where just this bid was declined, so that a run withholds it: for how long.
    public let declined: Decline.Term?
    public let seconds: Double
}

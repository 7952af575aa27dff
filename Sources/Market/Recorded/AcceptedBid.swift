/// A bid that people accepted: it stands as it is, and takes its days before any other.
public struct AcceptedBid: Sendable, Hashable, Codable {
    /// The version that was accepted.
    public let bid: RecordedBid
    /// Days promised, by lot, then by member.
    public let promises: [Promise]

    public init(bid: RecordedBid, promises: [Promise]) {
        self.bid = bid
        self.promises = promises
    }

    /// Days of a member within the window of a lot.
    public struct Promise: Sendable, Hashable, Codable {
        public let member: String
        public let window: Period
        /// A multiple of 0.5.
        public let days: Double

        public init(member: String, window: Period, days: Double) {
            self.member = member
            self.window = window
            self.days = days
        }
    }
}

extension Candidate {
    /// Days of the member that accepted bids for other tenders promised and the platform has not
    /// written as commitments.
    ///
    /// - Complexity: O(*n*) in the number of promises.
    public func promised(
        by accepted: [AcceptedBid], except tender: Tender.ID
    ) -> [(tender: Tender.ID, promise: AcceptedBid.Promise)] {
        accepted.filter { bid in
            bid.bid.tender != tender
                && !calendar.commitments.contains { $0.tender == bid.bid.tender }
        }
        .flatMap { bid in
            bid.promises.filter { $0.member == member }.map { (bid.bid.tender, $0) }
        }
    }
}

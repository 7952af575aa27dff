internal import Market

/// A bid that people accepted: it stands as it is, and takes its days before any other.
struct AcceptedBid: Sendable, Hashable {
    /// The version that was accepted.
    let bid: Bid
    /// Days promised, by lot, then by member.
    let promises: [Promise]

    init(bid: Bid, promises: [Promise]) {
        self.bid = bid
        self.promises = promises
    }

    /// Days of a member within the window of a lot.
    struct Promise: Sendable, Hashable {
        let member: String
        let window: Period
        /// A multiple of 0.5.
        let days: Double

        init(member: String, window: Period, days: Double) {
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
    func promised(
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

extension Snapshot {
    /// Bids that people accepted for tenders that can still be won, by deadline, then by tender.
    ///
    /// - Throws: ``ProposalError`` where one cannot be read.
    func acceptedBids() throws -> [AcceptedBid] {
        try accepted.filter { $0.kind == Bid.kind }.map(Bid.init)
            .sorted { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) }
            .compactMap { bid in
                lotWindows[bid.tender].map {
                    AcceptedBid(bid: bid, promises: bid.promises(in: $0))
                }
            }
    }
}

extension Bid {
    /// Days of each member within the windows of lots, by lot, then by member.
    fileprivate func promises(in windows: [Need.ID: Period]) -> [AcceptedBid.Promise] {
        lots.flatMap { lot -> [AcceptedBid.Promise] in
            guard let window = windows[lot.lot] else { return [] }
            return Dictionary(grouping: lot.work, by: \.member)
                .mapValues { $0.reduce(0) { $0 + $1.days } }
                .sorted { $0.key < $1.key }
                .map { AcceptedBid.Promise(member: $0.key, window: window, days: $0.value) }
        }
    }
}

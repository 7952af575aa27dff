public import Ledger
public import Market
public import Settings

/// What came of a decision on a bid.
public struct DecidedBid: Sendable {
    public let job: String
    /// The bid that was decided on, as it stands.
    public let bid: RecordedBid
    /// Number of the decision.
    public let number: Int
}

extension Night {
    /// Records what somebody said of the bid for a tender, as it stands now.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - tender: Id of the tender.
    ///   - jobs: Jobs to look in; those that form no bids are passed over.
    ///   - ledger: Where the bid stands.
    /// - Throws: ``NightError/unknownTender(_:nearest:)``, ``NightError/noBid(_:_:)``,
    ///   ``NightError/alreadyDecided(_:_:)``; what the ledger throws.
    public func decide(
        _ decision: Decision, onBidFor tender: Tender.ID, jobs: [JobFile],
        on ledger: borrowing Ledger
    ) throws -> DecidedBid {
        var found: TenderState?
        for job in jobs where job.verb.isForm {
            let state = try ledger.state(
                of: tender, in: job.name, timeZone: configuration.network.timeZone)
            if let bid = state.decidable, let id = bid.id {
                try refuse(decision, on: bid, id, of: state)
                return DecidedBid(
                    job: job.name, bid: bid, number: try ledger.decide(decision, onBid: id))
            }
            found = found ?? state
        }
        let known = try ledger.tenders().contains { $0.id == tender }
        guard let found, known else { throw try unknown(tender, on: ledger) }
        throw NightError.noBid(tender, found.isOver ? .over : .noneFormed)
    }

    private func refuse(
        _ decision: Decision, on bid: RecordedBid, _ id: Int, of state: TenderState
    ) throws {
        if bid.status == .none { throw NightError.noBid(bid.tender, .impossible) }
        if state.isOver, decision.verdict == .accepted {
            throw NightError.noBid(bid.tender, .over)
        }
        if let last = state.lastDecision, last.bid == id, last.verdict == decision.verdict {
            throw NightError.alreadyDecided(bid.tender, last)
        }
    }
}

extension TenderState {
    /// The bid as it stands; where it was declined and is withheld since, the bid that was.
    fileprivate var decidable: RecordedBid? {
        guard let bid, bid.status == .none, lastDecision?.verdict == .declined else { return bid }
        return decidedBid ?? bid
    }

    /// Whether a bid can no longer be won.
    fileprivate var isOver: Bool { status.map { ["lost", "closed"].contains($0) } ?? false }
}

/// Why there is no bid to decide on.
public enum NoBid: Sendable, Hashable {
    /// No run has recorded one, or the last one found the tender no longer open.
    case noneFormed
    /// No group can bid.
    case impossible
    /// The tender is lost or closed.
    case over
    /// None of its lots makes sense.
    case noLots

    func sentence(for tender: Tender.ID) -> String {
        switch self {
        case .noneFormed:
            "no bid for “\(tender)” stands; a run forms one while the tender is open: entremise run"
        case .impossible:
            "no group can bid for “\(tender)”, so there is nothing to decide on; what it lacks: "
                + "entremise bid \(tender)"
        case .over: "the tender “\(tender)” is lost or closed; its bid can no longer be accepted"
        case .noLots:
            "the tender “\(tender)” has no lot that makes sense; the report says what is wrong with "
                + "them"
        }
    }
}

public import Ledger
public import Market
internal import Wording

extension Form {
    public static func refusal(
        _ refused: RefusedDecision, of key: Proposal.Key, asOf: Day, on ledger: borrowing Ledger
    ) throws -> Refusal {
        let tender = key.parts.first ?? ""
        switch refused.cause {
        case .noGroup: return Refusal(of: tender, .impossible)
        case .tenderOver: return Refusal(of: tender, .over)
        case .nothingProposed, .unknownKind, .unknownNetwork:
            guard let known = try ledger.tenders(asOf: asOf).first(where: { $0.id == tender })
            else {
                return try Refusal(unknown: tender, asOf: asOf, on: ledger)
            }
            return Refusal(of: tender, known.isOver ? .over : .noneFormed)
        default: return Refusal(refused, on: name(of: key))
        }
    }

    public static func requireOpen(
        _ key: Proposal.Key, for decision: Decision, asOf: Day, on ledger: borrowing Ledger
    ) throws {
        guard decision.verdict == .accepted, let tender = key.parts.first,
            let known = try ledger.tenders(asOf: asOf).first(where: { $0.id == tender }),
            known.isOver
        else { return }
        throw Refusal(of: tender, .over)
    }

    public static func consequence(
        of decision: Decision, on proposal: Proposal, standing term: Decline.Term
    ) throws -> [Language: [String]] {
        let bid = try Bid(proposal)
        let isAccepted = decision.verdict == .accepted
        return Wording.inEachLanguage { wording in
            let text = BidText(bid, in: wording.language)
            let after =
                isAccepted
                ? wording.form.staysAsItIs
                : wording.form.daysNoLongerPromised + wording.semicolon
                    + wording.staysAway(term, until: wording.form.bidChanges) + "."
            let heading = wording.form.decided(isAccepted: isAccepted)
            return [heading + wording.colon + Wording.printed(bid.tenderTitle)] + text.team
                + [after]
        }
    }
}

extension Refusal {
    /// No bid for a tender can be formed or decided on.
    init(of tender: Tender.ID, _ cause: NoBid) {
        self.init(.notFound, cause.sentence(for: tender))
    }

    /// What is said of a tender that no job may form a bid for.
    public init(unknown tender: Tender.ID, asOf: Day, on ledger: borrowing Ledger) throws {
        let known = try ledger.tenders(asOf: asOf)
        if let found = known.first(where: { $0.id == tender }) {
            let past = found.deadline.flatMap { $0 < asOf ? $0 : nil }
            let cause =
                past.map { "its deadline was \($0)" }
                ?? "its status is not “open”, or it was posted later"
            self.init(.notFound, "the tender “\(tender)” is not open: \(cause)")
        } else {
            let nearest = nearestIDs(to: tender, among: known.map { ($0.id, $0.title) })
            self.init(.notFound, "no tender has the id “\(tender)”" + Refusal.hint(nearest))
        }
    }

    /// Somebody who is not of the group was said to decline.
    init(_ member: String, notOf group: [String]) {
        self.init(
            .notFound,
            "“\(member)” is not of the group; "
                + (group.isEmpty
                    ? "nobody is: no group can bid"
                    : "there are: \(group.joined(separator: ", "))"))
    }
}

/// Why there is no bid to decide on.
enum NoBid {
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

internal import Hashing
package import Market

extension Bid {
    /// The kind of proposal that a bid is recorded as.
    package static let kind = "bid"

    /// What the parties of a bid are in it.
    package enum Role: String {
        /// Who answers for the group (*mandataire*).
        case lead
        case member
    }

    /// What a bid says beside what every proposal has.
    private struct Body: Codable {
        let buyer: String
        let deadline: Deadline
        let status: Status
        let price: Money
        let budget: Money?
        let bound: Double?
        let gap: Double?
        let lots: [Lot]
        /// Left out where the platform does not say.
        let url: String?
        /// All but the proofs.
        let details: Details?
    }

    /// The bid as it is recorded.
    package func proposal(of job: String) throws -> Proposal {
        var rest = details
        rest?.proofs = []
        return Proposal(
            id: id, job: job, kind: Self.kind, key: Proposal.Key([tender]), title: tenderTitle,
            parties: members.map {
                Party(
                    member: $0.member, name: $0.name,
                    role: ($0.leads ? Role.lead : Role.member).rawValue, days: $0.days,
                    amount: $0.amount)
            },
            reasons: reasons, proof: details?.proofs ?? [],
            body: try Proposal.body(
                of: Body(
                    buyer: buyer, deadline: deadline, status: status, price: price,
                    budget: budget, bound: bound, gap: gap, lots: lots, url: url,
                    details: rest)),
            basis: basis, content: try content().bytes,
            novelty: members.map(\.member).sorted().joined(separator: "\n"), isNew: isNew)
    }

    /// Reads a recorded bid.
    ///
    /// - Throws: ``ProposalError/unreadable(kind:key:reason:)``.
    package init(_ proposal: Proposal) throws {
        let body: Body = try proposal.decodedBody()
        var details = body.details
        details?.proofs = proposal.proof
        self.init(
            id: proposal.id, tender: proposal.key.parts.first ?? "", tenderTitle: proposal.title,
            url: body.url, buyer: body.buyer, deadline: body.deadline, status: body.status,
            price: body.price,
            budget: body.budget, bound: body.bound, gap: body.gap,
            members: proposal.parties.map {
                Member(
                    member: $0.member, name: $0.name ?? $0.member,
                    leads: $0.role == Role.lead.rawValue, days: $0.days ?? 0,
                    amount: $0.amount ?? .zero)
            },
            lots: body.lots, reasons: proposal.reasons, basis: proposal.basis,
            isNew: proposal.isNew, details: details)
    }

    /// SHA-256 of all that people see.
    private func content() throws -> Hash {
        Hash(of: try Proposal.body(of: Content(self)))
    }
}

extension RecordedRuns {
    /// The bids among what was recorded, by deadline, then by tender.
    package func bids() throws -> [Bid] {
        try proposals.filter { $0.kind == Bid.kind }.map(Bid.init)
            .sorted { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) }
    }
}

/// All that people see of a bid, with labels in an order that never changes.
private struct Content: Encodable {
    let fields: [String]
    let reasons: [[String]]
    let members: [Bid.Member]
    let lots: [[String]]
    let details: Bid.Details?

    init(_ bid: Bid) {
        fields =
            [
                bid.tenderTitle, bid.buyer, bid.deadline.description, bid.status.rawValue,
                String(bid.price.cents), "\(bid.budget?.cents, default: "")",
                "\(bid.bound, default: "")", "\(bid.gap, default: "")", bid.basis,
            ] + [bid.url].compactMap(\.self)
        reasons = Language.allCases.map { bid.reasons[$0] ?? [] }
        members = bid.members
        details = bid.details
        lots = bid.lots.flatMap { lot in
            let head = [
                lot.lot, String(lot.number), lot.title, String(lot.isBidFor),
                String(lot.price.cents), "\(lot.budget?.cents, default: "")",
            ]
            let work = lot.work.map { work in
                [work.member, work.skill] + Language.allCases.map { work.label[$0] ?? "" }
                    + [String(work.days), String(work.rate.cents), String(work.amount.cents)]
            }
            let reasons = Language.allCases.map { lot.reason[$0] ?? "" }
            return [head + reasons + [lot.url].compactMap(\.self)] + work
        }
    }
}

internal import Hashing
internal import Market
internal import Solving
internal import Wording

/// What a bid is recorded with beside its plan: lots, reasons, basis.
struct BidBuilder {
    let problem: BidProblem
    let plan: BidPlan
    let snapshot: Snapshot
    /// Titles of tenders, by id.
    let tenderTitles: [Tender.ID: String]
    let names: [String: String]
    /// How long declines of the job stand.
    let term: Decline.Term

    init(
        problem: BidProblem, plan: BidPlan, snapshot: Snapshot, titles: [Tender.ID: String],
        standing term: Decline.Term
    ) {
        self.term = term
        self.problem = problem
        self.plan = plan
        self.snapshot = snapshot
        tenderTitles = titles
        names = snapshot.names
    }

    /// Budget of the lots bid for, where published for all of them.
    var budget: Money? {
        let budgets = problem.lots.filter { plan.lots.contains($0.id) }.map(\.budget)
        guard !budgets.isEmpty, !budgets.contains(nil) else { return nil }
        return budgets.compactMap(\.self).reduce(.zero, +)
    }

    /// SHA-256 of who does what and for how much: a bid that stays the same is no news.
    static func basis(of plan: BidPlan) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: plan.tender)
        hasher.combine(field: plan.lead ?? "")
        for work in plan.work {
            hasher.combine(
                field: "\(work.lot)|\(work.member)|\(work.skill)|\(work.days)|\(work.amount.cents)")
        }
        for shortfall in plan.shortfalls {
            hasher.combine(field: "\(shortfall.lot)|\(Shortfall.key(of: shortfall.causes))")
        }
        return hasher.finish().description
    }

    var lotNumbers: [Need.ID: Int] {
        Dictionary(
            problem.lots.compactMap { lot in lot.lotNumber.map { (lot.id, $0) } },
            uniquingKeysWith: { $1 })
    }

    func recorded(_ lot: Need) -> Bid.Lot {
        let work = plan.work.filter { $0.lot == lot.id }
        let shortfall = plan.shortfalls.first { $0.lot == lot.id }
        return Bid.Lot(
            lot: lot.id, number: lot.lotNumber ?? 0, title: lot.title, url: lot.url,
            isBidFor: plan.lots.contains(lot.id),
            price: work.reduce(.zero) { $0 + $1.amount }, budget: lot.budget,
            work: work.map { line in
                Bid.Work(
                    member: line.member, skill: line.skill,
                    label: Wording.inEachLanguage {
                        snapshot.skills[line.skill]?.anyLabel(for: $0.language) ?? line.skill
                    },
                    days: line.days, rate: line.rate, amount: line.amount)
            },
            reason: shortfall.map { shortfall in
                Wording.inEachLanguage { wording in
                    let causes = shortfall.causes.map {
                        wording.sentence(
                            for: $0, skills: snapshot.skills, tenders: tenderTitles,
                            lots: lotNumbers, names: names, standing: term)
                    }
                    return (causes + (shortfall.eachWouldDo ? [wording.form.eachWouldDo] : []))
                        .joined(separator: " ")
                }
            } ?? [:])
    }

    /// Why this team, in plain words; nothing where there is none, since each lot says why.
    func reasons(in wording: Wording) -> [String] {
        guard plan.status != .none else { return [] }
        let group = plan.members.map(\.member)
        var pairs: [(String, String, Collaboration)] = []
        for (index, one) in group.enumerated() {
            for other in group[(index + 1)...] {
                guard let past = snapshot.collaborations[MemberPair(one, other)] else { continue }
                pairs.append((names[one] ?? one, names[other] ?? other, past))
            }
        }
        return wording.reasons(
            forBidOn: plan.lots.count, of: problem.lots.count,
            days: plan.members.reduce(0) { $0 + $1.days }, members: group.count,
            togetherBefore: pairs, references: shown,
            newcomers: plan.newcomers.count < plan.members.count
                ? plan.newcomers.map { names[$0] ?? $0 } : [])
            + supporters(in: wording)
    }

    /// Members with hardly any work without whom a certification or the turnover would lack.
    private func supporters(in wording: Wording) -> [String] {
        let details = details
        let turnovers = details.people.map { $0.turnover ?? .zero }
        let reached = turnovers.reduce(.zero, +)
        return plan.smallShares.compactMap { member in
            let certifications = details.certifications.filter {
                $0.scope != .everyMember && $0.holders == [member]
            }
            let own = details.people.first { $0.member == member }?.turnover ?? .zero
            let isNeeded = details.turnoverMin.map { reached - own < $0 } ?? false
            guard isNeeded || !certifications.isEmpty else { return nil }
            return wording.form.bringsOnly(
                names[member] ?? member, certifications: certifications.map(\.name),
                turnover: isNeeded)
        }
    }
}

extension Bid {
    /// The bid that a plan comes to.
    init(
        _ problem: BidProblem, _ plan: BidPlan, _ snapshot: Snapshot, titles: [Tender.ID: String],
        standing term: Decline.Term
    ) {
        let builder = BidBuilder(
            problem: problem, plan: plan, snapshot: snapshot, titles: titles, standing: term)
        self.init(
            tender: problem.tender.id, tenderTitle: problem.tender.title,
            url: problem.tender.url, buyer: problem.tender.buyer, deadline: problem.tender.deadline,
            status: Bid.Status(plan.status), price: plan.cost, budget: builder.budget,
            bound: plan.bound, gap: plan.gap, members: builder.members(of: plan),
            lots: problem.lots.sorted { ($0.lotNumber ?? 0, $0.id) < ($1.lotNumber ?? 0, $1.id) }
                .map { builder.recorded($0) },
            reasons: Wording.inEachLanguage { builder.reasons(in: $0) },
            basis: BidBuilder.basis(of: plan),
            details: builder.details)
    }
}

extension Bid.Status {
    init(_ status: BidPlan.Status) {
        switch status {
        case .optimal: self = .optimal
        case .feasible: self = .feasible
        case .none: self = .none
        }
    }
}

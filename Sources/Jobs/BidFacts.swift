internal import Hashing
internal import Market
internal import Solving
internal import Wording

/// What a bid is recorded with beside its plan: lots, reasons, basis.
struct BidFacts {
    let problem: BidProblem
    let plan: BidPlan
    let snapshot: Snapshot
    let names: [String: String]

    init(problem: BidProblem, plan: BidPlan, snapshot: Snapshot) {
        self.problem = problem
        self.plan = plan
        self.snapshot = snapshot
        names = snapshot.names
    }

    /// Budget of the lots bid for, where published for all of them.
    var budget: Money? {
        let budgets = problem.lots.filter { plan.lots.contains($0.id) }.map(\.budget)
        guard !budgets.isEmpty, !budgets.contains(nil) else { return nil }
        return budgets.compactMap(\.self).reduce(.zero, +)
    }

    /// SHA-256 of who does what and for how much: a bid that stays the same is no news.
    var basis: String {
        var hasher = Hash.Hasher()
        hasher.combine(field: plan.tender)
        hasher.combine(field: plan.lead ?? "")
        for work in plan.work {
            hasher.combine(
                field: "\(work.lot)|\(work.member)|\(work.skill)|\(work.days)|\(work.amount.cents)")
        }
        for shortfall in plan.shortfalls {
            hasher.combine(field: "\(shortfall.lot)|\(shortfall.causes)")
        }
        return hasher.finish().description
    }

    var tenderTitles: [Tender.ID: String] {
        Dictionary(
            snapshot.tenders.map { ($0.id, $0.title) }
                + snapshot.accepted.map { ($0.bid.tender, $0.bid.tenderTitle) },
            uniquingKeysWith: { first, _ in first })
    }

    var lotNumbers: [Need.ID: Int] {
        Dictionary(
            problem.lots.compactMap { lot in lot.lotNumber.map { (lot.id, $0) } },
            uniquingKeysWith: { $1 })
    }

    func recorded(_ lot: Need) -> RecordedBid.Lot {
        let work = plan.work.filter { $0.lot == lot.id }
        let shortfall = plan.shortfalls.first { $0.lot == lot.id }
        return RecordedBid.Lot(
            lot: lot.id, number: lot.lotNumber ?? 0, title: lot.title,
            isBidFor: plan.lots.contains(lot.id),
            price: work.reduce(.zero) { $0 + $1.amount }, budget: lot.budget,
            work: work.map { line in
                RecordedBid.Work(
                    member: line.member, skill: line.skill,
                    label: Wording.inEachLanguage {
                        snapshot.skills[line.skill]?.label(in: $0.language) ?? line.skill
                    },
                    days: line.days, rate: line.rate, amount: line.amount)
            },
            reason: shortfall.map { shortfall in
                Wording.inEachLanguage { wording in
                    shortfall.causes.map {
                        wording.sentence(
                            for: $0, skills: snapshot.skills, tenders: tenderTitles,
                            lots: lotNumbers, names: names)
                    }.joined(separator: " ")
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
    }
}

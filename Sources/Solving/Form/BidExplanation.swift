internal import Market

/// Finds out what a lot that is not bid for lacks, and verifies it.
struct BidExplanation {
    let problem: BidProblem
    let bidFor: Set<Need.ID>
    /// Whether the choice of lots is proven best.
    let isComplete: Bool
    let policy: FormPolicy
    let limits: FormLimits
    let deadline: ContinuousClock.Instant

    /// What may be broken together, from the least to all. The first set that makes the lot
    /// possible is the answer: one rule by itself before several.
    private static let ladder: [[BidModel.Cause]] = [
        [.budget], [.size], [.certifications], [.lead], [.turnover], [.refusals], [.days],
        [.days, .certifications, .lead, .turnover, .refusals, .size, .budget],
    ]

    /// What the lot lacks; at least one cause.
    func causes(of lot: Need) throws(SolvingError) -> [Shortfall] {
        if BidInstance.work(of: lot).isEmpty { return [.nothingAsked] }
        guard let window = lot.window else { return [.noWindow] }
        if problem.window(of: lot) == nil { return [.windowPast(last: window.last)] }
        let instance = BidInstance(problem, lots: [lot], policy: policy)
        switch try isPossible(instance) {
        case nil: return [.outOfTime]
        case true: return isComplete ? [.otherLots(bidFor.sorted())] : [.outOfTime]
        case false: break
        }
        for waiver in BidInstance.Waiver.allCases {
            guard let cause = waived(waiver, lot) else { continue }
            let free = BidInstance(problem, lots: [lot], policy: policy, waived: [waiver])
            if try isPossible(free) == true { return [cause] }
        }
        for breaking in Self.ladder {
            guard let causes = try lacking(instance, breaking: breaking) else {
                return [.outOfTime]
            }
            if causes.isEmpty { continue }
            // Where all work is missing, granting it leaves nothing to verify.
            if lacksEverything(causes, instance) { return causes }
            switch try isPossible(instance.granting(causes)) {
            case nil: return [.outOfTime]
            case true: return causes
            case false: throw .solver("a shortfall that does not hold when granted")
            }
        }
        throw .solver("a lot that stays impossible with every rule broken")
    }

    /// What lacks if leaving a rule out of account makes the lot possible; nil where nobody is
    /// concerned by it.
    private func waived(_ waiver: BidInstance.Waiver, _ lot: Need) -> Shortfall? {
        let members = problem.members
        switch waiver {
        case .promises:
            guard members.contains(where: { !$0.promised.isEmpty }) else { return nil }
            return .promised(to: promisedTo(lot))
        case .smallestShares:
            guard members.contains(where: { $0.candidate.bidDaysMin != nil }) else { return nil }
            return .smallestShares
        case .insurance:
            guard let least = problem.tender.insuranceMin,
                members.contains(where: { $0.candidate.insurance.map { $0 < least } ?? false })
            else { return nil }
            return .insurance(least: least)
        case .memberCertifications:
            let asked = problem.tender.memberCertifications
            return asked.isEmpty ? nil : .memberCertifications(asked)
        }
    }

    /// Whether a lot can be bid for by itself; nil where time ran out.
    private func isPossible(_ instance: BidInstance) throws(SolvingError) -> Bool? {
        guard !instance.members.isEmpty else { return false }
        var reduced = instance
        reduced.dropDominated(for: [.value])
        let model = BidModel(reduced)
        var search = BidSearch(model, limits: limits, deadline: deadline)
        guard
            let outcome = try search.minimise(
                model.isBidFor.map { .init(variable: $0, factor: -1) }, share: 1)
        else { return nil }
        if outcome.found == -1 { return true }
        return outcome.isProven ? false : nil
    }

    /// The least breach of some rules that makes the lot possible, the fewest rules first: empty
    /// where none does, nil where time ran out.
    private func lacking(
        _ instance: BidInstance, breaking: [BidModel.Cause]
    ) throws(SolvingError) -> [Shortfall]? {
        var reduced = instance
        reduced.dropDominated(for: [.value], sizeHolds: !breaking.contains(.size))
        var model = BidModel(reduced, breaking: Set(breaking))
        let broken = model.countBroken()
        guard !broken.isEmpty else { return [] }
        var search = BidSearch(model, limits: limits, deadline: deadline)
        guard
            let possible = try search.minimise(
                model.isBidFor.map { .init(variable: $0, factor: -1) }, share: 1)
        else { return nil }
        guard possible.found == -1 else { return possible.isProven ? [] : nil }
        var values = possible.values
        let amounts = breaking.filter { model.slacks[$0] != nil }.map(model.excess)
        for terms in (broken.count > 1 ? [broken] : []) + amounts {
            guard let outcome = try search.minimise(terms, share: 1), outcome.isProven else {
                return nil
            }
            values = outcome.values
        }
        let causes = breaking.flatMap { shortfalls($0, model, values) }
        return lacksEverything(causes, reduced) ? causes.filter(\.isOfDays) : causes
    }

    private func shortfalls(
        _ cause: BidModel.Cause, _ model: BidModel, _ values: [Int]
    ) -> [Shortfall] {
        let broken = model.slacks[cause, default: []].filter { values[$0.variable] > 0 }
        guard let first = broken.first else { return [] }
        let amount = broken.reduce(0) { $0 + values[$1.variable] * $1.unit }
        let group = BidGroup(model, values)
        switch cause {
        case .days:
            return broken.map { slack in
                let demand = model.instance.demands[slack.index]
                return .days(
                    skill: demand.asked.skill, level: demand.asked.level,
                    asked: Double(demand.halfDays) / 2,
                    missing: Double(values[slack.variable]) / 2, qualified: demand.qualified,
                    nearest: nearest(to: demand, of: model.instance.lots[demand.lot]))
            }
        case .budget:
            let cost = group.work.reduce(Money.zero) { $0 + group.amount($1, in: model.instance) }
            return [
                .budget(
                    published: Money(cents: model.instance.lots[first.index].budget ?? 0),
                    needed: cost)
            ]
        case .size:
            return [.size(most: model.instance.membersMax ?? 0, needed: group.members.count)]
        case .turnover:
            let least = model.instance.turnoverMin ?? 0
            return [
                .turnover(lowest: Money(cents: least), reached: Money(cents: least - amount))
            ]
        case .certifications:
            return [
                .certifications(
                    missing: broken.map { model.instance.lots[0].certifications[$0.index] })
            ]
        case .lead: return [.lead]
        case .refusals: return [.refusals(pairs: broken.count)]
        }
    }

    /// Up to three members who hold the skill below the level asked: the highest level first, then
    /// most free days, then the lowest id.
    private func nearest(
        to demand: BidInstance.Demand, of lot: BidInstance.Lot
    ) -> [Shortfall.Near] {
        problem.members.compactMap { member -> Shortfall.Near? in
            let candidate = member.candidate
            guard candidate.consentsToBids, member.lots.contains(lot.need.id),
                let held = candidate.skills.first(where: { $0.skill == demand.asked.skill }),
                !held.reaches(demand.asked.level)
            else { return nil }
            let free = candidate.calendar.freeDays(within: lot.window) ?? 0
            return Shortfall.Near(
                member: candidate.member, level: held.level,
                freeDays: (free * 2 + 1e-6).rounded(.down) / 2)
        }
        .sorted {
            (-($0.level ?? 3), -$0.freeDays, $0.member) < (
                -($1.level ?? 3), -$1.freeDays, $1.member
            )
        }
        .prefix(3).map(\.self)
    }

    private func lacksEverything(_ causes: [Shortfall], _ instance: BidInstance) -> Bool {
        let missing = causes.reduce(0.0) {
            if case .days(_, _, _, let missing, _, _) = $1 { $0 + missing } else { $0 }
        }
        return missing * 2 >= Double(instance.demands.reduce(0) { $0 + $1.halfDays })
    }

    /// Tenders that days of members who may work on the lot are promised to.
    private func promisedTo(_ lot: Need) -> [Tender.ID] {
        guard let window = lot.window else { return [] }
        let promises = problem.members.filter { $0.lots.contains(lot.id) }.flatMap(\.promised)
            .filter { $0.window.intersection(window) != nil }
        return Set(promises.map(\.tender)).sorted()
    }
}

extension Shortfall {
    fileprivate var isOfDays: Bool {
        if case .days = self { true } else { false }
    }
}

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

    /// Rules that may each be the only one in the way, and what else may be broken, from the least to
    /// all, where none of them is.
    private static let singles: [BidModel.Cause] = [
        .budget, .size, .certifications, .lead, .turnover, .refusals,
    ]
    private static let ladder: [[BidModel.Cause]] = [
        [.days], [.days, .certifications, .lead, .turnover, .refusals, .size, .budget],
    ]

    /// What a lot that is not bid for lacks.
    func shortfall(of lot: Need) -> BidPlan.LotShortfall {
        do throws(SolvingError) {
            let (causes, eachWouldDo) = try causes(of: lot)
            return BidPlan.LotShortfall(lot: lot.id, causes: causes, eachWouldDo: eachWouldDo)
        } catch {
            return BidPlan.LotShortfall(
                lot: lot.id, causes: [.notSolved(detail: error.description)])
        }
    }

    /// What the lot lacks, at least one cause, and whether mending any one of them would do.
    private func causes(of lot: Need) throws(SolvingError) -> ([Shortfall], Bool) {
        if BidInstance.work(of: lot).isEmpty { return ([.nothingAsked], false) }
        guard let window = lot.window else { return ([.noWindow], false) }
        if problem.window(of: lot) == nil { return ([.windowPast(last: window.last)], false) }
        let instance = BidInstance(problem, lots: [lot], policy: policy)
        switch try isPossible(instance) {
        case nil: return ([.outOfTime], false)
        case true:
            return isComplete ? ([.otherLots(try inTheWay(of: lot))], false) : ([.outOfTime], false)
        case false: break
        }
        let each = try single(lot, instance)
        if !each.isEmpty { return (each, true) }
        for breaking in Self.ladder {
            guard let causes = try lacking(instance, breaking: breaking) else {
                return ([.outOfTime], false)
            }
            if causes.isEmpty { continue }
            // Where all work is missing, granting it leaves nothing to verify.
            if lacksEverything(causes, instance) { return (causes, false) }
            switch try isPossible(instance.granting(causes)) {
            case nil: return ([.outOfTime], false)
            case true: return (causes, false)
            case false: throw .solver("a shortfall that does not hold when granted")
            }
        }
        throw .solver("a lot that stays impossible with every rule broken")
    }

    /// Every cause that alone is in the way, verified; none where it takes more than one, or time ran
    /// out before any was found.
    private func single(_ lot: Need, _ instance: BidInstance) throws(SolvingError) -> [Shortfall] {
        var each: [Shortfall] = []
        for waiver in BidInstance.Waiver.allCases {
            guard let cause = try waived(waiver, lot) else { continue }
            each.append(cause)
        }
        for cause in Self.singles {
            guard let causes = try lacking(instance, breaking: [cause]) else { break }
            guard !causes.isEmpty, !lacksEverything(causes, instance),
                try isPossible(instance.granting(causes)) == true
            else { continue }
            each += causes
        }
        return each
    }

    /// Lots bid for without any one of which the lot could be, beside all the others; all of them where
    /// it takes more than one.
    private func inTheWay(of lot: Need) throws(SolvingError) -> [Need.ID] {
        let others = problem.possibleLots.filter { bidFor.contains($0.id) }
        guard others.count > 1 else { return others.map(\.id).sorted() }
        var inTheWay: [Need.ID] = []
        for one in others {
            let lots = others.filter { $0.id != one.id } + [lot]
            let beside = BidInstance(problem, lots: lots, policy: policy)
            if try isPossible(beside) == true { inTheWay.append(one.id) }
        }
        return (inTheWay.isEmpty ? others.map(\.id) : inTheWay).sorted()
    }

    /// What lacks if leaving a rule out of account makes the lot possible; nil where it does not, or
    /// nobody is concerned by it.
    private func waived(
        _ waiver: BidInstance.Waiver, _ lot: Need
    ) throws(SolvingError) -> Shortfall? {
        let members = problem.members
        let cause: Shortfall
        switch waiver {
        case .promises:
            let tenders = promisedTo(lot)
            return tenders.isEmpty ? nil : try holding(tenders, lot).map { .promised(to: $0) }
        case .smallestShares:
            guard members.contains(where: { $0.candidate.bidDaysMin != nil }) else { return nil }
            cause = .smallestShares
        case .insurance:
            guard let least = problem.tender.insuranceMin,
                members.contains(where: { $0.candidate.insurance.map { $0 < least } ?? false })
            else { return nil }
            cause = .insurance(least: least)
        case .memberCertifications:
            let asked = problem.tender.memberCertifications
            guard !asked.isEmpty else { return nil }
            cause = .memberCertifications(asked)
        }
        let free = BidInstance(problem, lots: [lot], policy: policy, waived: [waiver])
        return try isPossible(free) == true ? cause : nil
    }

    /// Of some tenders, those whose promises are in the way: each that is by itself, or all where it
    /// takes more than one; nil where they are not.
    private func holding(_ tenders: [Tender.ID], _ lot: Need) throws(SolvingError) -> [Tender.ID]? {
        var alone: [Tender.ID] = []
        for tender in tenders where tenders.count > 1 {
            let members = problem.members.map { $0.without(promisesTo: [tender]) }
            let free = BidInstance(problem.with(members), lots: [lot], policy: policy)
            if try isPossible(free) == true { alone.append(tender) }
        }
        if !alone.isEmpty { return alone }
        let members = problem.members.map { $0.without(promisesTo: Set(tenders)) }
        let free = BidInstance(problem.with(members), lots: [lot], policy: policy)
        return try isPossible(free) == true ? tenders : nil
    }

    /// Whether all lots of an instance can be bid for; nil where time ran out.
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
        if outcome.found == -instance.lots.count { return true }
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
            let free = daysLeft(of: member, in: lot.window)
            return Shortfall.Near(
                member: candidate.member, level: held.level,
                freeDays: free.map { ($0 * 2 + 1e-6).rounded(.down) / 2 })
        }
        .sorted {
            (-($0.level ?? 3), -($0.freeDays ?? 0), $0.member) < (
                -($1.level ?? 3), -($1.freeDays ?? 0), $1.member
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

    /// Days that a member has free in a window once all promises are kept; nil where nothing was said.
    private func daysLeft(of member: BidMember, in window: Period) -> Double? {
        guard !member.candidate.calendar.availabilities.isEmpty else { return nil }
        let promised = member.promised.compactMap { $0.left(on: problem.asOf) }
        guard let span = Period.spanning([window] + promised.map(\.window)) else { return nil }
        let free = FreeDays(member.candidate.calendar, over: span, except: problem.tender.id)
        return free.left(
            in: window, beside: free.fitting(promised, overlap: policy.overlap),
            overlap: policy.overlap)
    }

    /// Tenders that days are promised to of members who could help with the lot: who hold a skill asked
    /// and may be counted on.
    private func promisedTo(_ lot: Need) -> [Tender.ID] {
        guard let window = problem.window(of: lot) else { return [] }
        let helping = Set(
            BidInstance(problem, lots: [lot], policy: policy, waived: [.promises]).members.map(\.id)
        )
        let promises = problem.members.filter { helping.contains($0.candidate.member) }
            .flatMap(\.promised).compactMap { $0.left(on: problem.asOf) }
            .filter { $0.window.intersection(window) != nil }
        return Set(promises.map(\.tender)).sorted()
    }
}

extension BidMember {
    fileprivate func without(promisesTo tenders: Set<Tender.ID>) -> BidMember {
        BidMember(
            candidate: candidate, lots: lots, fit: fit, isNewcomer: isNewcomer,
            promised: promised.filter { !tenders.contains($0.tender) }, references: references)
    }
}

extension Shortfall {
    fileprivate var isOfDays: Bool {
        if case .days = self { true } else { false }
    }
}

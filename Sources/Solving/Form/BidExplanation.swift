internal import Market

/// Finds out what a lot that is not bid for lacks, and verifies it.
struct BidExplanation {
    let problem: BidProblem
    let bidFor: Set<Need.ID>
    /// Whether the choice of lots is proven best.
    let isComplete: Bool
    let seed: Int
    let deadline: ContinuousClock.Instant

    /// What may be broken together, from the least to all. The first set that makes the lot
    /// possible is the answer: one rule by itself before several.
    private static let ladder: [[BidModel.Cause]] = [
        [.budget], [.size], [.certifications], [.turnover], [.refusals], [.days],
        [.days, .certifications, .turnover, .refusals, .size, .budget],
    ]

    /// What the lot lacks; at least one cause.
    func causes(of lot: Need) throws(SolvingError) -> [Shortfall] {
        if BidInstance.work(of: lot).isEmpty { return [.nothingAsked] }
        if lot.window == nil { return [.noWindow] }
        let instance = BidInstance(problem, lots: [lot])
        switch try isPossible(instance) {
        case nil: return [.outOfTime]
        case true: return isComplete ? [.otherLots(bidFor.sorted())] : [.outOfTime]
        case false: break
        }
        if problem.members.contains(where: { !$0.promised.isEmpty }) {
            let free = BidInstance(problem, lots: [lot], keepsPromises: false)
            if try isPossible(free) == true { return [.promised(to: promisedTo(lot))] }
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

    /// Whether a lot can be bid for by itself; nil where time ran out.
    private func isPossible(_ instance: BidInstance) throws(SolvingError) -> Bool? {
        guard !instance.members.isEmpty else { return false }
        var reduced = instance
        reduced.dropDominated()
        let model = BidModel(reduced)
        var search = BidSearch(model, seed: seed, deadline: deadline)
        guard
            let outcome = try search.minimise(
                model.isBidFor.map { .init(variable: $0, factor: -1) }, share: 1)
        else { return nil }
        if outcome.found == -1 { return true }
        return outcome.isProven ? false : nil
    }

    /// The least breach of some rules that makes the lot possible: empty where none does, nil where
    /// time ran out.
    private func lacking(
        _ instance: BidInstance, breaking: [BidModel.Cause]
    ) throws(SolvingError) -> [Shortfall]? {
        var reduced = instance
        reduced.dropDominated(sizeHolds: !breaking.contains(.size))
        let model = BidModel(reduced, breaking: Set(breaking))
        guard breaking.contains(where: { model.slacks[$0] != nil }) else { return [] }
        var search = BidSearch(model, seed: seed, deadline: deadline)
        guard
            let possible = try search.minimise(
                model.isBidFor.map { .init(variable: $0, factor: -1) }, share: 1)
        else { return nil }
        guard possible.found == -1 else { return possible.isProven ? [] : nil }
        var values = possible.values
        for cause in breaking where model.slacks[cause] != nil {
            guard let outcome = try search.minimise(model.excess(cause), share: 1),
                outcome.isProven
            else { return nil }
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
                let demand = model.instance.demands[slack.place]
                return .days(
                    skill: demand.asked.skill, level: demand.asked.level,
                    asked: Double(demand.halfDays) / 2,
                    missing: Double(values[slack.variable]) / 2, qualified: demand.qualified)
            }
        case .budget:
            let cost = group.work.reduce(Money.zero) { $0 + group.amount($1, in: model.instance) }
            return [
                .budget(
                    published: Money(cents: model.instance.lots[first.place].budget ?? 0),
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
                    missing: broken.map { model.instance.lots[0].certifications[$0.place] })
            ]
        case .refusals: return [.refusals(pairs: broken.count)]
        }
    }

    private func lacksEverything(_ causes: [Shortfall], _ instance: BidInstance) -> Bool {
        let missing = causes.reduce(0.0) {
            if case .days(_, _, _, let missing, _) = $1 { $0 + missing } else { $0 }
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

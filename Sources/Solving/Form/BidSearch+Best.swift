/// The best group found for an instance, and what is proven of it.
struct BidResult {
    var group = BidGroup()
    var proofs: [BidPlan.Proof] = []

    /// Whether no choice of lots is worth more.
    var isComplete: Bool { proofs.allSatisfy { $0.objective != .value || $0.isProven } }
}

extension BidSearch {
    /// Searches for the best group of an instance: value, then cost, then size. Each objective
    /// leaves time to those after it.
    static func best(
        of instance: BidInstance, seed: Int, deadline: ContinuousClock.Instant
    ) throws(SolvingError) -> BidResult {
        var result = BidResult()
        guard !instance.lots.isEmpty, !instance.members.isEmpty else { return result }
        let model = BidModel(instance)
        var search = BidSearch(model, seed: seed, deadline: deadline)
        guard let value = try search.bestValue() else {
            result.proofs = [
                BidPlan.Proof(
                    objective: .value, found: 0,
                    bound: Double(instance.lots.reduce(0) { $0 + $1.value }) / 100,
                    isProven: false, nodes: 0)
            ]
            return result
        }
        result.record(.value, value, unit: -100, model)
        if value.found == 0 { return result }
        for (objective, terms, share, unit) in [
            (.cost, model.price, 0.8, 100), (.members, model.size, 1, 1),
        ] as [(BidPlan.Proof.Objective, [Programme.Term], Double, Double)] {
            if let outcome = try search.minimise(terms, share: share) {
                result.record(objective, outcome, unit: unit, model)
            } else {
                let found = result.group.reached(objective, in: instance)
                result.proofs.append(
                    BidPlan.Proof(
                        objective: objective, found: found, bound: 0, isProven: false, nodes: 0))
            }
        }
        return result
    }

    /// The highest value. Where half of the time ends without a lot to bid for, lots are tried one
    /// by one, the most valuable first, each beside those that were possible before.
    private mutating func bestValue() throws(SolvingError) -> Outcome? {
        var attempt = self
        let outcome = try attempt.minimise(model.lostValue, share: 0.5)
        if let outcome, outcome.isProven || outcome.found < 0 {
            self = attempt
            return outcome
        }
        let lots = model.instance.lots
        let order = lots.indices.sorted { (-lots[$0].value, $0) < (-lots[$1].value, $1) }
        var chosen: [Int] = []
        for lot in order {
            var trial = self
            trial.bid(for: chosen, perhaps: lot)
            let term = Programme.Term(variable: model.isBidFor[lot], factor: -1)
            guard let found = try trial.minimise([term], share: 0.15) else { continue }
            if found.found == -1 {
                chosen.append(lot)
                start = found.values
            }
        }
        guard let start else { return outcome }
        return Outcome(
            values: start, found: hold(model.lostValue, at: start),
            bound: outcome?.bound ?? -.infinity, isProven: false, nodes: outcome?.nodes ?? 0)
    }
}

extension BidResult {
    fileprivate mutating func record(
        _ objective: BidPlan.Proof.Objective, _ outcome: BidSearch.Outcome, unit: Double,
        _ model: BidModel
    ) {
        group = BidGroup(model, outcome.values)
        // No bound says more than that all lots are bid for, or that nothing costs nothing.
        let lowest =
            objective == .value
            ? -Double(model.instance.lots.reduce(0) { $0 + $1.value }) : 0
        proofs.append(
            BidPlan.Proof(
                objective: objective, found: Double(outcome.found) / unit,
                bound: max(outcome.bound, lowest) / unit, isProven: outcome.isProven,
                nodes: outcome.nodes))
    }
}

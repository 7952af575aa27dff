internal import Market

/// The best group found for an instance, and what is proven of it.
struct BidResult: Sendable {
    var group = BidGroup()
    var proofs: [BidPlan.Proof] = []
    /// The model of each objective as it was solved, where asked for.
    var models: [SolvedModel] = []
    /// What the objectives came to in whole units, in order, as long as each is proven.
    var optima: [(objective: BidPlan.Proof.Objective, found: Int)] = []
    /// Worth of each lot that this holds for.
    var values: [Int] = []

    /// Whether no choice of lots is worth more.
    var isComplete: Bool { proofs.first?.isProven ?? true }
}

/// A team that a search starts from, or must stay away from.
enum BidVariation {
    /// None: the best team there is.
    case none
    /// Teams of which at least two members, or the only one, are not in this one.
    case unlike([Set<String>])
    /// A team that is changed as little as possible.
    case near(Set<String>)

    var isVaried: Bool {
        if case .none = self { false } else { true }
    }
}

extension BidSearch {
    /// Something to minimise, and how it is recorded.
    private struct Stage {
        let objective: BidPlan.Proof.Objective
        let terms: [Programme.Term]
        /// What one recorded unit comes to, the sign turned where more is better.
        let unit: Double
        /// Added to what is recorded.
        var offset = 0
    }

    /// Searches for the best group of an instance, for one objective after another. Each leaves
    /// time to those after it.
    static func best(
        of instance: BidInstance, policy: FormPolicy, limits: FormLimits,
        deadline: ContinuousClock.Instant, variation: BidVariation = .none,
        besideBest best: BidResult? = nil, keepsModels: Bool = false
    ) throws(SolvingError) -> BidResult {
        var result = BidResult()
        result.values = instance.lots.map(\.value)
        guard !instance.lots.isEmpty, !instance.members.isEmpty else { return result }
        let model = BidModel(instance, objectives: policy.objectives)
        var search = BidSearch(model, limits: limits, deadline: deadline)
        search.hold(variation)
        let stages = stages(of: model, policy: policy, variation: variation)
        // No other team does better than the best one, as long as it does as well in what ranks
        // before.
        var best = best?.values == result.values ? best?.optima ?? [] : []
        for (index, stage) in stages.enumerated() {
            let isFirst = index == 0
            let share = index == stages.count - 1 ? 1 : 0.5
            if keepsModels {
                result.models.append(
                    SolvedModel(objective: stage.objective, search: search, terms: stage.terms))
            }
            let known = best.first.flatMap { $0.objective == stage.objective ? $0.found : nil }
            if let known { search.add(stage.terms, atLeast: Double(known)) }
            let outcome =
                isFirst
                ? try search.bestValue(stage.terms)
                : search.minimised(stage.terms, share: share)
            guard let outcome else {
                result.proofs.append(unsolved(stage, group: result.group, model))
                if isFirst { return result }
                if known != nil { best = [] }
                continue
            }
            if keepsModels, let last = result.models.indices.last {
                result.models[last].found = outcome
            }
            result.group = BidGroup(model, outcome.values)
            result.proofs.append(proof(stage, outcome, model))
            if result.optima.count == index, outcome.isProven {
                result.optima.append((stage.objective, outcome.found))
            }
            if let known {
                best = outcome.found == known ? Array(best.dropFirst()) : []
            }
            if isFirst, result.group.lots.isEmpty { return result }
        }
        return result
    }

    private static func stages(
        of model: BidModel, policy: FormPolicy, variation: BidVariation
    ) -> [Stage] {
        var stages: [Stage]
        switch policy.wishes {
        case .weighted(let weights):
            stages = [
                Stage(
                    objective: .weighted, terms: model.weightedSum(weights),
                    unit: -BidModel.weightUnit)
            ]
        case .inOrder:
            stages = policy.order.map { objective in
                let unit: Double =
                    switch objective {
                    case .value: -100
                    case .price: 100
                    case .fit, .ties: -1
                    case .members: 1
                    case .lead: -2
                    }
                return Stage(
                    objective: BidPlan.Proof.Objective(objective),
                    terms: model.terms(of: objective),
                    unit: unit)
            }
        }
        // What is bid for comes before who bids, also where all is weighed.
        if case .weighted = policy.wishes, variation.isVaried {
            stages.insert(Stage(objective: .value, terms: model.lostValue, unit: -100), at: 0)
        }
        if case .near(let team) = variation {
            stages.insert(
                Stage(
                    objective: .changes, terms: model.changes(to: team), unit: 1,
                    offset: model.instance.members.count { team.contains($0.id) }), at: 1)
        }
        return stages
    }

    private static func proof(
        _ stage: Stage, _ outcome: Outcome, _ model: BidModel
    ) -> BidPlan.Proof {
        // No bound says more than that all lots are bid for, or that nothing costs nothing.
        let lowest = model.programme.lowest(of: stage.terms)
        return BidPlan.Proof(
            objective: stage.objective,
            found: Double(outcome.found + stage.offset) / stage.unit + 0,
            bound: (max(outcome.bound, lowest) + Double(stage.offset)) / stage.unit,
            isProven: outcome.isProven, nodes: outcome.nodes)
    }

    private static func unsolved(
        _ stage: Stage, group: BidGroup, _ model: BidModel
    ) -> BidPlan.Proof {
        let found: Double =
            switch stage.objective {
            case .value:
                Double(group.lots.reduce(0) { $0 + model.instance.lots[$1].value }) / 100
            case .fit: Double(group.points(in: model.instance))
            case .ties: Double(group.pairs(in: model.instance).count)
            case .price:
                group.work.reduce(0) { $0 + group.amount($1, in: model.instance).euros }
            case .members, .changes: Double(group.members.count)
            case .lead: Double(group.leadHalfDays(in: model.instance)) / 2
            case .weighted: 0
            }
        let bound =
            (model.programme.lowest(of: stage.terms) + Double(stage.offset)) / stage.unit
        return BidPlan.Proof(
            objective: stage.objective, found: found, bound: bound, isProven: false, nodes: 0)
    }

    /// What minimising a sum of terms comes to; nil where nothing was found in time, or no solver gave
    /// an answer: what was found before stands.
    private mutating func minimised(_ terms: [Programme.Term], share: Double) -> Outcome? {
        let before = self
        do throws(SolvingError) {
            return try minimise(terms, share: share)
        } catch {
            self = before
            return nil
        }
    }

    /// The best of the first objective. Where half of the time ends without a lot to bid for, lots
    /// are tried one by one, the most valuable first, each beside those that were possible before.
    private mutating func bestValue(
        _ terms: [Programme.Term]
    ) throws(SolvingError) -> Outcome? {
        var attempt = self
        let outcome = try attempt.minimise(terms, share: 0.5)
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
            values: start, found: hold(terms, at: start),
            bound: outcome?.bound ?? -.infinity, isProven: false, nodes: outcome?.nodes ?? 0)
    }

    /// Keeps away from teams.
    private mutating func hold(_ variation: BidVariation) {
        guard case .unlike(let teams) = variation else { return }
        for team in teams {
            add(
                model.members(in: team).map { Programme.Term(variable: $0, factor: 1) },
                atMost: Double(max(0, team.count - 2)))
        }
    }
}

extension BidModel {
    /// Variables of the members of a team who are still in the model.
    fileprivate func members(in team: Set<String>) -> [Programme.Variable] {
        zip(takesPart, instance.members).filter { team.contains($1.id) }.map(\.0)
    }

    /// Members who join a team less those who stay.
    fileprivate func changes(to team: Set<String>) -> [Term] {
        zip(takesPart, instance.members).map {
            Term(variable: $0, factor: team.contains($1.id) ? -1 : 1)
        }
    }
}

extension FormPolicy {
    /// The objectives in order, value first; none where they are weighted.
    var order: [BidObjective] {
        guard case .inOrder(let order) = wishes else { return [] }
        var seen: Set<BidObjective> = []
        let once = order.filter { seen.insert($0).inserted }
        return once.contains(.value) ? once : [.value] + once
    }

    /// The objectives that count.
    var objectives: Set<BidObjective> {
        switch wishes {
        case .inOrder: Set(order)
        case .weighted(let weights): Set(weights.filter { $0.value > 0 }.keys)
        }
    }
}

extension BidPlan.Proof.Objective {
    fileprivate init(_ objective: BidObjective) {
        switch objective {
        case .value: self = .value
        case .fit: self = .fit
        case .ties: self = .ties
        case .price: self = .price
        case .members: self = .members
        case .lead: self = .lead
        }
    }
}

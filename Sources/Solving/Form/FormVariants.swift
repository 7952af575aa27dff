public import Market

/// Repairs a bid when one of its members declines: the same lots where possible, with the fewest
/// members who join or leave, then as ``form(_:policy:limits:)`` would choose. Who then has most
/// days leads; work is not shifted for that.
///
/// - Parameters:
///   - team: Members of the bid as it stands, by id.
///   - member: Who declines.
///   - problem: What the bid was formed on.
///   - policy: What a good bid is.
///   - limits: What the search may take.
/// - Returns: The bid without the member; of status none where no group is possible.
/// - Throws: ``SolvingError``, as ``form(_:policy:limits:)`` does.
public func repair(
    _ team: [String], without member: String, in problem: BidProblem,
    policy: FormPolicy = FormPolicy(), limits: FormLimits = FormLimits()
) throws(SolvingError) -> BidPlan {
    try refuseDuplicates(in: problem)
    let instance = BidInstance(problem, lots: problem.possibleLots, policy: policy)
    var plan = try repaired(
        team, without: member, in: problem, instance, policy: policy, limits: limits,
        deadline: limits.deadline)
    let explanation = BidExplanation(
        problem: problem.without(member), bidFor: Set(plan.lots),
        isComplete: plan.proofs.first?.isProven ?? true, policy: policy, limits: limits,
        deadline: limits.deadline)
    for lot in problem.orderedLots where !plan.lots.contains(lot.id) {
        plan.shortfalls.append(explanation.shortfall(of: lot))
    }
    return plan
}

private func repaired(
    _ team: [String], without member: String, in problem: BidProblem, _ instance: BidInstance,
    policy: FormPolicy, limits: FormLimits, deadline: ContinuousClock.Instant
) throws(SolvingError) -> BidPlan {
    let staying = Set(team).subtracting([member])
    return try variant(
        .near(staying), of: problem, instance.without(member), policy: policy, limits: limits,
        deadline: deadline, keeping: staying)
}

private func variant(
    _ variation: BidVariation, of problem: BidProblem, _ instance: BidInstance,
    policy: FormPolicy, limits: FormLimits, deadline: ContinuousClock.Instant,
    keeping kept: Set<String> = [], barring barred: Set<String> = [], beside best: BidResult? = nil
) throws(SolvingError) -> BidPlan {
    let began = ContinuousClock.now
    let policy = policy.withoutLead
    var instance = instance
    instance.dropDominated(
        for: policy.objectives.union([.value]), keeping: kept, barring: barred)
    let result = try BidSearch.best(
        of: instance, policy: policy, limits: limits, deadline: deadline, variation: variation,
        besideBest: best)
    return BidPlan(
        tender: problem.tender.id, group: result.group, instance: instance, proofs: result.proofs,
        seconds: (ContinuousClock.now - began) / .seconds(1))
}

extension BidProblem {
    fileprivate func without(_ member: String) -> BidProblem {
        with(members.filter { $0.candidate.member != member })
    }
}

extension BidPlan {
    /// Looks for substitutes and for other teams, as the policy asks.
    ///
    /// Substitutes come first, each just as ``repair(_:without:in:policy:limits:)`` finds it, so that both
    /// name the same. Nodes end each search; a search may take half of the time that is left, and what
    /// it does not need is left to those after it. What the clock cut short says so.
    mutating func addVariants(
        of problem: BidProblem, in instance: BidInstance, beside best: BidResult,
        policy: FormPolicy, limits: FormLimits
    ) throws(SolvingError) {
        guard status != .none, policy.alternatives > 0 || policy.substitutes else { return }
        let end = ContinuousClock.now + .seconds(max(0, limits.seconds) * Self.variantShare)
        func share() -> ContinuousClock.Instant {
            let now = ContinuousClock.now
            return now + max(.zero, end - now) / 2
        }
        let team = members.map(\.member)
        for member in policy.substitutes ? team : [] {
            let plan = try repaired(
                team, without: member, in: problem, instance, policy: policy, limits: limits,
                deadline: share())
            substitutes.append(Substitute(member: member, plan: plan, of: self))
        }
        var teams = [Set(team)]
        for _ in 0..<policy.alternatives {
            let other = try variant(
                .unlike(teams), of: problem, instance, policy: policy, limits: limits,
                deadline: share(), barring: teams.reduce(into: []) { $0.formUnion($1) },
                beside: best)
            if other.status == .none {
                isEveryTeamNamed = other.isValueProven
                break
            }
            alternatives.append(other)
            teams.append(Set(other.members.map(\.member)))
        }
    }

    /// Most time for all of them, as a multiple of what the best bid may take: nodes should end each.
    private static let variantShare = 4.0

    /// Whether no choice of lots is worth more.
    var isValueProven: Bool { proofs.first?.isProven ?? true }
}

extension BidPlan.Substitute {
    fileprivate init(member: String, plan: BidPlan, of bid: BidPlan) {
        self.member = member
        self.plan = plan
        let team = bid.members.map(\.member)
        joining = plan.members.map(\.member).filter { !team.contains($0) }
        lost = bid.lots.filter { !plan.lots.contains($0) }
        gained = plan.lots.filter { !bid.lots.contains($0) }
    }
}

extension BidPlan {
    /// Whether what it says of lots and members is proven, not only the best that was found in time.
    public var isEstablished: Bool {
        proofs.allSatisfy {
            $0.isProven || !($0.objective == .value || $0.objective == .changes)
        }
    }

    /// What the lots that both bid for cost here beyond what they cost there; nil where both bid for
    /// none in common.
    public func change(of price: BidPlan) -> Money? {
        let common = Set(lots).intersection(price.lots)
        guard !common.isEmpty else { return nil }
        func amount(_ plan: BidPlan) -> Money {
            plan.work.filter { common.contains($0.lot) }.reduce(.zero) { $0 + $1.amount }
        }
        return amount(self) - amount(price)
    }
}

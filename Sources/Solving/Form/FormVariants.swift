internal import Market

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
        let causes = try explanation.causes(of: lot)
        plan.shortfalls.append(BidPlan.LotShortfall(lot: lot.id, causes: causes))
    }
    return plan
}

private func repaired(
    _ team: [String], without member: String, in problem: BidProblem, _ instance: BidInstance,
    policy: FormPolicy, limits: FormLimits, deadline: ContinuousClock.Instant,
    beside best: BidResult? = nil
) throws(SolvingError) -> BidPlan {
    let staying = Set(team).subtracting([member])
    return try variant(
        .near(staying), of: problem, instance.without(member, of: problem), policy: policy,
        limits: limits, deadline: deadline, keeping: staying, beside: best)
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
    /// Looks for other teams and for substitutes, as the policy asks. Each may take an equal share
    /// of the time that is left.
    mutating func addVariants(
        of problem: BidProblem, in instance: BidInstance, beside best: BidResult,
        policy: FormPolicy, limits: FormLimits
    ) throws(SolvingError) {
        guard status != .none, policy.alternatives > 0 || policy.substitutes else { return }
        let end = limits.deadline
        var pieces = policy.alternatives + (policy.substitutes ? members.count : 0)
        func share() -> ContinuousClock.Instant {
            let now = ContinuousClock.now
            defer { pieces -= 1 }
            return now + max(.zero, end - now) / max(1, pieces)
        }
        var teams = [Set(members.map(\.member))]
        for _ in 0..<policy.alternatives {
            let other = try variant(
                .unlike(teams), of: problem, instance, policy: policy, limits: limits,
                deadline: share(), barring: teams.reduce(into: []) { $0.formUnion($1) },
                beside: best)
            if other.status == .none { break }
            alternatives.append(other)
            teams.append(Set(other.members.map(\.member)))
        }
        guard policy.substitutes else { return }
        let team = members.map(\.member)
        for member in team {
            let plan = try repaired(
                team, without: member, in: problem, instance, policy: policy, limits: limits,
                deadline: share(), beside: best)
            substitutes.append(
                Substitute(
                    member: member, plan: plan,
                    joining: plan.members.map(\.member).filter { !team.contains($0) },
                    lost: lots.filter { !plan.lots.contains($0) }))
        }
    }
}

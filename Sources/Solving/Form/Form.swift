internal import Market

/// Forms the best bid for a tender: which lots to bid for, who takes part, who leads, who works how
/// many days on what.
///
/// A mixed-integer programme solved to proven optimality, for one objective after another: the
/// highest value of the lots bid for (their budgets, or their days at the median rate of the
/// members), the best fit, ties among the members, the lowest price, the fewest members; or for all
/// of them weighed (`BidWishes`). The work of each lot bid for is covered exactly, by
/// members who hold the skill at the level asked; nobody works more than their free days less what
/// is promised, nor less than the smallest share they accept; one who accepts to leads; budgets,
/// size, turnover, certifications, insurance and refusals are kept. The article <doc:FormingBids>
/// writes the programme out.
///
/// Days count by the half: days asked are rounded up to it, free days down. Members who said
/// nothing of their time or rate, or did not agree to joint bids, are never promised
/// (``BidPlan/leftOut``). A lot without a window, or whose window is past, or without days of work
/// is not bid for. What any
/// other lot lacks is found by relaxing rules and verified by granting it
/// (``BidPlan/shortfalls``).
///
/// The order of lots and members changes nothing. The same problem gives the same plan, unless the
/// seconds end the search.
///
/// - Throws: ``SolvingError`` where a member or a lot is given twice, or the solver fails.
/// - Complexity: exponential at the worst; see the article for measured times.
public func form(
    _ problem: BidProblem, policy: FormPolicy = FormPolicy(), limits: FormLimits = FormLimits()
) throws(SolvingError) -> BidPlan {
    let best = try BestBid(problem, policy: policy, limits: limits)
    return try best.withVariants(policy: policy, limits: limits)
}

/// The best bid for a tender with what its lots lack, before other teams and substitutes are looked
/// for: all that the bids for other tenders depend on.
struct BestBid: Sendable {
    let problem: BidProblem
    let plan: BidPlan
    /// What the plan was found in: all members who can do something.
    private let instance: BidInstance
    private let result: BidResult

    /// - Throws: ``SolvingError``, as ``form(_:policy:limits:)`` does.
    init(_ problem: BidProblem, policy: FormPolicy, limits: FormLimits) throws(SolvingError) {
        try refuseDuplicates(in: problem)
        let began = ContinuousClock.now
        let instance = BidInstance(problem, lots: problem.possibleLots, policy: policy)
        var reduced = instance
        reduced.dropDominated(for: policy.objectives)
        let result = try BidSearch.best(
            of: reduced, policy: policy, limits: limits, deadline: limits.deadline)

        let bidFor = Set(result.group.lots.map { reduced.lots[$0].need.id })
        let explanation = BidExplanation(
            problem: problem, bidFor: bidFor, isComplete: result.isComplete, policy: policy,
            limits: limits, deadline: limits.deadline)
        var shortfalls: [BidPlan.LotShortfall] = []
        for lot in problem.orderedLots where !bidFor.contains(lot.id) {
            shortfalls.append(explanation.shortfall(of: lot))
        }
        self.problem = problem
        self.instance = instance
        self.result = result
        plan = BidPlan(
            tender: problem.tender.id, group: result.group, instance: reduced,
            proofs: result.proofs, seconds: (ContinuousClock.now - began) / .seconds(1),
            shortfalls: shortfalls, leftOut: instance.leftOut)
    }

    /// The bid with other teams and substitutes, as the policy asks.
    func withVariants(policy: FormPolicy, limits: FormLimits) throws(SolvingError) -> BidPlan {
        var plan = plan
        try plan.addVariants(
            of: problem, in: instance, beside: result, policy: policy, limits: limits)
        return plan
    }
}

/// The models that ``form(_:policy:limits:)`` solves for a tender, one an objective in order (or one
/// for their weighted sum), with what each came to.
///
/// A model is complete: it holds what the objectives before it came to, and leaves out the members
/// that <doc:FormingBids> proves are not needed.
///
/// - Parameters:
///   - problem: A tender with its lots and members.
///   - policy: What a good bid is.
///   - limits: What the search may take.
///   - keepsAll: Whether members who are not needed stay in; slower to solve.
/// - Returns: The models in the order that they were solved; none where nobody can do anything.
/// - Throws: ``SolvingError``, as ``form(_:policy:limits:)`` does.
public func bidModels(
    _ problem: BidProblem, policy: FormPolicy = FormPolicy(), limits: FormLimits = FormLimits(),
    keepsAll: Bool = false
) throws(SolvingError) -> [BidModelFile] {
    try refuseDuplicates(in: problem)
    var instance = BidInstance(problem, lots: problem.possibleLots, policy: policy)
    if !keepsAll { instance.dropDominated(for: policy.objectives) }
    let result = try BidSearch.best(
        of: instance, policy: policy, limits: limits, deadline: limits.deadline,
        keepsModels: true)
    return result.models.map { BidModelFile($0, tender: problem.tender.id) }
}

extension BidProblem {
    /// Lots by number, then by id.
    var orderedLots: [Need] {
        lots.sorted { ($0.lotNumber ?? .max, $0.id) < ($1.lotNumber ?? .max, $1.id) }
    }

    /// Lots that could be bid for: with work and dates that are not past.
    var possibleLots: [Need] {
        orderedLots.filter { window(of: $0) != nil && !BidInstance.work(of: $0).isEmpty }
    }
}

extension FormLimits {
    /// When a search that begins now ends.
    var deadline: ContinuousClock.Instant { .now + .seconds(max(0, seconds)) }
}

func refuseDuplicates(in problem: BidProblem) throws(SolvingError) {
    var members: Set<String> = []
    for member in problem.members where !members.insert(member.candidate.member).inserted {
        throw .duplicateMember(member.candidate.member)
    }
    var lots: Set<Need.ID> = []
    for lot in problem.lots where !lots.insert(lot.id).inserted { throw .duplicateLot(lot.id) }
}

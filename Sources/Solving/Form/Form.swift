internal import Market

/// Forms the best bid for a tender: which lots to bid for, who takes part, who leads, who works how
/// many days on what.
///
/// A mixed-integer programme solved to proven optimality, for one objective after another: the
/// highest value of the lots bid for (their budgets, or their days at the median rate of the
/// members), then the lowest cost, then the fewest members. The work of each lot bid for is covered
/// exactly, by members who hold the skill at the level asked; nobody works more than their free
/// days less what is promised; budgets, size, turnover, certifications and refusals are kept. The
/// article <doc:FormingBids> writes the programme out.
///
/// Days count by the half: days asked are rounded up to it, free days down. Members who said
/// nothing of their time or rate, or did not agree to joint bids, are never promised
/// (``BidPlan/leftOut``). A lot without a window or without days of work is not bid for. What any
/// other lot lacks is found by relaxing rules and verified by granting it
/// (``BidPlan/shortfalls``).
///
/// The order of lots and members changes nothing. The same problem gives the same plan, unless the
/// time limit ends the search.
///
/// - Throws: ``SolvingError`` where a member or a lot is given twice, or the solver fails.
/// - Complexity: exponential at the worst; see the article for measured times.
public func form(
    _ problem: BidProblem, limits: FormLimits = FormLimits()
) throws(SolvingError) -> BidPlan {
    try refuseDuplicates(in: problem)
    let began = ContinuousClock.now
    let lots = problem.lots.sorted {
        ($0.lotNumber ?? .max, $0.id) < ($1.lotNumber ?? .max, $1.id)
    }
    let possible = lots.filter { $0.window != nil && !BidInstance.work(of: $0).isEmpty }
    var instance = BidInstance(problem, lots: possible)
    let leftOut = instance.leftOut
    instance.dropDominated()
    let result = try BidSearch.best(
        of: instance, seed: limits.seed, deadline: began + .seconds(max(0, limits.seconds)))

    let bidFor = Set(result.group.lots.map { instance.lots[$0].need.id })
    let explanation = BidExplanation(
        problem: problem, bidFor: bidFor, isComplete: result.isComplete, seed: limits.seed,
        deadline: .now + .seconds(max(0, limits.seconds)))
    var shortfalls: [BidPlan.LotShortfall] = []
    for lot in lots where !bidFor.contains(lot.id) {
        let causes = try explanation.causes(of: lot)
        shortfalls.append(BidPlan.LotShortfall(lot: lot.id, causes: causes))
    }
    return BidPlan(
        tender: problem.tender.id, group: result.group, instance: instance, proofs: result.proofs,
        seconds: (ContinuousClock.now - began) / .seconds(1), shortfalls: shortfalls,
        leftOut: leftOut)
}

/// Forms bids for all tenders on one calendar: the earliest deadline first, then the lower id. Days
/// promised to one bid are not promised to a later one.
///
/// A tender that cannot be solved, or comes twice, gets a plan with status none that says so
/// (`Shortfall.notSolved`); the others are solved all the same.
///
/// - Parameters:
///   - problems: One a tender, in any order.
///   - limits: What each tender may take.
///   - progress: Hears how many plans are made, after each; what it throws ends the search.
/// - Returns: One plan a problem, in the order that they were formed.
/// - Throws: What `progress` throws.
public func formAll<Stop: Error>(
    _ problems: [BidProblem], limits: FormLimits = FormLimits(),
    progress: (Int) throws(Stop) -> Void
) throws(Stop) -> [BidPlan] {
    var promised: [String: [BidMember.Promise]] = [:]
    var plans: [BidPlan] = []
    var seen: Set<Tender.ID> = []
    let ordered = problems.sorted {
        ($0.tender.deadline, $0.tender.id) < ($1.tender.deadline, $1.tender.id)
    }
    for problem in ordered {
        guard seen.insert(problem.tender.id).inserted else {
            plans.append(BidPlan(unsolved: problem, detail: "two tenders have this id"))
            continue
        }
        let members = problem.members.map { member in
            BidMember(
                candidate: member.candidate, lots: member.lots,
                promised: member.promised + promised[member.candidate.member, default: []])
        }
        do throws(SolvingError) {
            let plan = try form(
                BidProblem(
                    tender: problem.tender, lots: problem.lots, members: members,
                    refusals: problem.refusals), limits: limits)
            for (member, promise) in plan.promises(lots: problem.lots) {
                promised[member, default: []].append(promise)
            }
            plans.append(plan)
        } catch {
            plans.append(BidPlan(unsolved: problem, detail: error.description))
        }
        try progress(plans.count)
    }
    return plans
}

/// Forms bids for all tenders on one calendar, without a word until all are made.
///
/// - Returns: One plan a problem, in the order that they were formed.
public func formAll(_ problems: [BidProblem], limits: FormLimits = FormLimits()) -> [BidPlan] {
    formAll(problems, limits: limits) { _ throws(Never) in }
}

extension BidPlan {
    /// The work of the plan as promises, by member and lot.
    func promises(lots: [Need]) -> [(member: String, promise: BidMember.Promise)] {
        lots.flatMap { lot -> [(String, BidMember.Promise)] in
            guard let window = lot.window else { return [] }
            return members.compactMap { member in
                let days = work.filter { $0.lot == lot.id && $0.member == member.member }
                    .reduce(0) { $0 + $1.days }
                guard days > 0 else { return nil }
                return (
                    member.member,
                    BidMember.Promise(tender: tender, window: window, days: days)
                )
            }
        }
    }
}

private func refuseDuplicates(in problem: BidProblem) throws(SolvingError) {
    var members: Set<String> = []
    for member in problem.members where !members.insert(member.candidate.member).inserted {
        throw .duplicateMember(member.candidate.member)
    }
    var lots: Set<Need.ID> = []
    for lot in problem.lots where !lots.insert(lot.id).inserted { throw .duplicateLot(lot.id) }
}

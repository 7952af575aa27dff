internal import Market

/// Forms bids for all tenders on one calendar: the earliest deadline first, then the lower id. Days
/// promised to one bid are not promised to a later one, or only as often as
/// ``FormPolicy/overlap`` allows.
///
/// A tender that cannot be solved, or comes twice, gets a plan with status none that says so
/// (`Shortfall.notSolved`); the others are solved all the same.
///
/// - Parameters:
///   - problems: One a tender, in any order.
///   - policy: What a good bid is, and what comes with it.
///   - limits: What each tender may take.
///   - isDeclined: Whether people declined just this plan. It is withheld then: nothing of it is
///     promised, and its lots say so (`Shortfall.declined`).
///   - progress: Hears how many plans are made, after each; what it throws ends the search.
/// - Returns: One plan a problem, in the order that they were formed.
/// - Throws: What `progress` throws.
public func formAll<Stop: Error>(
    _ problems: [BidProblem], policy: FormPolicy = FormPolicy(),
    limits: FormLimits = FormLimits(),
    isDeclined: (BidProblem, BidPlan) -> Bool = { _, _ in false },
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
            plans.append(
                BidPlan(
                    of: problem, lacking: .notSolved(detail: "two tenders have this id")))
            continue
        }
        let members = problem.members.map {
            $0.promising(promised[$0.candidate.member, default: []])
        }
        do throws(SolvingError) {
            let plan = try form(problem.with(members), policy: policy, limits: limits)
            let isWithheld = plan.status != .none && isDeclined(problem, plan)
            plans.append(isWithheld ? BidPlan(of: problem, lacking: .declined) : plan)
            for (member, promise) in isWithheld ? [] : plan.promises(in: problem) {
                promised[member, default: []].append(promise)
            }
        } catch {
            plans.append(BidPlan(of: problem, lacking: .notSolved(detail: error.description)))
        }
        try progress(plans.count)
    }
    for (index, problem) in ordered.enumerated() where plans[index].status != .none {
        plans[index].competing = plans[index].competition(in: problem, promised: promised)
    }
    return plans
}

/// ``formAll(_:policy:limits:isDeclined:progress:)`` without progress, and with no plan declined.
package func formAll(
    _ problems: [BidProblem], policy: FormPolicy = FormPolicy(),
    limits: FormLimits = FormLimits()
) -> [BidPlan] {
    formAll(problems, policy: policy, limits: limits, progress: { _ throws(Never) in })
}

extension BidPlan {
    /// The work of the plan as promises, by lot, then by member.
    public func promises(
        in problem: BidProblem
    ) -> [(member: String, promise: BidMember.Promise)] {
        problem.lots.flatMap { lot -> [(String, BidMember.Promise)] in
            guard let window = problem.window(of: lot) else { return [] }
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

    /// Bids that want members of this one in the same days, by member, then by tender.
    fileprivate func competition(
        in problem: BidProblem, promised: [String: [BidMember.Promise]]
    ) -> [Competition] {
        let own = promises(in: problem)
        return members.flatMap { member -> [Competition] in
            let windows = own.filter { $0.member == member.member }.map(\.promise.window)
            let others = promised[member.member, default: []].filter { promise in
                promise.tender != tender
                    && windows.contains { $0.intersection(promise.window) != nil }
            }
            return Set(others.map(\.tender)).sorted().map {
                Competition(member: member.member, tender: $0)
            }
        }
    }
}

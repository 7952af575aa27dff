internal import Market
internal import Parallel

/// Forms bids for all tenders on one calendar: the earliest deadline first, then the lower id. Days
/// promised to one bid are not promised to a later one, or only as often as
/// ``FormPolicy/overlap`` allows. Other teams and substitutes are looked for on all cores, as no
/// other bid depends on them.
///
/// A tender that cannot be solved, or comes twice, gets a plan with status none that says so
/// (`Shortfall.notSolved`); the others are solved all the same.
///
/// - Parameters:
///   - problems: One a tender, in any order.
///   - policy: What a good bid is, and what comes with it.
///   - limits: What each tender may take.
///   - isDeclined: Whether people declined just this plan, which has no other teams and substitutes
///     yet. It is withheld then: nothing of it is promised, and its lots say so
///     (`Shortfall.declined`).
///   - progress: Hears how many plans are complete, now and then; what it throws ends the search.
/// - Returns: One plan a problem, in the order that they were formed.
/// - Throws: What `progress` throws.
public func formAll<Stop: Error>(
    _ problems: [BidProblem], policy: FormPolicy = FormPolicy(),
    limits: FormLimits = FormLimits(),
    isDeclined: (BidProblem, BidPlan) -> Bool = { _, _ in false },
    progress: (Int) throws(Stop) -> Void
) throws(Stop) -> [BidPlan] {
    let ordered = problems.sorted {
        ($0.tender.deadline, $0.tender.id) < ($1.tender.deadline, $1.tender.id)
    }
    var calendar = PromisedDays()
    var plans: [BidPlan] = []
    // A few at a time, so that progress is heard and what was found in is forgotten.
    let atOnce = 4 * Threads.count
    for first in stride(from: 0, to: ordered.count, by: atOnce) {
        var bests: [Result<BestBid, NoBid>] = []
        for problem in ordered[first..<min(first + atOnce, ordered.count)] {
            bests.append(
                calendar.best(problem, policy: policy, limits: limits, isDeclined: isDeclined))
            try progress(plans.count)
        }
        plans += Threads.map(bests.count) { [bests] in
            bests[$0].withVariants(policy: policy, limits: limits)
        }
        try progress(plans.count)
    }
    for (index, problem) in ordered.enumerated() where plans[index].status != .none {
        plans[index].competing = plans[index].competition(in: problem, promised: calendar.promised)
    }
    return plans
}

/// The plan of a tender that is not bid for, since it was not solved or its bid was declined.
private struct NoBid: Error {
    let plan: BidPlan
}

extension Result<BestBid, NoBid> {
    /// The bid with its variants. Where the search for these fails, the tender counts as not
    /// solved; what its bid was promised is not given to another.
    fileprivate func withVariants(policy: FormPolicy, limits: FormLimits) -> BidPlan {
        switch self {
        case .failure(let none): return none.plan
        case .success(let best):
            do throws(SolvingError) {
                return try best.withVariants(policy: policy, limits: limits)
            } catch {
                return BidPlan(of: best.problem, lacking: .notSolved(detail: error.description))
            }
        }
    }
}

/// The common calendar of bids that are formed one after another.
private struct PromisedDays {
    /// Work promised so far, by member.
    private(set) var promised: [String: [BidMember.Promise]] = [:]
    private var seen: Set<Tender.ID> = []

    /// The best bid on the days that are left, which are promised to it unless it was declined.
    mutating func best(
        _ problem: BidProblem, policy: FormPolicy, limits: FormLimits,
        isDeclined: (BidProblem, BidPlan) -> Bool
    ) -> Result<BestBid, NoBid> {
        func none(_ shortfall: Shortfall) -> Result<BestBid, NoBid> {
            .failure(NoBid(plan: BidPlan(of: problem, lacking: shortfall)))
        }
        guard seen.insert(problem.tender.id).inserted else {
            return none(.notSolved(detail: "two tenders have this id"))
        }
        let members = problem.members.map {
            $0.promising(promised[$0.candidate.member, default: []])
        }
        do throws(SolvingError) {
            let best = try BestBid(problem.with(members), policy: policy, limits: limits)
            if best.plan.status != .none, isDeclined(problem, best.plan) { return none(.declined) }
            for (member, promise) in best.plan.promises(in: problem) {
                promised[member, default: []].append(promise)
            }
            return .success(best)
        } catch {
            return none(.notSolved(detail: error.description))
        }
    }
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

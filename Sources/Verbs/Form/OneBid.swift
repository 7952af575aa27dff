public import Market
public import Scoring
internal import Settings
internal import Solving

extension Form {
    /// Forms the bid for one tender as a run would, and writes nothing. A bid that was accepted stands
    /// as it is, unless a member declines or the models are wanted.
    ///
    /// - Parameters:
    ///   - tender: Id of an open tender of the market.
    ///   - member: Who declines: the bid recorded last, or else the one formed, is repaired with
    ///     the fewest changes. nil: nobody.
    ///   - market: The job's market with its scores.
    ///   - recorded: What the last run proposed: days promised to tenders with earlier deadlines are
    ///     those of its bids; where there are none, these are formed first.
    ///   - keepsModels: Whether the models that were solved are wanted.
    ///   - context: The job, the day, and what a search may take.
    /// - Throws: ``Refusal``, where no bid can be formed or the member is not of the group.
    public func bid(
        for tender: Tender.ID, without member: String?, in market: ScoredMarket,
        recorded: [Proposal], keepsModels: Bool, context: SolvingContext
    ) throws -> FormedBid {
        let snapshot = market.snapshot
        let problems = try problems(in: market, asOf: context.asOf)
        guard let index = problems.firstIndex(where: { $0.tender.id == tender }) else {
            // All its lots were set aside.
            throw Refusal(of: tender, .noLots)
        }
        let recorded = try recorded.filter { $0.kind == Bid.kind }.map(Bid.init)
        // Days of accepted bids are taken off already.
        let acceptedBids = try snapshot.acceptedBids().map(\.bid)
        let accepted = Set(acceptedBids.map(\.tender))
        if member == nil, !keepsModels,
            let bid = acceptedBids.first(where: { $0.tender == tender })
        {
            return FormedBid(
                job: context.job.name, bid: bid, models: [], change: nil, declining: nil,
                prices: nil, isAccepted: true, declined: nil, seconds: 0)
        }
        let promised = try promises(
            before: problems[..<index].filter { !accepted.contains($0.tender.id) }, snapshot,
            recorded: recorded, in: context)
        let problem = problems[index].promising(promised)
        let inForce = recorded.first { $0.tender == tender && $0.status != .none }
        let (plan, change) = try plan(
            problem, without: member, repairing: inForce, names: snapshot.names, in: context)
        let models =
            keepsModels && member == nil
            ? try bidModels(problem, policy: policy, limits: limits(in: context)) : []
        let term = context.job.match.declinedFor
        return FormedBid(
            job: context.job.name,
            bid: Bid(
                problem, plan, snapshot, titles: snapshot.tenderTitles(with: acceptedBids),
                standing: term),
            models: models, change: change,
            declining: member.map { snapshot.names[$0] ?? $0 },
            prices: member == nil ? nil : inForce.flatMap { plan.prices(beside: $0) },
            isAccepted: false,
            declined: isDeclined(plan, for: problem, snapshot) ? term : nil,
            seconds: plan.seconds)
    }

    /// The best plan, or the one with the fewest changes after a member declined and what changes.
    private func plan(
        _ problem: BidProblem, without member: String?, repairing inForce: Bid?,
        names: [String: String], in context: SolvingContext
    ) throws -> (BidPlan, Bid.Substitute?) {
        let limits = limits(in: context)
        guard let member else {
            return (try Solving.form(problem, policy: policy, limits: limits), nil)
        }
        let team =
            try inForce?.members.map(\.member)
            ?? Solving.form(problem, policy: policy, limits: limits).members.map(\.member)
        guard team.contains(member) else { throw Refusal(member, notOf: team) }
        let plan = try repair(team, without: member, in: problem, policy: policy, limits: limits)
        func named(_ ids: [String]) -> [Bid.Named] {
            ids.map { Bid.Named(member: $0, name: names[$0] ?? $0) }
        }
        let group = plan.members.map(\.member)
        let bidFor = inForce?.lots.filter(\.isBidFor) ?? []
        let prices = inForce.flatMap { plan.prices(beside: $0) }
        let gained = problem.lots.filter { lot in
            plan.lots.contains(lot.id) && !bidFor.contains { $0.lot == lot.id }
        }
        let change = Bid.Substitute(
            member: member, joining: named(group.filter { !team.contains($0) }),
            leaving: named(team.filter { $0 != member && !group.contains($0) }),
            lostLots: bidFor.filter { !plan.lots.contains($0.lot) }.map(\.number),
            gainedLots: inForce == nil ? [] : gained.compactMap(\.lotNumber).sorted(),
            price: plan.status == .none ? nil : plan.cost, fit: plan.fit,
            change: prices.map { $0.after - $0.before }, isEstablished: plan.isEstablished)
        return (plan, change)
    }

    /// Days promised to the bids of earlier tenders: as recorded, or formed now where none are.
    private func promises(
        before problems: [BidProblem], _ snapshot: Snapshot, recorded: [Bid],
        in context: SolvingContext
    ) throws -> [String: [BidMember.Promise]] {
        var promised: [String: [BidMember.Promise]] = [:]
        guard !recorded.isEmpty else {
            let first = FormPolicy(
                wishes: policy.wishes, overlap: policy.overlap, references: policy.references,
                tieDays: policy.tieDays, tieShare: policy.tieShare)
            context.progress.begin("\(context.job.name): solve", total: problems.count)
            defer { context.progress.end() }
            let plans = try formAll(
                problems, policy: first, limits: limits(in: context),
                isDeclined: { isDeclined($1, for: $0, snapshot) },
                progress: { done in
                    context.progress.advance(to: done)
                    try context.checkCancellation()
                })
            for (problem, plan) in zip(problems, plans) {
                for (member, promise) in plan.promises(in: problem) {
                    promised[member, default: []].append(promise)
                }
            }
            return promised
        }
        let windows = Dictionary(
            problems.flatMap { problem in
                problem.lots.map { ($0.id, problem.window(of: $0)) }
            }, uniquingKeysWith: { $1 })
        let earlier = Set(problems.map(\.tender.id))
        for bid in recorded where earlier.contains(bid.tender) {
            for lot in bid.lots where lot.isBidFor {
                guard let window = windows[lot.lot] ?? nil else { continue }
                let days = Dictionary(grouping: lot.work, by: \.member)
                    .mapValues { $0.reduce(0) { $0 + $1.days } }
                for (member, days) in days.sorted(by: { $0.key < $1.key }) {
                    promised[member, default: []].append(
                        BidMember.Promise(tender: bid.tender, window: window, days: days))
                }
            }
        }
        return promised
    }
}

extension BidPlan {
    /// What the lots that a recorded bid has as well cost there and here; nil where there are none.
    fileprivate func prices(beside bid: Bid) -> (before: Money, after: Money)? {
        let common = bid.lots.filter { $0.isBidFor && lots.contains($0.lot) }
        guard !common.isEmpty else { return nil }
        let ids = Set(common.map(\.lot))
        return (
            common.reduce(.zero) { $0 + $1.price },
            work.filter { ids.contains($0.lot) }.reduce(.zero) { $0 + $1.amount }
        )
    }
}

extension BidProblem {
    /// The problem with days of its members promised to other bids.
    fileprivate func promising(_ promised: [String: [BidMember.Promise]]) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots,
            members: members.map { $0.promising(promised[$0.candidate.member, default: []]) },
            refusals: refusals, together: together, asOf: asOf)
    }
}

internal import Incremental
internal import Ledger
internal import Market
internal import Scoring
internal import Settings
internal import Solving

extension JobRun {
    /// Forms the bid for one tender, or repairs it; see ``Night/formBid(for:without:jobs:on:keepsModels:)``.
    func form(
        _ tender: Tender.ID, without member: String?, form: JobFile.Form, _ snapshot: Snapshot,
        recorded: [RecordedBid], keepsModels: Bool, on ledger: borrowing Ledger
    ) async throws -> FormedBid {
        var stages = StageClock()
        let vectors = try await encode(snapshot, with: ledger, &stages)
        let judgement = try score(
            snapshot, vectors, try baseline(of: snapshot, on: ledger), &stages)
        let problems = bidProblems(snapshot, judgement.market.scorer, judgement.market.matches)
        guard let place = problems.firstIndex(where: { $0.tender.id == tender }) else {
            // All its lots were set aside.
            throw NightError.noBid(tender, .noLots)
        }
        let (policy, limits) = (FormPolicy(form), limits(form))
        // Days of accepted bids are taken off already.
        let accepted = Set(snapshot.accepted.map(\.bid.tender))
        let promised = try promises(
            before: problems[..<place].filter { !accepted.contains($0.tender.id) }, snapshot,
            recorded: recorded, policy, limits)
        let problem = problems[place].promising(promised)
        let standing = recorded.first { $0.tender == tender && $0.status != .none }

        if member == nil, !keepsModels,
            let accepted = snapshot.accepted.first(where: { $0.bid.tender == tender })
        {
            return FormedBid(
                job: job.name, bid: accepted.bid, models: [], change: nil, declining: nil,
                priceBefore: nil, isAccepted: true, isDeclined: false, seconds: 0)
        }
        var plan: BidPlan
        var change: RecordedBid.Substitute?
        if let member {
            let team =
                try standing?.members.map(\.member)
                ?? Solving.form(problem, policy: policy, limits: limits).members.map(\.member)
            guard team.contains(member) else { throw NightError.notOfGroup(member, group: team) }
            plan = try repair(team, without: member, in: problem, policy: policy, limits: limits)
            let names = snapshot.names
            func named(_ ids: [String]) -> [RecordedBid.Named] {
                ids.map { RecordedBid.Named(member: $0, name: names[$0] ?? $0) }
            }
            let group = plan.members.map(\.member)
            let bidFor = standing?.lots.filter(\.isBidFor) ?? []
            change = RecordedBid.Substitute(
                member: member, joining: named(group.filter { !team.contains($0) }),
                leaving: named(team.filter { $0 != member && !group.contains($0) }),
                lostLots: bidFor.filter { !plan.lots.contains($0.lot) }.map(\.number),
                price: plan.status == .none ? nil : plan.cost, fit: plan.fit)
        } else {
            plan = try Solving.form(problem, policy: policy, limits: limits)
        }
        let models =
            keepsModels && member == nil
            ? try bidModels(problem, policy: policy, limits: limits) : []
        return FormedBid(
            job: job.name, bid: bid(problem, plan, snapshot), models: models, change: change,
            declining: member.map { snapshot.names[$0] ?? $0 },
            priceBefore: member == nil ? nil : standing?.price, isAccepted: false,
            isDeclined: isDeclined(plan, for: problem, snapshot),
            seconds: plan.seconds)
    }

    /// Days promised to the bids of earlier tenders: as recorded, or formed now where none are.
    private func promises(
        before problems: [BidProblem], _ snapshot: Snapshot, recorded: [RecordedBid],
        _ policy: FormPolicy, _ limits: FormLimits
    ) throws -> [String: [BidMember.Promise]] {
        var promised: [String: [BidMember.Promise]] = [:]
        guard !recorded.isEmpty else {
            let first = FormPolicy(
                wishes: policy.wishes, overlap: policy.overlap, references: policy.references)
            progress.begin("\(job.name): solve", total: problems.count)
            defer { progress.end() }
            let plans = try formAll(
                problems, policy: first, limits: limits,
                isDeclined: { isDeclined($1, for: $0, snapshot) },
                progress: { done in
                    progress.advance(to: done)
                    try interruption.check()
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

extension BidProblem {
    /// The problem with days of its members promised to other bids.
    fileprivate func promising(_ promised: [String: [BidMember.Promise]]) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots,
            members: members.map { $0.promising(promised[$0.candidate.member, default: []]) },
            refusals: refusals, together: together, asOf: asOf)
    }
}

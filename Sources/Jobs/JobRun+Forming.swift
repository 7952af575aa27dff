internal import Market
internal import Scoring
internal import Settings
internal import Solving
internal import Wording

extension JobRun {
    /// Lots and members → bids: every open tender, on one calendar.
    func bids(_ snapshot: Snapshot, _ scorer: Scorer) throws -> [RecordedBid] {
        let lots = Dictionary(grouping: snapshot.needs.indices) { snapshot.needs[$0].tender ?? "" }
        let problems = snapshot.tenders
            .filter { lots[$0.id] != nil }
            .sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }
            .map { problem($0, lots: lots[$0.id] ?? [], snapshot, scorer) }
        progress.begin("\(job.name): solve", total: problems.count)
        defer { progress.end() }
        let limits = FormLimits(seconds: configuration.solve.seconds, seed: configuration.run.seed)
        let plans = try formAll(problems, limits: limits) { done in
            progress.advance(to: done)
            try interruption.check()
        }
        return zip(problems, plans).map { bid($0, $1, snapshot) }
    }

    private func problem(
        _ tender: Tender, lots: [Int], _ snapshot: Snapshot, _ scorer: Scorer
    ) -> BidProblem {
        var open: [Int: Set<Need.ID>] = [:]
        for lot in lots {
            for candidate in scorer.eligible(need: lot) {
                open[candidate, default: []].insert(snapshot.needs[lot].id)
            }
        }
        let members = open.sorted { $0.key < $1.key }.map { index, lots in
            BidMember(candidate: snapshot.candidates[index], lots: lots)
        }
        return BidProblem(
            tender: tender, lots: lots.map { snapshot.needs[$0] }, members: members,
            refusals: snapshot.refusals)
    }

    private func bid(
        _ problem: BidProblem, _ plan: BidPlan, _ snapshot: Snapshot
    ) -> RecordedBid {
        let names = snapshot.names
        let facts = BidFacts(problem: problem, plan: plan, snapshot: snapshot)
        return RecordedBid(
            tender: problem.tender.id, tenderTitle: problem.tender.title,
            buyer: problem.tender.buyer, deadline: problem.tender.deadline,
            status: RecordedBid.Status(plan.status), price: plan.cost, budget: facts.budget,
            bound: plan.bound, gap: plan.gap,
            members: plan.members.map {
                RecordedBid.Member(
                    member: $0.member, name: names[$0.member] ?? $0.member,
                    leads: $0.member == plan.lead, days: $0.days, amount: $0.amount)
            },
            lots: problem.lots.sorted { ($0.lotNumber ?? 0, $0.id) < ($1.lotNumber ?? 0, $1.id) }
                .map { facts.recorded($0) },
            reasons: Wording.inEachLanguage { facts.reasons(in: $0) }, basis: facts.basis)
    }
}

extension RecordedBid.Status {
    init(_ status: BidPlan.Status) {
        switch status {
        case .optimal: self = .optimal
        case .feasible: self = .feasible
        case .none: self = .none
        }
    }
}

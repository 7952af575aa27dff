internal import Market
internal import Scoring
internal import Settings
internal import Solving
internal import Wording

extension JobRun {
    /// Lots and members → bids: every open tender, on one calendar. Each with the seconds that its
    /// search took.
    func bids(
        _ snapshot: Snapshot, _ scorer: Scorer, _ matches: Matches, _ form: JobFile.Form
    ) throws -> [(bid: RecordedBid, seconds: Double)] {
        // An accepted bid stands as it is, and is not formed again.
        let accepted = Dictionary(
            snapshot.accepted.map { ($0.bid.tender, $0.bid) }, uniquingKeysWith: { $1 })
        let all = bidProblems(snapshot, scorer, matches)
        let problems = all.filter { accepted[$0.tender.id] == nil }
        progress.begin("\(job.name): solve", total: problems.count)
        defer { progress.end() }
        let plans = try formAll(
            problems, policy: FormPolicy(form), limits: limits(form),
            isDeclined: { isDeclined($1, for: $0, snapshot) },
            progress: { done in
                progress.advance(to: done)
                try interruption.check()
            })
        let standing = all.compactMap { accepted[$0.tender.id] }.map { ($0, 0.0) }
        return standing + zip(problems, plans).map { (bid($0, $1, snapshot), $1.seconds) }
    }

    /// Whether people declined just that bid, so that it is not to return.
    func isDeclined(_ plan: BidPlan, for problem: BidProblem, _ snapshot: Snapshot) -> Bool {
        guard let basis = snapshot.declinedBids[problem.tender.id] else { return false }
        return BidFacts(problem: problem, plan: plan, snapshot: snapshot).basis == basis
    }

    /// What the bid for each tender is formed on, the earliest deadline first, then the lower id:
    /// days that accepted bids for other tenders promised are taken off.
    func bidProblems(
        _ snapshot: Snapshot, _ scorer: Scorer, _ matches: Matches
    ) -> [BidProblem] {
        let lots = Dictionary(grouping: snapshot.needs.indices) { snapshot.needs[$0].tender ?? "" }
        let newcomers = snapshot.newcomers(asOf: asOf)
        return snapshot.tenders
            .filter { lots[$0.id] != nil }
            .sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }
            .map { tender in
                let lots = lots[tender.id] ?? []
                var open: [Int: Set<Need.ID>] = [:]
                var fit: [Int: [Need.ID: Double]] = [:]
                for lot in lots {
                    let id = snapshot.needs[lot].id
                    for candidate in scorer.eligible(need: lot) {
                        open[candidate, default: []].insert(id)
                    }
                    for match in matches.perNeed[lot] {
                        fit[match.candidate, default: [:]][id] = match.fused
                    }
                }
                let members = open.sorted { $0.key < $1.key }.map { index, lots in
                    let candidate = snapshot.candidates[index]
                    return BidMember(
                        candidate: candidate, lots: lots, fit: fit[index] ?? [:],
                        isNewcomer: newcomers.contains(candidate.member),
                        promised: candidate.promised(by: snapshot.accepted, except: tender.id)
                            .map {
                                BidMember.Promise(
                                    tender: $0.tender, window: $0.promise.window,
                                    days: $0.promise.days)
                            },
                        references: snapshot.references[candidate.member] ?? [])
                }
                return BidProblem(
                    tender: tender, lots: lots.map { snapshot.needs[$0] }, members: members,
                    refusals: snapshot.refusals, together: Set(snapshot.collaborations.keys),
                    asOf: asOf)
            }
    }

    func limits(_ form: JobFile.Form) -> FormLimits {
        FormLimits(
            seconds: configuration.solve.seconds, nodes: form.nodes, seed: configuration.run.seed)
    }

    func bid(_ problem: BidProblem, _ plan: BidPlan, _ snapshot: Snapshot) -> RecordedBid {
        let facts = BidFacts(problem: problem, plan: plan, snapshot: snapshot)
        return RecordedBid(
            tender: problem.tender.id, tenderTitle: problem.tender.title,
            buyer: problem.tender.buyer, deadline: problem.tender.deadline,
            status: RecordedBid.Status(plan.status), price: plan.cost, budget: facts.budget,
            bound: plan.bound, gap: plan.gap, members: facts.members(of: plan),
            lots: problem.lots.sorted { ($0.lotNumber ?? 0, $0.id) < ($1.lotNumber ?? 0, $1.id) }
                .map { facts.recorded($0) },
            reasons: Wording.inEachLanguage { facts.reasons(in: $0) }, basis: facts.basis,
            details: facts.details)
    }
}

extension Snapshot {
    /// Whether bids formed on either of two days are the same: no window of work has begun by the
    /// later one, and the same members are newcomers.
    func isAlike(on one: Day, and other: Day) -> Bool {
        let later = max(one, other)
        let windows =
            needs.compactMap(\.window) + accepted.flatMap { $0.promises.map(\.window) }
        return windows.allSatisfy { $0.first >= later }
            && newcomers(asOf: one) == newcomers(asOf: other)
    }

    /// Members whom nobody of the network has worked with in the last two years.
    fileprivate func newcomers(asOf: Day) -> Set<String> {
        var members = Set(candidates.map(\.member))
        for (pair, past) in collaborations where past.last >= asOf.advanced(by: -730) {
            members.remove(pair.first)
            members.remove(pair.second)
        }
        return members
    }
}

extension FormPolicy {
    /// What a job file says of good bids.
    init(_ form: JobFile.Form) {
        self.init(
            wishes: form.wishes, overlap: form.overlap, alternatives: form.alternatives,
            substitutes: form.substitutes, references: form.references)
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

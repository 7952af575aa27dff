public import Ledger
public import Market
public import Scoring
public import Settings
internal import Solving
internal import Wording

extension Form: Verb {
    public static let kind = Bid.kind
    public static let roles: [String: JobFile.Reader] = [
        Bid.Role.lead.rawValue: .candidates, Bid.Role.member.rawValue: .candidates,
    ]

    public static let tellsOfDecided = true
    public static var presentation: any Presentation.Type { FormPresentation.self }

    public var records: JobQueries.Records { JobQueries.Records(accepted: true, lastRun: true) }

    /// Lots and members → bids: every open tender, on one calendar.
    public func solve(_ market: ScoredMarket, in context: SolvingContext) throws -> Solution {
        var solution = Solution()
        let bids: [Bid]
        if let last = context.last {
            let ordered = try last.map { (bid: try Bid($0), proposal: $0) }.sorted {
                ($0.bid.deadline, $0.bid.tender) < ($1.bid.deadline, $1.bid.tender)
            }
            solution.proposals = ordered.map(\.proposal)
            bids = ordered.map(\.bid)
        } else {
            let before = SolverTally.current
            let formed = try formed(market, in: context)
            bids = formed.map(\.bid)
            solution.figures = try FormFigures(
                since: before, solvers: limits(in: context).solvers
            ).map { try Proposal.body(of: $0) }
            solution.proposals = try bids.map { try $0.proposal(of: context.job.name) }
            solution.seconds = Dictionary(
                formed.map { (Proposal.Key([$0.bid.tender]), $0.seconds) },
                uniquingKeysWith: { $1 })
        }
        solution.outcomes = market.outcomes(
            proposed: bids.flatMap { $0.lots.filter(\.isBidFor).map(\.lot) })
        return solution
    }

    /// Bids with the seconds that the search for each took.
    private func formed(
        _ market: ScoredMarket, in context: SolvingContext
    ) throws -> [(bid: Bid, seconds: Double)] {
        let snapshot = market.snapshot
        // An accepted bid stands as it is, and is not formed again.
        let accepted = Dictionary(
            try snapshot.acceptedBids().map { ($0.bid.tender, $0.bid) }, uniquingKeysWith: { $1 })
        let titles = snapshot.tenderTitles(with: accepted.values)
        let all = try problems(in: market, asOf: context.asOf)
        let problems = all.filter { accepted[$0.tender.id] == nil }
        context.progress.begin("\(context.job.name): solve", total: problems.count)
        defer { context.progress.end() }
        let stop = SolvingStop()
        let forget = context.onStop { stop.stop() }
        defer { forget() }
        let plans = try formAll(
            problems, policy: policy, limits: limits(in: context, stop: stop),
            isDeclined: { isDeclined($1, for: $0, snapshot) },
            progress: { done in
                context.progress.advance(to: done)
                try context.checkCancellation()
            })
        let standing = all.compactMap { accepted[$0.tender.id] }.map { ($0, 0.0) }
        let term = context.job.match.declinedFor
        return standing
            + zip(problems, plans).map {
                (Bid($0, $1, snapshot, titles: titles, standing: term), $1.seconds)
            }
    }

    /// Whether people declined just that bid, so that it is not to return.
    func isDeclined(_ plan: BidPlan, for problem: BidProblem, _ snapshot: Snapshot) -> Bool {
        let key = Proposal.Key([problem.tender.id])
        return snapshot.declinedProposals[key]?.stands(against: BidBuilder.basis(of: plan)) ?? false
    }

    /// Whether no window of work has begun by the later day, and the same members are newcomers.
    public func isAlike(_ snapshot: Snapshot, on one: Day, and other: Day) throws -> Bool {
        let later = max(one, other)
        let windows =
            snapshot.needs.compactMap(\.window)
            + (try snapshot.acceptedBids()).flatMap { $0.promises.map(\.window) }
        return windows.allSatisfy { $0.first >= later }
            && snapshot.newcomers(asOf: one) == snapshot.newcomers(asOf: other)
    }

    /// What the bid for each tender is formed on, the earliest deadline first, then the lower id:
    /// days that accepted bids for other tenders promised are taken off.
    func problems(in market: ScoredMarket, asOf: Day) throws -> [BidProblem] {
        let (snapshot, scorer) = (market.snapshot, market.scorer)
        let accepted = try snapshot.acceptedBids()
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
                    for match in market.matches.perNeed[lot] {
                        fit[match.candidate, default: [:]][id] = match.fused
                    }
                }
                let members = open.sorted { $0.key < $1.key }.map { index, lots in
                    let candidate = snapshot.candidates[index]
                    return BidMember(
                        candidate: candidate, lots: lots, fit: fit[index] ?? [:],
                        isNewcomer: newcomers.contains(candidate.member),
                        promised: candidate.promised(by: accepted, except: tender.id)
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
}

extension Snapshot {
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

extension Snapshot {
    /// Titles of the tenders that are open or that a bid was accepted for, by id.
    func tenderTitles(with accepted: some Sequence<Bid>) -> [Tender.ID: String] {
        Dictionary(
            tenders.map { ($0.id, $0.title) } + accepted.map { ($0.tender, $0.tenderTitle) },
            uniquingKeysWith: { first, _ in first })
    }
}

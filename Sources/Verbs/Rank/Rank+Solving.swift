internal import Market
internal import Parallel
public import Scoring
internal import Settings
internal import Solving
internal import Wording

extension Rank {
    /// Matches → suggestions: the whole job at once, each with its reasons; and what the choice
    /// cost, who waits, and how it is shared out.
    public func solve(_ market: ScoredMarket, in context: SolvingContext) throws -> Solution {
        context.progress.begin("\(context.job.name): solve", total: nil)
        defer { context.progress.end() }
        let snapshot = market.snapshot
        let history = snapshot.history
        let ranking = Solving.rank(
            market.matches, rules: rules, history: history,
            similarity: .skills(in: market.matches))
        let names = snapshot.names(of: Set(snapshot.needs.compactMap(\.owner)))
        var solution = Solution()
        var toWord: [Ranked] = []
        for chosen in ranking.suggestions {
            let need = snapshot.needs[chosen.need]
            let key = Proposal.Key([need.id, snapshot.candidates[chosen.candidate].id])
            if let before = context.untouched[key], before.position == chosen.rank,
                before.ownerName == need.ownerName(among: names)
            {
                solution.unchanged.append(before)
            } else {
                toWord.append(chosen)
            }
        }
        solution.proposals = try suggestions(toWord, of: market, context.job.name, names: names)
            .map { try $0.proposal() }
        solution.skills = snapshot.skills(namedBy: ranking.suggestions)
        solution.departures = Dictionary(
            uniqueKeysWithValues: ranking.departures.map { (Proposal.Key($0), $1.rawValue) })
        solution.waits = Dictionary(
            uniqueKeysWithValues: ranking.passedOver.map {
                ($0, history.waits[$0]?.since ?? context.asOf)
            })
        solution.figures = try Proposal.body(
            of: RankFigures(
                trade: ranking.trade,
                exposure: Exposure(
                    of: snapshot.candidates,
                    suggested: ranking.suggestions.map {
                        snapshot.candidates[$0.candidate].member
                    },
                    passedOver: ranking.passedOver, history: history, asOf: context.asOf),
                floor: market.matches.floor,
                coverage: MatchCoverage(
                    of: market, found: Set(ranking.suggestions.map(\.need)).count)))
        solution.outcomes = market.outcomes(
            proposed: ranking.suggestions.map { snapshot.needs[$0.need].id }
        ).map { sayingWhoHeard($0, of: market) }
        return solution
    }

    /// An outcome that says so where nobody is suggested because enough people have heard of the
    /// need: those who suit it are then not busy elsewhere, but not told.
    private func sayingWhoHeard(
        _ outcome: NeedOutcome, of market: ScoredMarket
    ) -> NeedOutcome {
        let snapshot = market.snapshot
        let notified = snapshot.history.notified[outcome.need]?.count ?? 0
        guard outcome.suggested == 0, outcome.eligible > 0, notified > 0,
            notified >= rules.attention ?? .max,
            let need = snapshot.needs.firstIndex(where: { $0.id == outcome.need }),
            !market.matches.perNeed[need].isEmpty
        else { return outcome }
        return NeedOutcome(
            need: outcome.need, title: outcome.title, considered: outcome.considered,
            eligible: outcome.eligible, suggested: 0, excluded: outcome.excluded,
            reason: Wording.inEachLanguage { $0.contactCapReached(notified: notified) })
    }

    private func suggestions(
        _ toWord: [Ranked], of market: ScoredMarket, _ job: String, names: [String: String]
    ) -> [Suggestion] {
        let snapshot = market.snapshot
        var byNeed = [[Ranked]](repeating: [], count: snapshot.needs.count)
        for chosen in toWord { byNeed[chosen.need].append(chosen) }
        let chosen = byNeed
        let explanations = market.scorer.explain(chosen.map { $0.map(\.candidate) })
        return Threads.map(snapshot.needs.count) { need in
            zip(chosen[need], explanations[need]).map { chosen, explanation in
                Suggestion(
                    chosen, of: job, need: snapshot.needs[need],
                    candidate: snapshot.candidates[chosen.candidate], explanation: explanation,
                    skills: snapshot.skills, names: names)
            }
        }.flatMap(\.self)
    }
}

extension ProposalInForce {
    /// Name of the member who asks, the second party of a suggestion, where it was known.
    fileprivate var ownerName: String? { names.count > 1 ? names[1] : nil }
}

extension Suggestion {
    fileprivate init(
        _ chosen: Ranked, of job: String, need: Need, candidate: Candidate,
        explanation: Explanation, skills: [Skill.ID: Skill], names: [String: String]
    ) {
        self.init(
            job: job, need: need.id, needTitle: need.title, needOwner: need.owner,
            needOwnerName: need.ownerName(among: names), needURL: need.url,
            deadline: need.deadline, candidate: candidate.id, candidateTitle: candidate.title,
            candidateURL: candidate.url, member: candidate.member,
            memberName: candidate.name, rank: chosen.rank, score: explanation.score,
            signals: explanation.signals,
            reasons: Wording.inEachLanguage {
                $0.reasons(for: explanation.signals, skills: skills, limit: 6)
            },
            basis: explanation.basis)
    }
}

extension Snapshot {
    /// Skills that one side of some suggestions asks or holds, or that one mentions and both know.
    fileprivate func skills(namedBy suggestions: [Ranked]) -> [Skill.ID: Skill] {
        var named: Set<Skill.ID> = []
        for need in Set(suggestions.map(\.need)) {
            named.formUnion(needs[need].skills.lazy.map(\.skill))
        }
        for candidate in Set(suggestions.map(\.candidate)) {
            named.formUnion(candidates[candidate].skills.lazy.map(\.skill))
        }
        for suggestion in suggestions {
            let (need, candidate) = (needs[suggestion.need], candidates[suggestion.candidate])
            named.formUnion(
                Set(need.mentioned).intersection(
                    candidate.mentioned + candidate.skills.map(\.skill)))
        }
        return skills.filter { named.contains($0.key) }
    }
}

internal import Market
public import Scoring
internal import Settings
internal import Solving
internal import Wording

extension Rank {
    public func explainer(
        of market: ScoredMarket, in context: SolvingContext
    ) throws -> any PairExplainer {
        let solution = try solve(market, in: context)
        return RankExplainer(
            rules: rules, suggestions: try solution.proposals.map(Suggestion.init),
            bindingRules: BindingRules(
                market.matches, rules: rules, history: market.snapshot.history,
                similarity: .skills(in: market.matches)),
            market: market, job: context.job)
    }
}

/// Tells why a pair is suggested, or which rule or rival keeps it out.
private struct RankExplainer: PairExplainer {
    let rules: RankRules
    /// What a run would suggest.
    let suggestions: [Suggestion]
    /// What keeps a match out of a list that has a place for it.
    let bindingRules: BindingRules
    let solved: SolvedMarket

    init(
        rules: RankRules, suggestions: [Suggestion], bindingRules: BindingRules,
        market: ScoredMarket,
        job: JobFile
    ) {
        self.rules = rules
        self.suggestions = suggestions
        self.bindingRules = bindingRules
        solved = SolvedMarket(
            job: job, market: market,
            listed: suggestions.map {
                SolvedMarket.Listed(
                    need: $0.need, rival: ScoredRival($0, calling: $0.memberName),
                    signals: $0.signals)
            })
    }

    func outcome(need: Int, candidate: Int, explanation: Explanation) -> PairOutcome {
        let list = suggestions.filter { $0.need == solved.market.snapshot.needs[need].id }
        let id = solved.market.snapshot.candidates[candidate].id
        if let own = list.first(where: { $0.candidate == id }) {
            return PairOutcome(.suggested(rank: own.rank))
        }
        return solved.noMatch(need: need, candidate: candidate, explanation: explanation)
            ?? PairOutcome(obstacle(need, candidate, explanation, list: list))
    }

    func separation(need: Int, candidate: Int, explanation: Explanation) -> Separation? {
        solved.separation(need: need, candidate: candidate, explanation: explanation)
    }

    /// What keeps a match out of its need's list.
    private func obstacle(
        _ need: Int, _ candidate: Int, _ explanation: Explanation, list: [Suggestion]
    ) -> RankOutcome {
        let member = solved.market.snapshot.candidates[candidate].member
        if let own = list.first(where: { $0.member == member }) {
            return .memberStands(ScoredRival(own, calling: own.candidateTitle))
        }
        if list.count >= rules.perNeed, list.allSatisfy({ $0.score >= explanation.score }) {
            return .behind(
                list.sorted { $0.rank < $1.rank }.map {
                    ScoredRival($0, calling: $0.memberName)
                },
                most: rules.perNeed)
        }
        let elsewhere = suggestions.filter { $0.member == member }
        if elsewhere.count >= rules.perCandidate {
            let ordered = elsewhere.sorted { ($1.score, $0.need) < ($0.score, $1.need) }
            return .memberTaken(
                ordered.map(RankOutcome.Taken.init), most: rules.perCandidate)
        }
        return restrained(need, candidate, by: list)
    }

    /// Which rule for the good of the whole keeps a match out of its need's list.
    private func restrained(
        _ need: Int, _ candidate: Int, by list: [Suggestion]
    ) -> RankOutcome {
        let match = solved.market.matches.perNeed[need].first { $0.candidate == candidate }
        guard
            let reason = bindingRules.reason(
                need: need, candidate: candidate, score: match?.score ?? 0)
        else { return .heldBack }
        func rivals(_ candidates: [Int]) -> [ScoredRival] {
            let ids = Set(candidates.map { solved.market.snapshot.candidates[$0].id })
            return list.filter { ids.contains($0.candidate) }.sorted { $0.rank < $1.rank }
                .map { ScoredRival($0, calling: $0.memberName) }
        }
        switch reason {
        case .attention(let notified): return .contactCapReached(notified: notified)
        case .exposure(let due): return .turn(rivals(due))
        case .stability(let retained): return .retained(rivals(retained))
        case .diversity(let most):
            return rivals([most]).first.map(RankOutcome.tooSimilar) ?? .heldBack
        }
    }
}

extension PairOutcome {
    fileprivate init(_ outcome: RankOutcome) {
        self.init(
            sentence: Wording.inEachLanguage { $0.sentence(for: outcome) }, record: outcome)
    }
}

extension ScoredRival {
    fileprivate init(_ suggestion: Suggestion, calling name: String) {
        self.init(
            candidate: suggestion.candidate, name: name, score: suggestion.score,
            rank: suggestion.rank)
    }
}

extension RankOutcome.Taken {
    fileprivate init(_ suggestion: Suggestion) {
        self.init(
            need: suggestion.need, title: suggestion.needTitle, score: suggestion.score,
            rank: suggestion.rank)
    }
}

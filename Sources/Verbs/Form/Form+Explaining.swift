internal import Market
public import Scoring
internal import Settings
internal import Wording

extension Form {
    public func explainer(
        of market: ScoredMarket, in context: SolvingContext
    ) throws -> any PairExplainer {
        FormExplainer(solved: SolvedMarket(job: context.job, market: market, listed: []))
    }
}

/// Says of a match that groups are formed, and nobody is proposed alone.
private struct FormExplainer: PairExplainer {
    let solved: SolvedMarket

    private enum Outcome: Encodable {
        case notRanked
    }

    func outcome(need: Int, candidate: Int, explanation: Explanation) -> PairOutcome {
        solved.noMatch(need: need, candidate: candidate, explanation: explanation)
            ?? PairOutcome(
                sentence: Wording.inEachLanguage { $0.form.formsGroups },
                record: Outcome.notRanked)
    }

    func separation(need: Int, candidate: Int, explanation: Explanation) -> Separation? {
        solved.separation(need: need, candidate: candidate, explanation: explanation)
    }
}

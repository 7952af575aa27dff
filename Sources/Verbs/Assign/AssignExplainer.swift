internal import Market
internal import Scoring
internal import Settings
internal import Wording

/// Tells why a pair is assigned, or that another assignment is worth more.
struct AssignExplainer: PairExplainer {
    private let pairs: [AssignedPair]
    private let solved: SolvedMarket

    private enum Outcome: Encodable {
        case assigned(place: Int)
        case othersWorthMore
    }

    init(_ pairs: [AssignedPair], of market: ScoredMarket, job: JobFile) {
        self.pairs = pairs
        solved = SolvedMarket(job: job, market: market, listed: [])
    }

    func outcome(need: Int, candidate: Int, explanation: Explanation) -> PairOutcome {
        let snapshot = solved.market.snapshot
        let own = pairs.first {
            $0.need == snapshot.needs[need].id
                && $0.candidate == snapshot.candidates[candidate].id
        }
        if let own {
            return PairOutcome(
                sentence: Wording.inEachLanguage { $0.assign.isAssigned },
                record: Outcome.assigned(place: own.place))
        }
        return solved.noMatch(need: need, candidate: candidate, explanation: explanation)
            ?? PairOutcome(
                sentence: Wording.inEachLanguage { $0.assign.othersAreWorthMore },
                record: Outcome.othersWorthMore)
    }

    func separation(need: Int, candidate: Int, explanation: Explanation) -> Separation? {
        solved.separation(need: need, candidate: candidate, explanation: explanation)
    }
}

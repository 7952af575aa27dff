public import Learning
public import Ledger
public import Market
internal import Solving
internal import Wording

extension Rank {
    public static let plural = "suggestions"
    public static let keyNames = ["need", "candidate"]

    public static func name(of key: Proposal.Key) -> String {
        key.pair.map { "the suggestion of “\($0.candidate)” for “\($0.need)”" }
            ?? "the suggestion “\(key)”"
    }

    public static func score(of proposal: Proposal) throws -> Double? {
        try Suggestion(proposal).score
    }

    public static func remarks(on figures: String?) throws -> [String] {
        let figures = try RankFigures(figures)
        var remarks: [String] = []
        if let few = figures.coverage.flatMap({ Wording(.english).fewMatches($0, figures.floor) }) {
            remarks.append(few.hasSuffix(".") ? String(few.dropLast()) : few)
        }
        if let trade = figures.trade, trade.served < trade.due {
            remarks.append(
                "\(trade.due - trade.served) of \(trade.due) members wait longer than they should, "
                    + "for want of places")
        }
        return remarks
    }

    public static func printed(_ results: RunResults) throws -> [String: any Encodable] {
        let figures = try RankFigures(results.figures)
        return [
            plural: try results.proposals.map(Suggestion.init), "trade": figures.trade,
            "exposure": figures.exposure, "floor": figures.floor,
            "coverage": figures.coverage,
        ]
    }

    public static func examples(
        of results: RunResults, skills: [Skill.ID: Skill]
    ) throws -> [Example] {
        try results.proposals.map(Suggestion.init).filter { $0.rank == 1 }.map { suggestion in
            Example(
                id: suggestion.need, score: suggestion.score,
                lines: Wording.inEachLanguage { wording in
                    [
                        suggestion.needTitle,
                        "→ \(suggestion.memberName), \(suggestion.candidateTitle)",
                        "  " + wording.why(suggestion.signals, skills: skills),
                    ]
                        + (wording.better(suggestion.signals, skills: skills).map { ["  " + $0] }
                            ?? [])
                })
        }
    }

    public static func decidedPairs(
        among decided: [DecidedProposal], shipped: [SignalKind: Double]
    ) throws -> [DecidedPair] {
        try decided.filter { $0.verdict != .corrected }.map { decided in
            let suggestion = try Suggestion(decided.proposal)
            return DecidedPair(
                need: suggestion.need, candidate: suggestion.candidate,
                isAccepted: decided.verdict == .accepted, signals: suggestion.signals,
                weights: decided.weights ?? shipped)
        }
    }

    public static func consequence(
        of decision: Decision, on proposal: Proposal, standing term: Decline.Term
    ) throws -> [Language: [String]] {
        let suggestion = try Suggestion(proposal)
        let isAccepted = decision.verdict == .accepted
        return Wording.inEachLanguage { wording in
            [
                wording.rank.decided(isAccepted: isAccepted) + wording.colon
                    + Wording.printed(suggestion.memberName) + " → "
                    + Wording.printed(suggestion.needTitle),
                isAccepted ? wording.rank.nightsLearn : wording.pairStaysAway(term),
            ]
        }
    }
}

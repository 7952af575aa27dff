public import Ledger
public import Market
internal import Wording

extension Assign {
    public static func name(of key: Proposal.Key) -> String {
        key.pair.map { "the assignment of “\($0.candidate)” to “\($0.need)”" }
            ?? "the assignment “\(key)”"
    }

    public static func score(of proposal: Proposal) throws -> Double? {
        try AssignedPair(proposal).score
    }

    public static func printed(_ results: RunResults) throws -> [String: any Encodable] {
        [plural: try results.proposals.map(AssignedPair.init)]
    }

    public static func consequence(
        of decision: Decision, on proposal: Proposal, standing term: Decline.Term
    ) throws -> [Language: [String]] {
        let pair = try AssignedPair(proposal)
        let isAccepted = decision.verdict == .accepted
        return Wording.inEachLanguage { wording in
            [
                wording.assign.decided(isAccepted: isAccepted) + wording.colon
                    + Wording.printed(pair.memberName) + " → "
                    + Wording.printed(pair.needTitle),
                isAccepted ? wording.assign.decisionNoted : wording.pairStaysAway(term),
            ]
        }
    }
}

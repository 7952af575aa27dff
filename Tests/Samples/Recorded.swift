package import Market
internal import Solving
package import Verbs

extension RecordedRuns {
    /// A record with proposals in the forms of their verbs; bids are of the job `tenders`.
    package init(
        network: String, asOf: Day, runs: [RecordedRun], suggestions: [Suggestion],
        departures: [Departure] = [], bids: [Bid] = [], skills: [Skill.ID: Skill]
    ) {
        self.init(
            network: network, asOf: asOf, runs: runs,
            proposals: suggestions.map { suggestion in recorded { try suggestion.proposal() } }
                + bids.map { bid in recorded { try bid.proposal(of: "tenders") } },
            closed: departures.map { departure in
                ClosedProposal(
                    proposal: recorded { try departure.suggestion.proposal() },
                    reason: departure.reason.rawValue)
            }, skills: skills)
    }
}

extension News {
    /// News items from proposals in the forms of their verbs; bids are of the job `tenders`.
    package static func items(
        forYou: [Suggestion] = [], forYourNeeds: [Suggestion] = [], bids: [Bid] = []
    ) -> [Item] {
        forYou.map { suggestion in
            Item(proposal: recorded { try suggestion.proposal() }, role: "candidate")
        }
            + forYourNeeds.map { suggestion in
                Item(proposal: recorded { try suggestion.proposal() }, role: "owner")
            }
            + bids.map { bid in
                Item(proposal: recorded { try bid.proposal(of: "tenders") }, role: "member")
            }
    }
}

/// Figures of a run as it records them.
package func recorded(_ figures: RankFigures) -> String {
    recorded { try Proposal.body(of: figures) }
}

/// A sample that can be written: one that cannot is a mistake in the sample.
private func recorded<Value>(_ make: () throws -> Value) -> Value {
    do {
        return try make()
    } catch {
        preconditionFailure("\(error)")
    }
}

extension Departure {
    /// The suggestion that left, as far as its departure tells of it.
    fileprivate var suggestion: Suggestion {
        Suggestion(
            job: job, need: need, needTitle: "", needOwner: nil, needOwnerName: nil,
            candidate: candidate, candidateTitle: "", member: candidate, memberName: memberName,
            rank: 1, score: 0, signals: [], reasons: [:], basis: "")
    }
}

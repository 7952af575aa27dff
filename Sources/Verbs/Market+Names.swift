internal import Market
internal import Parallel
internal import Scoring

extension Snapshot {
    /// Names of the members behind candidates, by member id.
    var names: [String: String] {
        Dictionary(candidates.map { ($0.member, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Names of those of some members who are behind candidates.
    func names(of members: Set<String>) -> [String: String] {
        let found = Threads.chunks(of: candidates.count) { rows in
            rows.filter { members.contains(candidates[$0].member) }
        }
        return Dictionary(
            found.joined().map { (candidates[$0].member, candidates[$0].name) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Need {
    /// Name of the member who asks: as the query of the needs says it, or else that of the candidate
    /// who they are.
    func ownerName(among names: [String: String]) -> String? {
        ownerName ?? owner.flatMap { names[$0] }
    }
}

extension ScoredMarket {
    /// What became of each need, given the needs that somebody is proposed for, one entry a proposal.
    func outcomes(proposed: [Need.ID]) -> [NeedOutcome] {
        let counts = Dictionary(proposed.map { ($0, 1) }, uniquingKeysWith: +)
        return snapshot.needs.indices.map { need in
            scorer.outcome(
                need: need, in: matches, suggested: counts[snapshot.needs[need].id] ?? 0)
        }
    }
}

extension Deadline {
    /// A deadline to sort by: what has none comes last.
    static func orLast(_ deadline: Deadline?) -> Deadline {
        deadline ?? Deadline(Day(number: .max))
    }
}

/// Every match of a market, with what became of the pairs that are none.
public struct Matches: Sendable {
    /// Needs in the order of the snapshot.
    public let needs: [Need]
    /// Candidates in the order of the snapshot.
    public let candidates: [Candidate]
    /// For each need its matches, best first; equal scores ascend by candidate id.
    public let perNeed: [[Match]]
    /// For each need what became of all candidates.
    public let tallies: [NeedTally]
    /// What the lowest score was chosen from; nil where it was not.
    public let floor: FloorFigures?

    /// Matches found or made elsewhere: one list and one tally a need.
    public init(
        needs: [Need], candidates: [Candidate], perNeed: [[Match]], tallies: [NeedTally],
        floor: FloorFigures? = nil
    ) {
        precondition(
            perNeed.count == needs.count && tallies.count == needs.count,
            "one list of matches and one tally for each need")
        self.needs = needs
        self.candidates = candidates
        self.perNeed = perNeed
        self.tallies = tallies
        self.floor = floor
    }

    /// Number of matches.
    public var count: Int { perNeed.reduce(0) { $0 + $1.count } }
}

/// What became of all candidates for one need.
public struct NeedTally: Sendable, Hashable {
    /// Candidates considered.
    public let considered: Int
    /// Candidates that pass every hard rule.
    public let eligible: Int
    /// Candidates that each rule excluded; a candidate counts once, under the first rule that it
    /// fails in the order of `Exclusion.Rule`.
    public let excluded: [Exclusion.Rule: Int]

    public init(
        considered: Int, eligible: Int, excluded: [Exclusion.Rule: Int] = [:]
    ) {
        self.considered = considered
        self.eligible = eligible
        self.excluded = excluded
    }
}

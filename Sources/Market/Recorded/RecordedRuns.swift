/// What the last completed run of each job up to a day recorded: what report, page and digest read.
public struct RecordedRuns: Sendable, Hashable {
    /// Name of the network, for titles.
    public let network: String
    /// The latest day that one of the runs took for today.
    public let asOf: Day
    /// Runs in the order that jobs ran.
    public let runs: [RecordedRun]
    /// Proposals in force at the end of these runs, by job in that order, then by the first part of
    /// the key, the position, the whole key.
    public let proposals: [Proposal]
    /// Proposals in force before these runs that they did not make again, in the same order.
    public let closed: [ClosedProposal]
    /// Labels of the skills that proposals name, by id.
    public let skills: [Skill.ID: Skill]
    /// Members who have left or withdrawn consent by now, whatever they were when the runs read them.
    public var gone: Set<String> = []

    public init(
        network: String, asOf: Day, runs: [RecordedRun], proposals: [Proposal],
        closed: [ClosedProposal] = [], skills: [Skill.ID: Skill]
    ) {
        self.network = network
        self.asOf = asOf
        self.runs = runs
        self.proposals = proposals
        self.closed = closed
        self.skills = skills
    }
}

/// Everything that a run of one job reads, seen at one instant.
public struct Snapshot: Sendable {
    public var needs: [Need]
    public var candidates: [Candidate]
    /// Tenders whose lots are among the needs; empty for jobs that form no bids.
    public var tenders: [Tender]
    /// Every skill of the network, by id.
    public var skills: [Skill.ID: Skill]
    /// Pairs of members who do not wish to work together, both ways round.
    public var refusals: Set<MemberPair>
    /// How often, and how lately, pairs of members worked together.
    public var collaborations: [MemberPair: Collaboration]
    /// Pairs that somebody declined.
    public var declined: [NeedCandidate: Decline]
    /// Pairs that the platform says must not be proposed, with why by language; empty where it does
    /// not say why.
    public var exclusions: [NeedCandidate: [Language: String]] = [:]
    /// References of members that count, by their ids, the last year first, then by id; empty for
    /// jobs that form no bids.
    public var references: [String: [Reference]]
    /// Every proposal of the job that somebody declined last, by key.
    public var declinedProposals: [Proposal.Key: Decline] = [:]
    /// Proposals of the job whose last decision accepts them, as they were accepted, by key; read for
    /// verbs that build on them.
    public var accepted: [Proposal]
    /// Windows of work of the lots of tenders that can still be won, by tender; read with tenders, for
    /// those of ``accepted``.
    public var lotWindows: [Tender.ID: [Need.ID: Period]] = [:]
    /// What the last completed run of the job recorded, for verbs that take its results over; no part
    /// of what is hashed.
    public var lastRun: RecordedRuns?
    /// What the nights before left; empty for verbs that do not ask for it.
    public var history: ProposalHistory
    /// Occupations and skills with their names; empty where none was imported.
    public var thesaurus: Thesaurus
    /// Skills that belong together beside those that needs and candidates name, such as those of an
    /// occupation.
    public var company: [[Skill.ID]] = []
    /// Rows that make no sense.
    public var setAside: [SetAside]
    /// Rows that each query of the job returned and that made sense, by what they are: needs,
    /// candidates, tenders …; no part of what is hashed.
    public var rowsRead: [String: Int] = [:]
    /// Rows that each query returned, those that make no sense among them, by what they are; no part
    /// of what is hashed.
    public var rowsReturned: [String: Int] = [:]
    /// Needs that can no longer be answered, with the day of their deadline, by id; they are not among
    /// ``needs``. The lots of a tender go with it.
    public private(set) var pastNeeds: [Need.ID: Day] = [:]
    /// The same of tenders.
    public private(set) var pastTenders: [Tender.ID: Day] = [:]

    public init(
        needs: [Need] = [], candidates: [Candidate] = [], tenders: [Tender] = [],
        skills: [Skill.ID: Skill] = [:], refusals: Set<MemberPair> = [],
        collaborations: [MemberPair: Collaboration] = [:],
        declined: [NeedCandidate: Decline] = [:], references: [String: [Reference]] = [:],
        accepted: [Proposal] = [],
        history: ProposalHistory = ProposalHistory(), thesaurus: Thesaurus = Thesaurus(),
        setAside: [SetAside] = []
    ) {
        self.needs = needs
        self.candidates = candidates
        self.tenders = tenders
        self.skills = skills
        self.refusals = refusals
        self.collaborations = collaborations
        self.declined = declined
        self.references = references
        self.accepted = accepted
        self.history = history
        self.thesaurus = thesaurus
        self.setAside = setAside
    }
}

extension Snapshot {
    /// Leaves out what can no longer be answered on a day. Until the end of its own day a deadline is
    /// not past, whatever its time.
    public mutating func leaveOutPast(on today: Day) {
        for tender in tenders where tender.deadline.day < today {
            pastTenders[tender.id] = tender.deadline.day
        }
        for need in needs {
            let days = [need.deadline?.day, need.tender.flatMap { pastTenders[$0] }]
            pastNeeds[need.id] = days.compactMap(\.self).filter { $0 < today }.min()
        }
        tenders.removeAll { pastTenders[$0.id] != nil }
        needs.removeAll { pastNeeds[$0.id] != nil }
    }
}

/// Two members, in no order.
public struct MemberPair: Sendable, Hashable, Codable {
    /// The lower id.
    public let first: String
    /// The higher id.
    public let second: String

    public init(_ one: String, _ other: String) {
        first = min(one, other)
        second = max(one, other)
    }
}

/// A need and a candidate, by id.
public struct NeedCandidate: Sendable, Hashable, Codable {
    public let need: Need.ID
    public let candidate: Candidate.ID

    public init(need: Need.ID, candidate: Candidate.ID) {
        self.need = need
        self.candidate = candidate
    }
}

/// Work that two members did together.
public struct Collaboration: Sendable, Hashable, Codable {
    /// How many times.
    public let count: Int
    /// When last.
    public let last: Day

    public init(count: Int, last: Day) {
        self.count = count
        self.last = last
    }
}

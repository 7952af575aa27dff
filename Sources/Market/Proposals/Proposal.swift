/// What a run puts before people, with its parties, reasons and proof: one record, whichever verb
/// made it.
///
/// A proposal is recorded in versions. Its ``key`` makes it the same proposal tomorrow, and a
/// decision hangs on the key. Its ``basis`` is what a decline stands against: a declined proposal
/// does not return until the basis changes. Its ``content`` is what people see: while that stays the
/// same, no new version is written.
public struct Proposal: Sendable, Hashable, Identifiable {
    /// Number of the version; nil before it is written.
    public var id: Int?
    public let job: String
    /// The kind of result, as its verb names it: `suggestion`, `bid` …
    public let kind: String
    public let key: Key
    /// What it is about, as the platform calls it.
    public let title: String
    /// Place in the list that it stands in, from 1; nil where there is no list.
    public let position: Int?
    /// Members with a part in it, in the order that people read them.
    public let parties: [Party]
    /// Reasons in plain words by language, the most telling first.
    public let reasons: [Language: [String]]
    /// What was proven, objective by objective; empty where nothing had to be.
    public let proof: [Proof]
    /// What only its verb knows of it, as JSON with sorted keys.
    public let body: String
    /// SHA-256 of what a decline stands against, in hexadecimal.
    public let basis: String
    /// SHA-256 of all that people see, 32 bytes.
    public let content: [UInt8]
    /// What makes it news to people beside its key, such as who is in a group; often empty. A version
    /// whose key and novelty were proposed before is a change and is not told again.
    public let novelty: String
    /// Whether it is proposed for the first time, or again on a new basis after a decline.
    public var isNew: Bool
    public var status: Status

    public init(
        id: Int? = nil, job: String, kind: String, key: Key, title: String, position: Int? = nil,
        parties: [Party], reasons: [Language: [String]], proof: [Proof] = [], body: String,
        basis: String, content: [UInt8], novelty: String = "", isNew: Bool = true,
        status: Status = .proposed
    ) {
        self.id = id
        self.job = job
        self.kind = kind
        self.key = key
        self.title = title
        self.position = position
        self.parties = parties
        self.reasons = reasons
        self.proof = proof
        self.body = body
        self.basis = basis
        self.content = content
        self.novelty = novelty
        self.isNew = isNew
        self.status = status
    }

    /// What makes a proposal the same one tomorrow: a need and a candidate, a tender, the legs of a
    /// ring.
    public struct Key: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// Ids of the platform, in an order that the verb fixes.
        public let parts: [String]

        public init(_ parts: [String]) {
            self.parts = parts
        }

        public init(_ pair: NeedCandidate) {
            parts = [pair.need, pair.candidate]
        }

        /// The pair that the key stands for; nil where it is not of two ids.
        public var pair: NeedCandidate? {
            parts.count == 2 ? NeedCandidate(need: parts[0], candidate: parts[1]) : nil
        }

        public var description: String { parts.joined(separator: " ") }

        public static func < (one: Key, other: Key) -> Bool {
            one.parts.lexicographicallyPrecedes(other.parts)
        }
    }

    /// What people said of it last.
    public enum Status: String, Sendable, Hashable, Codable {
        case proposed, accepted, declined, corrected
    }
}

/// A member's part in a proposal.
public struct Party: Sendable, Hashable {
    public let member: String
    /// The member's name at the time, where the run knew it.
    public let name: String?
    /// What the member is in it, as the verb names it: `candidate`, `owner`, `lead` …
    public let role: String
    /// Whether the member is asked for an answer.
    public let isAsked: Bool
    /// The member's share of the work and of the price, where the proposal shares anything out.
    public let days: Double?
    public let amount: Money?

    public init(
        member: String, name: String?, role: String, isAsked: Bool = true, days: Double? = nil,
        amount: Money? = nil
    ) {
        self.member = member
        self.name = name
        self.role = role
        self.isAsked = isAsked
        self.days = days
        self.amount = amount
    }
}

/// What was found of one objective, and what no other answer can beat.
public struct Proof: Sendable, Hashable, Codable {
    /// The objective, as its verb names it.
    public let objective: String
    public let found: Double
    public let bound: Double
    public let isProven: Bool
    /// Nodes of the search.
    public let nodes: Int

    public init(objective: String, found: Double, bound: Double, isProven: Bool, nodes: Int) {
        self.objective = objective
        self.found = found
        self.bound = bound
        self.isProven = isProven
        self.nodes = nodes
    }
}

/// The version of a proposal that is in force, as far as a run compares its own with it.
public struct ProposalInForce: Sendable, Hashable {
    /// Number of the version.
    public let id: Int
    public let key: Proposal.Key
    public let position: Int?
    /// Names of its parties, in their order.
    public let names: [String?]
    public let content: [UInt8]

    public init(
        id: Int, key: Proposal.Key, position: Int?, names: [String?], content: [UInt8]
    ) {
        self.id = id
        self.key = key
        self.position = position
        self.names = names
        self.content = content
    }
}

/// A proposal in force before a run that the run did not make again, and why.
public struct ClosedProposal: Sendable, Hashable {
    public let proposal: Proposal
    /// Why, as its verb names it.
    public let reason: String

    public init(proposal: Proposal, reason: String) {
        self.proposal = proposal
        self.reason = reason
    }
}

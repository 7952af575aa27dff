/// What one member is to hear: proposals in force that they have not been told of.
public struct News: Sendable, Hashable {
    /// Who is written to.
    public let recipient: Recipient
    public let network: String
    public let asOf: Day
    /// In the order of the jobs, then of their proposals.
    public let items: [Item]
    /// Labels of the skills that proposals name, by id.
    public let skills: [Skill.ID: Skill]

    public init(
        recipient: Recipient, network: String, asOf: Day, items: [Item],
        skills: [Skill.ID: Skill] = [:]
    ) {
        self.recipient = recipient
        self.network = network
        self.asOf = asOf
        self.items = items
        self.skills = skills
    }

    /// A proposal, and what the recipient is in it.
    public struct Item: Sendable, Hashable {
        public let proposal: Proposal
        public let role: String

        public init(proposal: Proposal, role: String) {
            self.proposal = proposal
            self.role = role
        }
    }

    /// A member who is written to.
    public struct Recipient: Sendable, Hashable, Codable {
        public let member: String
        public let name: String
        public let address: String
        public let language: Language

        public init(member: String, name: String, address: String, language: Language) {
            self.member = member
            self.name = name
            self.address = address
            self.language = language
        }
    }
}

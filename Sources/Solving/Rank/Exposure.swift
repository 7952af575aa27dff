/// How suggestions are shared out among the members of one night, as a run recorded it.
public struct Exposure: Sendable, Hashable, Codable {
    /// Members behind the candidates of the night.
    public let members: Int
    /// How many of them stand in a suggestion.
    public let suggested: Int
    /// Gini coefficient (1912) of the number of suggestions over all members: 0 where all have as
    /// many, near 1 where one has them all.
    public let gini: Double
    /// Members who have been there for 30 days or more.
    public let established: Int
    /// How many of them stood in no suggestion for 30 days, this night included.
    public let unseen: Int
    /// Members who came within the last 90 days.
    public let newcomers: Group
    /// By which day a newcomer is told.
    public let arrival: Arrival
    /// Members by department, ascending by its code; last, without one, those of whom none is
    /// known.
    public let departments: [Department]

    public init(
        members: Int, suggested: Int, gini: Double, established: Int, unseen: Int,
        newcomers: Group, arrival: Arrival, departments: [Department]
    ) {
        self.members = members
        self.suggested = suggested
        self.gini = gini
        self.established = established
        self.unseen = unseen
        self.newcomers = newcomers
        self.arrival = arrival
        self.departments = departments
    }

    /// Some members, and how many of them stand in a suggestion.
    public struct Group: Sendable, Hashable, Codable {
        public let members: Int
        public let suggested: Int

        public init(members: Int, suggested: Int) {
            self.members = members
            self.suggested = suggested
        }

        /// The share that stands in a suggestion, 0…1; nil of nobody.
        public var share: Double? { members > 0 ? Double(suggested) / Double(members) : nil }
    }

    /// The members of one department.
    public struct Department: Sendable, Hashable, Codable {
        /// Its code, such as 14, 2A or 971; nil: not known.
        public let code: String?
        public let group: Group

        public init(code: String?, group: Group) {
            self.code = code
            self.group = group
        }
    }

    /// Which day tells when a member came.
    public enum Arrival: String, Sendable, Hashable, Codable {
        /// The day that the platform gives.
        case joined
        /// The first night that suggested the member or passed them over: the platform gives none.
        case firstSeen = "first_seen"
    }
}

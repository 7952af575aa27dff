/// Everything that one night recorded: the last completed run of each job up to a day.
public struct RecordedNight: Sendable, Hashable, Codable {
    /// Name of the network, for titles.
    public let network: String
    /// The day that the night took for today.
    public let asOf: Day
    /// Runs in the order that jobs ran.
    public let runs: [RecordedRun]
    /// Suggestions that stood at the end of the night, by job in that order, then by need id, then
    /// by rank.
    public let suggestions: [RecordedSuggestion]
    /// Suggestions of the nights before that these runs did not make again, by job in that order,
    /// then by need id, then by the rank that they had.
    public let departures: [RecordedDeparture]
    /// Bids, ascending by deadline, then by tender id.
    public let bids: [RecordedBid]
    /// Labels of the skills that signals name, by id.
    public let skills: [Skill.ID: Skill]

    public init(
        network: String, asOf: Day, runs: [RecordedRun], suggestions: [RecordedSuggestion],
        departures: [RecordedDeparture] = [], bids: [RecordedBid], skills: [Skill.ID: Skill]
    ) {
        self.network = network
        self.asOf = asOf
        self.runs = runs
        self.suggestions = suggestions
        self.departures = departures
        self.bids = bids
        self.skills = skills
    }
}

/// What one member is to hear: suggestions that they have not been told of.
public struct News: Sendable, Hashable, Codable {
    /// Who reads it.
    public let reader: Reader
    public let network: String
    public let asOf: Day
    /// Suggestions in which the reader is the candidate, best first.
    public let forYou: [RecordedSuggestion]
    /// Suggestions for the reader's own needs, by need, then by rank.
    public let forYourNeeds: [RecordedSuggestion]
    /// Bids that the reader is part of, by deadline.
    public let bids: [RecordedBid]
    /// Labels of the skills that signals name, by id.
    public let skills: [Skill.ID: Skill]

    public init(
        reader: Reader, network: String, asOf: Day, forYou: [RecordedSuggestion],
        forYourNeeds: [RecordedSuggestion], bids: [RecordedBid], skills: [Skill.ID: Skill] = [:]
    ) {
        self.reader = reader
        self.network = network
        self.asOf = asOf
        self.forYou = forYou
        self.forYourNeeds = forYourNeeds
        self.bids = bids
        self.skills = skills
    }

    /// A member who is written to.
    public struct Reader: Sendable, Hashable, Codable {
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

/// Who or what could answer a need: a consultant, a service offered.
public struct Candidate: Sendable, Hashable, Codable, Identifiable {
    /// The platform's id.
    public let id: String
    /// Member behind it (for a consultant, the same as `id`).
    public var member: String
    /// Name of the member, as shown to others.
    public var name: String
    public var title: String
    public var text: String
    /// Language that title and text are written in; undetermined where nobody said.
    public var language: TextLanguage
    public var skills: [HeldSkill]
    /// Skills that title or text mention and that are not among those held, ascending; found when a
    /// run prepares its market.
    public var mentioned: [Skill.ID] = []
    /// Languages the candidate works in, ISO 639-1.
    public var languages: [String]
    public var place: Place?
    /// How far the candidate goes for work on site, in kilometres; nil: anywhere.
    public var radius: Double?
    /// Whether the candidate accepts work at a distance.
    public var remote: Bool
    public var calendar: WorkCalendar
    /// Price of a unit of work before VAT (a day, or an hour for services), if known.
    public var rate: Money?
    /// Hours that can be given, for services.
    public var hours: Double?
    /// Kinds of exchange accepted, for services; empty: the question does not arise.
    public var exchange: Set<Exchange>
    /// Time account of the member, for services paid in time.
    public var account: TimeAccount?
    public var certifications: [String]
    /// Last yearly turnover before VAT, if known.
    public var turnover: Money?
    /// Amount that the member's professional liability is insured for, if known.
    public var insurance: Money?
    /// Whether the member agreed to be put forward in joint bids.
    public var consentsToBids: Bool
    /// Day the member joined, if known.
    public var joined: Day?
    /// Code of the department that the member is based in (14, 2A, 971), if known.
    public var department: String?
    /// Whether the member accepts to lead a joint bid (*mandataire*).
    public var leadsBids: Bool
    /// Fewest days of a joint bid that the member accepts to work; nil: any.
    public var bidDaysMin: Double?
    /// Its page on the platform, an http or https address, if any.
    public var url: String?
    /// Topics or categories that it is filed under, as the platform writes them.
    public var topics: [String]

    public init(
        id: String, member: String? = nil, name: String = "", title: String = "",
        text: String = "", language: TextLanguage = .french, skills: [HeldSkill] = [],
        languages: [String] = [], place: Place? = nil, radius: Double? = nil, remote: Bool = true,
        calendar: WorkCalendar = WorkCalendar(), rate: Money? = nil, hours: Double? = nil,
        exchange: Set<Exchange> = [], account: TimeAccount? = nil, certifications: [String] = [],
        turnover: Money? = nil, insurance: Money? = nil, consentsToBids: Bool = false,
        leadsBids: Bool = true, bidDaysMin: Double? = nil,
        joined: Day? = nil, department: String? = nil, url: String? = nil, topics: [String] = []
    ) {
        self.id = id
        self.member = member ?? id
        self.name = name
        self.title = title
        self.text = text
        self.language = language
        self.skills = skills
        self.languages = languages
        self.place = place
        self.radius = radius
        self.remote = remote
        self.calendar = calendar
        self.rate = rate
        self.hours = hours
        self.exchange = exchange
        self.account = account
        self.certifications = certifications
        self.turnover = turnover
        self.insurance = insurance
        self.consentsToBids = consentsToBids
        self.joined = joined
        self.department = department
        self.leadsBids = leadsBids
        self.bidDaysMin = bidDaysMin
        self.url = url
        self.topics = topics
    }
}

extension Candidate {
    /// How many candidates are retrieved for each need by vectors, and as many by words, unless a job
    /// says otherwise.
    public static let retrievedPerNeed = 1_000
}

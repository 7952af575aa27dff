/// What somebody asks for: a mission, a service request, a tender's lot.
public struct Need: Sendable, Hashable, Codable, Identifiable {
    /// The platform's id.
    public let id: String
    /// Member who asks, hears of proposals and is never proposed to themself; nil: nobody.
    public var owner: String?
    public var title: String
    public var text: String
    /// Language that title and text are written in; undetermined where nobody said.
    public var language: TextLanguage
    public var skills: [AskedSkill]
    /// Skills that title or text mention and that are not among those asked, ascending; found when a
    /// run prepares its market.
    public var mentioned: [Skill.ID] = []
    /// Languages that the work is done in, ISO 639-1, all of them needed.
    public var languages: [String]
    public var place: Place?
    public var remote: Remote
    /// When the work is to be done, if said.
    public var window: Period?
    /// Days of work asked, above 0, if said.
    public var days: Double?
    /// Highest price for a unit of work before VAT (a day, or an hour for services), if said.
    public var rateMax: Money?
    /// Hours asked, above 0, for services.
    public var hours: Double?
    /// Kinds of exchange accepted, for services; empty: the question does not arise.
    public var exchange: Set<Exchange>
    /// Time account of the owner, for services paid in time.
    public var account: TimeAccount?
    /// Certifications that must be held, all of them.
    public var certifications: [String]
    public var postedOn: Day?
    /// Id of the tender that this need is a lot of.
    public var tender: String?
    /// Number of the lot within its tender.
    public var lotNumber: Int?
    /// Budget of the lot before VAT, if published.
    public var budget: Money?
    /// Its page on the platform, an http or https address, if any.
    public var url: String?
    /// Last day to answer it, if there is one.
    public var deadline: Deadline?
    /// Name of who asks, where the platform says it with the need.
    public var ownerName: String?
    /// Topics or categories that it is filed under, as the platform writes them.
    public var topics: [String]

    public init(
        id: String, owner: String? = nil, title: String, text: String = "",
        language: TextLanguage = .french, skills: [AskedSkill] = [], languages: [String] = [],
        place: Place? = nil, remote: Remote = .possible, window: Period? = nil,
        days: Double? = nil, rateMax: Money? = nil, hours: Double? = nil,
        exchange: Set<Exchange> = [], account: TimeAccount? = nil, certifications: [String] = [],
        postedOn: Day? = nil, tender: String? = nil, lotNumber: Int? = nil, budget: Money? = nil,
        url: String? = nil, deadline: Deadline? = nil, ownerName: String? = nil,
        topics: [String] = []
    ) {
        self.id = id
        self.owner = owner
        self.title = title
        self.text = text
        self.language = language
        self.skills = skills
        self.languages = languages
        self.place = place
        self.remote = remote
        self.window = window
        self.days = days
        self.rateMax = rateMax
        self.hours = hours
        self.exchange = exchange
        self.account = account
        self.certifications = certifications
        self.postedOn = postedOn
        self.tender = tender
        self.lotNumber = lotNumber
        self.budget = budget
        self.url = url
        self.deadline = deadline
        self.ownerName = ownerName
        self.topics = topics
    }
}

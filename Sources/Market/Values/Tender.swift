/// A public tender with its lots.
public struct Tender: Sendable, Hashable, Codable, Identifiable {
    public let id: String
    public var title: String
    public var buyer: String
    /// Until when to submit.
    public var deadline: Deadline
    /// Most members a group may have; nil: no limit.
    public var membersMax: Int?
    /// Lowest yearly turnover of the group together; nil: no minimum.
    public var turnoverMin: Money?
    /// How the members answer for the work.
    public var form: Form
    /// Certifications that one member of the group must hold, all of them.
    public var certifications: [String]
    /// Certifications that every member of the group must hold, all of them.
    public var memberCertifications: [String]
    /// Amount that every member's professional liability must be insured for; nil: no minimum.
    public var insuranceMin: Money?
    /// What it was published under, if known.
    public var code: ProcurementCode?
    /// Its page on the platform, absolute.
    public var url: String?
    /// Ids of its lots, ascending by lot number.
    public var lots: [Need.ID]

    public init(
        id: String, title: String, buyer: String, deadline: Deadline, membersMax: Int? = nil,
        turnoverMin: Money? = nil, form: Form = .joint, certifications: [String] = [],
        memberCertifications: [String] = [], insuranceMin: Money? = nil,
        code: ProcurementCode? = nil, url: String? = nil, lots: [Need.ID] = []
    ) {
        self.id = id
        self.title = title
        self.buyer = buyer
        self.deadline = deadline
        self.membersMax = membersMax
        self.turnoverMin = turnoverMin
        self.form = form
        self.certifications = certifications
        self.memberCertifications = memberCertifications
        self.insuranceMin = insuranceMin
        self.code = code
        self.url = url
        self.lots = lots
    }

    /// How the members of a group answer for the work (article R2142-20 of the French public
    /// procurement code).
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// Each for their own part (*groupement conjoint*).
        case joint
        /// Each for the whole (*groupement solidaire*).
        case jointAndSeveral = "joint_and_several"
    }
}

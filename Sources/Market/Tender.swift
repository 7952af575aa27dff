/// A public tender with its lots.
public struct Tender: Sendable, Hashable, Codable, Identifiable {
    public let id: String
    public var title: String
    public var buyer: String
    /// Last day to submit.
    public var deadline: Day
    /// Most members a group may have; nil: no limit.
    public var membersMax: Int?
    /// Lowest yearly turnover of the group together; nil: no minimum.
    public var turnoverMin: Money?
    /// Certifications that one member of the group must hold, all of them.
    public var certifications: [String]
    /// Ids of its lots, ascending by lot number.
    public var lots: [Need.ID]

    public init(
        id: String, title: String, buyer: String, deadline: Day, membersMax: Int? = nil,
        turnoverMin: Money? = nil, certifications: [String] = [], lots: [Need.ID] = []
    ) {
        self.id = id
        self.title = title
        self.buyer = buyer
        self.deadline = deadline
        self.membersMax = membersMax
        self.turnoverMin = turnoverMin
        self.certifications = certifications
        self.lots = lots
    }
}

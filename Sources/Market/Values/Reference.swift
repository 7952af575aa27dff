/// A contract that a member carried out, to show for a tender like it.
public struct Reference: Sendable, Hashable, Codable, Identifiable {
    /// The platform's id.
    public let id: String
    public let title: String
    /// Whom it was for.
    public let client: String
    /// Year in which the work ended.
    public let year: Int
    /// Amount of the member's part before VAT, if said.
    public let amount: Money?
    /// What it was published under, ascending.
    public let codes: [ProcurementCode]
    /// Skills that it shows, by id.
    public let skills: [Skill.ID]

    public init(
        id: String, title: String, client: String, year: Int, amount: Money? = nil,
        codes: [ProcurementCode] = [], skills: [Skill.ID] = []
    ) {
        self.id = id
        self.title = title
        self.client = client
        self.year = year
        self.amount = amount
        self.codes = codes
        self.skills = skills
    }

    /// Years that a reference counts for, in how well a member suits a tender.
    public static let yearsThatCount = 5
    /// Years whose main services a French buyer may ask for (order of 22 March 2019, article 3).
    public static let yearsToDeclare = 3

    /// Whether the work ended in the year of a day or one of so many years before it.
    ///
    /// A year says no day, so that work of the first of these years counts whenever it ended.
    public func isWithin(_ years: Int, yearsOf day: Day) -> Bool {
        year <= day.year && year >= day.year - years
    }

    /// Whether it shows work like what a tender asks for in a skill: it names the skill, or was
    /// published under a code like the tender's.
    public func counts(for tender: Tender, skill: Skill.ID) -> Bool {
        if skills.contains(skill) { return true }
        guard let code = tender.code else { return false }
        return codes.contains { $0.isLike(code) }
    }
}

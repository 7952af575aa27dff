/// A row of the platform that makes no sense, left out of a run with its reason.
public struct SetAside: Sendable, Hashable, Codable {
    /// Where the row is: `mission`, `member`, `member_skill` …, in the words of the schema.
    public let source: String
    /// Id of the row, or of what it belongs to.
    public let id: String
    /// The column or field at fault.
    public let field: String
    /// What is wrong with it, for the coordinator.
    public let fault: Fault

    public init(source: String, id: String, field: String, fault: Fault) {
        self.source = source
        self.id = id
        self.field = field
        self.fault = fault
    }

    /// What can be wrong with a row. Each case carries what was found; what was expected follows
    /// from the case.
    public enum Fault: Sendable, Hashable, Codable {
        /// Below zero where that makes no sense.
        case negative(found: String)
        /// Zero or less, where something is needed.
        case notPositive(found: String)
        /// The last day comes before the first.
        case reversedDates(first: String, last: String)
        /// Not a level from 1 to 5.
        case level(found: String)
        /// A skill that nobody defined.
        case unknownSkill(found: String)
        /// A member who refuses themself.
        case refusesSelf
        /// Coordinates off the globe.
        case offTheGlobe(found: String)
        /// Neither title, text nor skill: nothing to match on.
        case nothingToMatch
        /// A text longer than what is read.
        case tooLong(bytes: Int, limit: Int)
        /// An id that another row of the same query already has.
        case duplicate
        /// Anything else that could not be read: what was expected.
        case unreadable(expected: Expectation)
    }
}

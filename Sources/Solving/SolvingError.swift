/// Why a problem could not be solved at all.
public enum SolvingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two candidates of one problem stand for the same member; expected one.
    case duplicateMember(String)
    /// Two lots of one tender have the same id; expected one.
    case duplicateLot(String)
    /// The solver gave no usable answer: what it did, in technical words.
    case solver(String)
    /// Somebody asked the program to stop.
    case stopped

    public var description: String {
        switch self {
        case .duplicateMember(let id): "expected one candidate a member, found two of member \(id)"
        case .duplicateLot(let id): "expected lots with ids of their own, found two with \(id)"
        case .stopped: "the search was stopped"
        case .solver(let detail): "the mixed-integer solver gave no usable answer: \(detail)"
        }
    }
}

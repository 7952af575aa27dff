internal import Ledger

/// Why a verb cannot do what a person asked of a proposal, in words for that person.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let cause: Cause
    /// What is wrong, with what was expected or what to do.
    public let description: String

    public init(_ cause: Cause, _ description: String) {
        self.cause = cause
        self.description = description
    }

    /// What the rules of decisions refuse.
    ///
    /// - Parameters:
    ///   - refused: Why nothing was recorded.
    ///   - name: The proposal, such as “the bid for “marche-02””.
    init(_ refused: RefusedDecision, on name: String) {
        switch refused.cause {
        case .severalJobs:
            let jobs = refused.hint.map { " (\($0))" } ?? ""
            self.init(.ambiguous, "several jobs propose \(name); name one with --job\(jobs)")
        case .saidAlready:
            let last = refused.last.map { "\($0)" } ?? "decided on so already"
            self.init(.alreadySaid, "\(name) was \(last); nothing was recorded")
        default: self.init(.notFound, refused.description)
        }
    }

    public enum Cause: Sendable, Hashable {
        /// There is no such thing to act on.
        case notFound
        /// There is more than one.
        case ambiguous
        /// The same was said already.
        case alreadySaid
    }

    /// What was probably meant, to end a message with.
    package static func hint(_ nearest: [String]) -> String {
        nearest.isEmpty
            ? "" : "; did you mean " + nearest.map { "“\($0)”" }.joined(separator: " or ") + "?"
    }
}

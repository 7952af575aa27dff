/// Why a verb cannot do what a person asked of a proposal, in words for that person.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let cause: Cause
    /// What is wrong, with what was expected or what to do.
    public let description: String

    public init(_ cause: Cause, _ description: String) {
        self.cause = cause
        self.description = description
    }

    public enum Cause: Sendable, Hashable {
        /// There is no such thing to act on.
        case notFound
        /// The same was said already.
        case alreadySaid
    }

    /// What was probably meant, to end a message with.
    package static func hint(_ nearest: [String]) -> String {
        nearest.isEmpty
            ? "" : "; did you mean " + nearest.map { "“\($0)”" }.joined(separator: " or ") + "?"
    }
}

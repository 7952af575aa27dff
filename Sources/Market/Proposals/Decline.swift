/// A decline of a proposal that still stands.
public struct Decline: Sendable, Hashable, Codable {
    /// What the proposal said when it was declined.
    public let basis: String
    /// Whether it stands whatever changes.
    public let isLasting: Bool

    public init(basis: String, isLasting: Bool = false) {
        self.basis = basis
        self.isLasting = isLasting
    }

    /// Whether it stands against a proposal that says what `basis` does.
    public func stands(against basis: String) -> Bool { isLasting || self.basis == basis }

    /// How long a decline stands.
    public enum Term: Sendable, Hashable {
        /// Until something that it was declined on has changed.
        case untilChanged
        /// So many days from the decision on, whatever changes, and no longer.
        case days(Int)
    }
}

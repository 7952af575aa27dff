public import Market

/// A suggestion that stands, as far as a run must know it to tell whether it stands again.
public struct StandingSuggestion: Sendable, Hashable, Identifiable {
    /// Number of the suggestion.
    public let id: Int
    public let pair: NeedCandidate
    /// Place in the list of the need, from 1.
    public let rank: Int
    /// Name of the member who asks, if any.
    public let needOwnerName: String?
    /// SHA-256 of all that people see.
    let content: [UInt8]
}

internal import Postgres

/// What somebody said of a suggestion.
public struct Decision: Sendable, Hashable {
    public let verdict: Verdict
    /// Why, in a word that can be counted; needed for a decline.
    public let reason: String?
    /// Why, in the person's own words.
    public let note: String?
    /// A member's id, or a coordinator's name.
    public let decidedBy: String

    public init(_ verdict: Verdict, reason: String? = nil, note: String? = nil, by who: String) {
        self.verdict = verdict
        self.reason = reason
        self.note = note
        decidedBy = who
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case accepted, declined, corrected
    }
}

extension Decision {
    /// - Throws: ``LedgerError/reasonMissing`` for a decline without a reason.
    func check() throws(LedgerError) {
        if verdict == .declined, reason?.trimmed.isEmpty ?? true { throw .reasonMissing }
    }
}

extension Ledger {
    /// Records what somebody said of a suggestion; the last word on a pair holds.
    ///
    /// A declined pair is not proposed again until its basis changes.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - suggestion: Number of any version of the suggestion.
    /// - Returns: Number of the decision.
    /// - Throws: ``LedgerError/unknownSuggestion(_:)``, ``LedgerError/reasonMissing``.
    @discardableResult
    public func decide(_ decision: Decision, on suggestion: Int) throws(LedgerError) -> Int {
        try decision.check()
        return try guarded { connection in
            let id = try connection.first(
                """
                INSERT INTO entremise.decision (suggestion_id, verdict, reason, note, decided_by)
                SELECT id, \(decision.verdict.rawValue), \(decision.reason), \(decision.note),
                    \(decision.decidedBy)
                FROM entremise.suggestion WHERE id = \(suggestion)
                RETURNING id
                """, as: Int.self)
            guard let id else { throw LedgerError.unknownSuggestion(suggestion) }
            return id
        }
    }
}

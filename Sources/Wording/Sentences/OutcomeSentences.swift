/// Why nobody is suggested for a need. What has no point at its end is followed by what the rules
/// excluded.
package protocol OutcomeSentences: Sentences {
    /// A whole sentence.
    var noCandidate: String { get }
    func nobodyEligible(among considered: Int) -> String
    func notCloseEnough(_ eligible: Int) -> String
    func suitableElsewhere(_ suitable: Int) -> String
    /// `Pour les autres`.
    var asForOthers: String { get }
    /// A whole sentence.
    func contactCapReached(_ notified: Int) -> String
}

internal import Market
package import Wording

/// What is said of assignments.
package protocol AssignSentences: Sentences {
    /// Headings of the digest.
    var forYou: String { get }
    var forYourNeeds: String { get }
    func assignments(_ count: Int) -> String
    func newAssignments(_ count: Int) -> String
    func answers(_ count: Int) -> String
    /// `3 réponses, dont …`
    func among(_ counted: String, title: String) -> String

    var sumOfScores: String { get }
    /// - Parameter bound: What no other assignment can beat; nil where none does better.
    func proof(sum: String, bound: String?) -> String

    /// Whole sentences.
    var isAssigned: String { get }
    var othersAreWorthMore: String { get }
    /// `Affectation acceptée`
    func decided(isAccepted: Bool) -> String
    var decisionNoted: String { get }
}

extension Wording {
    /// The registry of ``AssignSentences``.
    package var assign: any AssignSentences {
        switch language {
        case .french: FrenchAssign(wording: self)
        case .english: EnglishAssign(wording: self)
        }
    }
}

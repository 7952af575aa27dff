package import Solving
package import Wording

/// What is said of suggestions. What became of a pair follows ``PairSentences/notProposed(_:)``, but
/// for those that are whole sentences.
package protocol RankSentences: Sentences {
    /// A whole sentence.
    func suggested(at rank: Int) -> String
    func listIsFull(of names: [String], most: Int) -> String
    func memberStands(with name: String, at rank: Int) -> String
    func memberIsTaken(for titles: [String], most: Int) -> String
    func contactCapReached(_ notified: Int) -> String
    /// - Parameter names: Those whose turn it is in the list of the need; none, where elsewhere.
    func turn(of names: [String]) -> String
    func retained(_ names: [String]) -> String
    func tooSimilar(to name: String) -> String
    var heldBack: String { get }

    /// A whole sentence.
    func gone(_ names: [String]) -> String
    func text(of reason: RankTradeOff.Departure) -> String

    /// `Suggestion acceptée`
    func decided(isAccepted: Bool) -> String
    /// A whole sentence.
    var nightsLearn: String { get }

    /// The start of a sentence.
    func nobodyFound(for needs: Int, of all: Int) -> String
    var noScore: String { get }
    func best(_ score: String, needed floor: String) -> String
    /// What a lower floor would give, then what the next would.
    func floor(_ floor: String, serves needs: Int) -> String
    func nextFloor(_ floor: String, serves needs: Int) -> String
    /// A whole sentence.
    func missing(_ gaps: [String]) -> String
    func text(of gap: MatchCoverage.Gap) -> String
}

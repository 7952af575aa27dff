package import Wording

/// What the page of one bid says beside its sentences.
package protocol BidPageSentences: Sentences {
    /// Whole sentences.
    var noModel: String { get }
    var isAccepted: String { get }
    var isDeclined: String { get }
    var nobodyCanTakePart: String { get }
    /// What the lots lack follows.
    var noGroupCanBid: String { get }
    var nobodyJoins: String { get }

    var nothingFound: String { get }
    func minimum(_ found: Int) -> String
    /// Heading of ``FormSentences/unproven(bound:afterNodes:)`` and its like.
    var proof: String { get }
    func found(inSeconds seconds: String) -> String
    var whatChanges: String { get }
    var noLongerPossible: String { get }
    /// Lots that can be bid for only once somebody left.
    var possibleAsWell: String { get }
    func lot(_ number: Int) -> String
    var price: String { get }
    /// Of the lots that stay.
    var commonPrice: String { get }
    /// A whole sentence: what is said is not proven.
    var notEstablished: String { get }
}

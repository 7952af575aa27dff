internal import Wording

extension EnglishForm {
    var noModel: String { "No model: nobody can work on this tender." }
    var isAccepted: String { "This bid was accepted; it stands as it is." }
    var isDeclined: String { "This bid was declined" }
    var nobodyCanTakePart: String {
        "Nobody can take this place: there would be no bid any more."
    }
    var noGroupCanBid: String { "No group in the network can bid. What is lacking, lot by lot:" }
    var nobodyJoins: String { "Nobody joins; the other members share the work out." }

    var nothingFound: String { "nothing was found" }
    func minimum(_ found: Int) -> String { "minimum \(found)" }
    var proof: String { "Proof, in the order of wishes" }
    func found(inSeconds seconds: String) -> String { "Found in \(seconds) s" }
    var whatChanges: String { "What changes" }
    var noLongerPossible: String { "No longer possible" }
    func lot(_ number: Int) -> String { "lot\(Wording.space)\(number)" }
    var possibleAsWell: String { "Possible as well" }
    var price: String { "Price" }
    var commonPrice: String { "Price of the lots in common" }
    var notEstablished: String { "Not established for want of time: there may be better." }
}

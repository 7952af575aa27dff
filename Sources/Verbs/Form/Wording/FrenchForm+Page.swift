internal import Wording

extension FrenchForm {
    var noModel: String { "Aucun modèle\(colon)personne ne peut travailler sur ce marché." }
    var isAccepted: String {
        "Cette réponse est acceptée\(semicolon)elle reste telle quelle."
    }
    var isDeclined: String { "Cette réponse a été déclinée" }
    var nobodyCanTakePart: String {
        "Personne ne peut prendre cette place\(colon)il n’y aurait plus de réponse."
    }
    var noGroupCanBid: String {
        "Aucun groupe du réseau ne peut répondre. Ce qui manque, lot par lot\(colon)"
    }
    var nobodyJoins: String {
        "Personne de plus\(semicolon)les autres membres se partagent le travail."
    }

    var nothingFound: String { "rien n’a été trouvé" }
    func minimum(_ found: Int) -> String { "minimum \(found)" }
    var proof: String { "Preuve, dans l’ordre des souhaits" }
    func found(inSeconds seconds: String) -> String { "Calculé en \(seconds) s" }
    var whatChanges: String { "Ce qui change" }
    var noLongerPossible: String { "Plus de réponse possible" }
    func lot(_ number: Int) -> String { "lot\(Wording.space)\(number)" }
    var possibleAsWell: String { "Possible en plus" }
    var price: String { "Prix" }
    var commonPrice: String { "Prix des lots communs" }
    var notEstablished: String {
        "Non établi, faute de temps\(colon)il y a peut-être mieux."
    }
}

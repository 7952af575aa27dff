internal import Solving
internal import Wording

struct FrenchRank: RankSentences {
    let wording: Wording

    func suggested(at rank: Int) -> String {
        rank == 1
            ? "Fait partie des suggestions, en tête de la liste."
            : "Fait partie des suggestions, à la place \(rank)."
    }

    func listIsFull(of names: [String], most: Int) -> String {
        most == 1
            ? "la seule place est prise par \(list(names))"
            : "les \(inWords(most)) places sont prises par \(list(names))"
    }

    func memberStands(with name: String, at rank: Int) -> String {
        "le même membre y figure déjà pour cette demande, avec \(quoted(name)), à la place \(rank)"
    }

    func memberIsTaken(for titles: [String], most: Int) -> String {
        "le même membre y figure \(inWords(most)) fois déjà, autant que permis, pour "
            + quoted(titles)
    }

    func contactCapReached(_ notified: Int) -> String {
        let people = count(notified, CountedNoun([.one: "personne", .other: "personnes"]))
        return
            "\(people), autant que permis, \(notified == 1 ? "aura" : "auront") entendu parler de "
            + "cette demande"
    }

    func turn(of names: [String]) -> String {
        switch names.count {
        case 0:
            "les places vont d’abord à des membres qui attendent une suggestion depuis plusieurs nuits"
        case 1:
            "la place va à \(names[0]), qui convient aussi et attendait une suggestion depuis plusieurs "
                + "nuits"
        default:
            "les places vont à \(list(names)), qui conviennent aussi et attendaient une suggestion "
                + "depuis plusieurs nuits"
        }
    }

    func retained(_ names: [String]) -> String {
        names.count == 1
            ? "\(names[0]) y figurait déjà la nuit précédente et garde sa place, l’écart étant trop petit "
                + "pour changer la liste"
            : "\(list(names)) y figuraient déjà la nuit précédente et gardent leur place, l’écart étant "
                + "trop petit pour changer la liste"
    }

    func tooSimilar(to name: String) -> String {
        "\(name), au profil semblable, y figure déjà, et la liste fait place à d’autres profils"
    }

    var heldBack: String {
        "c’est une bonne réponse, mais la nuit sert mieux l’ensemble des demandes sans elle"
    }

    func gone(_ names: [String]) -> String {
        "Sorties de la liste depuis la nuit précédente\(colon)\(list(names))."
    }

    func text(of reason: RankTradeOff.Departure) -> String {
        switch reason {
        case .unmatched: "ne remplit plus les conditions ou n’atteint plus le seuil"
        case .outranked: "d’autres apportent davantage"
        case .turn: "la place revient à un membre qui attendait"
        case .variety: "la liste gagne en variété"
        }
    }

    func decided(isAccepted: Bool) -> String {
        isAccepted ? "Suggestion acceptée" : "Suggestion déclinée"
    }

    var nightsLearn: String { "Les prochaines nuits en apprennent." }
}

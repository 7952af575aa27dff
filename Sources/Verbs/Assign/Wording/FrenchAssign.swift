internal import Wording

struct FrenchAssign: AssignSentences {
    let wording: Wording

    var forYou: String { "À vous confier" }
    var forYourNeeds: String { "Pour vos demandes" }

    func assignments(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "affectation", .other: "affectations"]))
    }

    func newAssignments(_ count: Int) -> String {
        self.count(
            count, CountedNoun([.one: "nouvelle affectation", .other: "nouvelles affectations"]))
    }

    func answers(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "réponse", .other: "réponses"]))
    }

    func among(_ counted: String, title: String) -> String { "\(counted), dont \(title)" }

    var sumOfScores: String { "Somme des scores" }

    func proof(sum: String, bound: String?) -> String {
        sum + semicolon + (bound.map { "au mieux \($0)" } ?? "aucune répartition ne fait mieux")
    }

    var isAssigned: String { "Est affecté à cette demande." }

    var othersAreWorthMore: String {
        "N’est pas affecté à cette demande\(colon)une autre répartition vaut davantage pour "
            + "l’ensemble."
    }

    func decided(isAccepted: Bool) -> String {
        isAccepted ? "Affectation acceptée" : "Affectation déclinée"
    }

    var decisionNoted: String { "La décision est notée." }
}

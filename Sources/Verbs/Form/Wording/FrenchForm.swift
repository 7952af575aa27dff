internal import Market
internal import Solving
internal import Wording

struct FrenchForm: FormSentences {
    let wording: Wording

    func covers(lots: Int, of all: Int, days: Double, members: Int) -> String {
        let what =
            all == 1
            ? "le marché entier"
            : lots == all ? "les \(number(lots)) lots" : "\(number(lots)) des \(number(all)) lots"
        let people = count(members, CountedNoun([.one: "personne", .other: "personnes"]))
        return "Couvre \(what)\(colon)\(self.days(days)) de travail, à \(people)."
    }

    func workedTogether(_ one: String, _ other: String, _ past: Collaboration) -> String {
        let day = shortDay(past.last)
        let when =
            past.count == 1
            ? "le \(day)" : "\(number(past.count))\(Wording.space)fois, la dernière le \(day)"
        return "\(one) et \(other) ont déjà travaillé ensemble (\(when))."
    }

    func references(_ names: [String], inYears years: Int) -> String {
        "Références comparables, depuis \(number(years))\(Wording.space)ans\(colon)\(list(names))."
    }

    func roomFor(_ newcomers: [String]) -> String {
        "Une place pour \(list(newcomers))\(colon)pas de travail commun dans le réseau depuis deux ans."
    }

    func bringsOnly(_ name: String, certifications: [String], turnover: Bool) -> String {
        let what =
            (turnover ? ["son chiffre d’affaires"] : [])
            + (certifications.isEmpty
                ? []
                : [
                    (certifications.count == 1 ? "la certification " : "les certifications ")
                        + quoted(certifications)
                ])
        return
            "\(name) apporte surtout \(list(what)), sans quoi le groupe ne pourrait pas répondre."
    }

    var noGroupDoesBetter: String {
        "Aucun groupe du réseau ne répond mieux à ce qui est souhaité."
    }

    var skilledButNotCounted: String { "Compétents, mais pas comptés" }

    func text(of reason: Bid.Uncounted.Reason) -> String {
        switch reason {
        case .noRate: "Tarif journalier inconnu"
        case .noCalendar: "Jours libres inconnus"
        case .certifications: "Sans toutes les certifications que chaque membre doit avoir"
        case .insurance: "Assurance inférieure à ce que chaque membre doit avoir"
        }
    }

    func others(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "autre", .other: "autres"]))
    }

    var formsGroups: String {
        "Ce travail forme des groupes\(semicolon)personne n’y est suggéré seul."
    }

    func decided(isAccepted: Bool) -> String {
        isAccepted ? "Réponse acceptée" : "Réponse déclinée"
    }

    var staysAsItIs: String {
        "Elle reste telle quelle, et ses jours passent avant ceux des autres réponses."
    }

    var daysNoLongerPromised: String { "Ses jours ne sont plus promis" }
    var bidChanges: String { "elle change" }

    func submission(to buyer: String, on day: String) -> String { "\(buyer), remise le \(day)" }

    func lead(_ name: String) -> String { "\(name) (mandataire)" }

    func total(days: Double, price: Money, budget: Money?) -> String {
        "Total\(colon)\(self.days(days)), \(money(price)) HT"
            + (budget.map { ", pour un budget de \(money($0))" } ?? " (budget non publié)")
    }

    func published(_ budget: Money) -> String { "(budget publié \(money(budget)))" }

    func name(of objective: BidPlan.Proof.Objective) -> String {
        switch objective {
        case .value: "Valeur des lots"
        case .price: "Prix"
        case .fit: "Adéquation, en points"
        case .ties: "Liens"
        case .members: "Membres"
        case .lead: "Jours du mandataire"
        case .changes: "Le moins de changements"
        case .weighted: "Somme pondérée"
        }
    }

    var proven: String { "prouvé" }

    func unproven(bound: String, afterNodes nodes: Int) -> String {
        "borne \(bound), non prouvé après "
            + count(nodes, CountedNoun([.one: "nœud", .other: "nœuds"]))
    }
}

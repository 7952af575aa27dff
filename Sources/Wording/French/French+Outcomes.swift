extension French {
    var noCandidate: String { "Il n’y a encore aucun candidat à examiner." }

    func nobodyEligible(among considered: Int) -> String {
        considered == 1
            ? "Le seul candidat ne remplit pas les conditions"
            : "Aucun des \(number(considered)) candidats ne remplit toutes les conditions"
    }

    func notCloseEnough(_ eligible: Int) -> String {
        eligible == 1
            ? "Un candidat remplit les conditions, mais il est trop éloigné de ce qui est demandé"
            : "\(number(eligible)) candidats remplissent les conditions, mais aucun n’est assez "
                + "proche de ce qui est demandé"
    }

    func suitableElsewhere(_ suitable: Int) -> String {
        suitable == 1
            ? "Un candidat convient, mais il est déjà suggéré ailleurs autant que permis"
            : "\(number(suitable)) candidats conviennent, mais ils sont déjà suggérés ailleurs "
                + "autant que permis"
    }

    var asForOthers: String { "Pour les autres" }

    func contactCapReached(_ notified: Int) -> String {
        let people = count(notified, CountedNoun(one: "personne", other: "personnes"))
        return
            "\(people), autant que permis, \(notified == 1 ? "a" : "ont") déjà entendu parler de "
            + "cette demande."
    }
}

internal import Wording

extension FrenchRank {
    func nobodyFound(for needs: Int, of all: Int) -> String {
        "Personne n’a été trouvé pour \(number(needs)) des \(number(all)) demandes"
    }

    var noScore: String { "aucun score n’est connu" }

    func best(_ score: String, needed floor: String) -> String {
        "le meilleur score est \(score), et il en faut \(floor)"
    }

    func floor(_ floor: String, serves needs: Int) -> String {
        let counted = count(needs, CountedNoun([.one: "demande", .other: "demandes"]))
        return "Un seuil de \(floor) trouverait quelqu’un pour \(counted)"
    }

    func nextFloor(_ floor: String, serves needs: Int) -> String {
        "de \(floor) pour \(number(needs))"
    }

    func missing(_ gaps: [String]) -> String { "Ce qui manque\(colon)\(list(gaps))." }

    func text(of gap: MatchCoverage.Gap) -> String {
        switch gap {
        case .candidates: "des candidats, il n’y en a aucun"
        case .rules(let needs):
            "des candidats qui remplissent les conditions (personne pour \(number(needs)) demandes)"
        case .needSkills(let share):
            "des compétences dans les demandes (\(percent(share)) en nomment)"
        case .candidateSkills(let share):
            "des compétences chez les candidats (\(percent(share)) en nomment)"
        case .needTexts(let words): "des demandes plus longues (une sur deux a \(most(words)))"
        case .candidateTexts(let words): "des offres plus longues (une sur deux a \(most(words)))"
        case .language(let code):
            "des candidats qui écrivent en \(wording.languageName(code))"
        }
    }

    private func most(_ words: Int) -> String {
        count(words, CountedNoun([.one: "mot", .other: "mots"])) + " ou moins"
    }
}

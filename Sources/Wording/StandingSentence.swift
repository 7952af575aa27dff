public import Market

extension Wording {
    /// What became of a pair on a night: one sentence.
    public func sentence(for standing: Standing) -> String {
        switch standing {
        case .suggested(let rank):
            return rank == 1
                ? pick(
                    "Fait partie des suggestions, en tête de la liste.",
                    "Is among the suggestions, first in the list.")
                : pick(
                    "Fait partie des suggestions, à la place \(rank).",
                    "Is among the suggestions, at place \(rank).")
        case .excluded:
            return notSuggested(
                pick("une condition au moins n’est pas remplie", "a condition is not met"))
        case .belowFloor(let score, let floor):
            let (gap, least) = (number(floor - score, digits: 3), number(floor, digits: 2))
            return notSuggested(
                pick(
                    "le score est \(gap) sous le seuil de \(least)",
                    "the score is \(gap) below the floor of \(least)"))
        case .notRetrieved(let most):
            let most = number(Double(most))
            return notSuggested(
                pick(
                    "seuls les profils les plus proches par le contenu (\(most)) et par les mots "
                        + "(\(most)) ont été comparés, et celui-ci n’en est pas",
                    "only the profiles nearest in content (\(most)) and in words (\(most)) were "
                        + "compared, and this is none of them"))
        case .behind(let rivals, let most):
            let names = list(
                rivals.map { "\(Wording.printed($0.name)) (\(number($0.score, digits: 3)))" })
            return notSuggested(
                most == 1
                    ? pick(
                        "la seule place est prise par \(names)",
                        "the only place is taken by \(names)")
                    : pick(
                        "les \(inWords(most)) places sont prises par \(names)",
                        "the \(inWords(most)) places are taken by \(names)"))
        case .memberStands(let rival):
            let name = quoted(Wording.printed(rival.name))
            return notSuggested(
                pick(
                    "le même membre y figure déjà pour cette demande, avec \(name), à la place "
                        + "\(rival.rank)",
                    "the same member stands there for this request, with \(name), at place "
                        + "\(rival.rank)"))
        case .memberTaken(let needs, let most):
            let titles = list(needs.map { quoted(Wording.printed($0.title)) })
            return notSuggested(
                pick(
                    "le même membre y figure \(most == 1 ? "une" : inWords(most)) fois déjà, autant "
                        + "que permis, pour \(titles)",
                    "the same member stands there \(most == 1 ? "once" : "\(inWords(most)) times") "
                        + "already, as often as allowed, for \(titles)"))
        case .heardEnough(let told): return notSuggested(heard(told))
        case .turn(let due): return notSuggested(turn(of: due))
        case .kept(let rivals): return notSuggested(kept(rivals))
        case .tooAlike(let rival):
            let name = Wording.printed(rival.name)
            return notSuggested(
                pick(
                    "\(name), au profil semblable, y figure déjà, et la liste fait place à d’autres "
                        + "profils",
                    "\(name), whose profile is much alike, stands there already, and the list makes "
                        + "room for other profiles"))
        case .heldBack:
            return notSuggested(
                pick(
                    "c’est une bonne réponse, mais la nuit sert mieux l’ensemble des demandes sans elle",
                    "it is a suitable answer, but the night serves all requests better without it"))
        case .notRanked:
            return pick(
                "Ce travail forme des groupes\(semicolon)personne n’y est suggéré seul.",
                "This job forms groups; nobody is suggested alone.")
        }
    }

    private func heard(_ told: Int) -> String {
        let people = count(told, one: pick("personne", "person"), many: pick("personnes", "people"))
        return told == 1
            ? pick(
                "\(people), autant que permis, aura entendu parler de cette demande",
                "\(people), as many as allowed, will have heard of this request")
            : pick(
                "\(people), autant que permis, auront entendu parler de cette demande",
                "\(people), as many as allowed, will have heard of this request")
    }

    private func turn(of due: [Standing.Rival]) -> String {
        let names = list(due.map { Wording.printed($0.name) })
        switch due.count {
        case 0:
            return pick(
                "les places vont d’abord à des membres qui attendent une suggestion depuis plusieurs "
                    + "nuits",
                "places go first to members who have waited several nights for a suggestion")
        case 1:
            return pick(
                "la place va à \(names), qui convient aussi et attendait une suggestion depuis "
                    + "plusieurs nuits",
                "the place goes to \(names), who suits too and had waited several nights for a "
                    + "suggestion")
        default:
            return pick(
                "les places vont à \(names), qui conviennent aussi et attendaient une suggestion "
                    + "depuis plusieurs nuits",
                "the places go to \(names), who suit too and had waited several nights for a "
                    + "suggestion")
        }
    }

    private func kept(_ rivals: [Standing.Rival]) -> String {
        let names = list(rivals.map { Wording.printed($0.name) })
        return rivals.count == 1
            ? pick(
                "\(names) y figurait déjà la nuit précédente et garde sa place, l’écart étant trop "
                    + "petit pour changer la liste",
                "\(names) stood there the night before and keeps the place, the difference being too "
                    + "small to change the list")
            : pick(
                "\(names) y figuraient déjà la nuit précédente et gardent leur place, l’écart étant "
                    + "trop petit pour changer la liste",
                "\(names) stood there the night before and keep their places, the difference being "
                    + "too small to change the list")
    }

    private func notSuggested(_ why: String) -> String {
        pick("Ne fait pas partie des suggestions\(colon)", "Is not among the suggestions: ") + why
            + "."
    }

    /// What separates a pair from the one above it: one sentence of the score and of the signals
    /// that make the difference.
    public func sentence(for separation: Separation) -> String {
        let name = Wording.printed(separation.rival.name)
        let against = separation.parts.filter { $0.difference < 0 }.prefix(2)
        let inFavour = separation.parts.filter { $0.difference > 0 }.prefix(2)
        let gap = number(abs(separation.score), digits: 3)
        guard abs(separation.score) >= 0.0005 else {
            return pick(
                "À égalité avec \(name)\(semicolon)l’identifiant départage.",
                "Level with \(name); the id decides.")
        }
        var text =
            separation.score < 0
            ? pick(
                "score inférieur de \(gap) à celui \(from(name))", "a score \(gap) below \(name)’s")
            : pick(
                "score supérieur de \(gap) à celui \(from(name))", "a score \(gap) above \(name)’s")
        let (why, despite) = separation.score < 0 ? (against, inFavour) : (inFavour, against)
        let ways = [
            why.isEmpty ? nil : pick("par ", "by ") + list(why.map(part)),
            despite.isEmpty ? nil : pick("malgré ", "despite ") + list(despite.map(part)),
        ]
        let reasons = ways.compactMap(\.self)
        if !reasons.isEmpty { text += ", " + list(reasons) }
        return capitalised(text) + "."
    }

    private func part(_ part: Separation.Part) -> String {
        let sign = part.difference < 0 ? "" : "+"
        return "\(nameWithArticle(part.kind)) (\(sign)\(number(part.difference, digits: 3)))"
    }
}

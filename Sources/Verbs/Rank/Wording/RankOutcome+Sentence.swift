internal import Market
package import Wording

extension Wording {
    /// What became of a pair: one sentence.
    package func sentence(for outcome: RankOutcome) -> String {
        switch outcome {
        case .suggested(let rank):
            return rank == 1
                ? pick(
                    "Fait partie des suggestions, en tête de la liste.",
                    "Is among the suggestions, first in the list.")
                : pick(
                    "Fait partie des suggestions, à la place \(rank).",
                    "Is among the suggestions, at place \(rank).")
        case .behind(let rivals, let most):
            let names = list(
                rivals.map { "\(Wording.printed($0.name)) (\(number($0.score, digits: 3)))" })
            return notProposed(
                most == 1
                    ? pick(
                        "la seule place est prise par \(names)",
                        "the only place is taken by \(names)")
                    : pick(
                        "les \(inWords(most)) places sont prises par \(names)",
                        "the \(inWords(most)) places are taken by \(names)"))
        case .memberStands(let rival):
            let name = quoted(Wording.printed(rival.name))
            return notProposed(
                pick(
                    "le même membre y figure déjà pour cette demande, avec \(name), à la place "
                        + "\(rival.rank)",
                    "the same member stands there for this request, with \(name), at place "
                        + "\(rival.rank)"))
        case .memberTaken(let needs, let most):
            let titles = list(needs.map { quoted(Wording.printed($0.title)) })
            return notProposed(
                pick(
                    "le même membre y figure \(most == 1 ? "une" : inWords(most)) fois déjà, autant "
                        + "que permis, pour \(titles)",
                    "the same member stands there \(most == 1 ? "once" : "\(inWords(most)) times") "
                        + "already, as often as allowed, for \(titles)"))
        case .contactCapReached(let notified): return notProposed(heard(notified))
        case .turn(let due): return notProposed(turn(of: due))
        case .retained(let rivals): return notProposed(retained(rivals))
        case .tooSimilar(let rival):
            let name = Wording.printed(rival.name)
            return notProposed(
                pick(
                    "\(name), au profil semblable, y figure déjà, et la liste fait place à d’autres "
                        + "profils",
                    "\(name), whose profile is much alike, stands there already, and the list makes "
                        + "room for other profiles"))
        case .heldBack:
            return notProposed(
                pick(
                    "c’est une bonne réponse, mais la nuit sert mieux l’ensemble des demandes sans elle",
                    "it is a suitable answer, but the night serves all requests better without it"))
        }
    }

    private func heard(_ notified: Int) -> String {
        let people = count(
            notified, one: pick("personne", "person"), many: pick("personnes", "people"))
        return notified == 1
            ? pick(
                "\(people), autant que permis, aura entendu parler de cette demande",
                "\(people), as many as allowed, will have heard of this request")
            : pick(
                "\(people), autant que permis, auront entendu parler de cette demande",
                "\(people), as many as allowed, will have heard of this request")
    }

    private func turn(of due: [ScoredRival]) -> String {
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

    private func retained(_ rivals: [ScoredRival]) -> String {
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
}

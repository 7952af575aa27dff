internal import Solving
internal import Wording

struct EnglishRank: RankSentences {
    let wording: Wording

    func suggested(at rank: Int) -> String {
        rank == 1
            ? "Is among the suggestions, first in the list."
            : "Is among the suggestions, at place \(rank)."
    }

    func listIsFull(of names: [String], most: Int) -> String {
        most == 1
            ? "the only place is taken by \(list(names))"
            : "the \(inWords(most)) places are taken by \(list(names))"
    }

    func memberStands(with name: String, at rank: Int) -> String {
        "the same member stands there for this request, with \(quoted(name)), at place \(rank)"
    }

    func memberIsTaken(for titles: [String], most: Int) -> String {
        "the same member stands there \(most == 1 ? "once" : "\(inWords(most)) times") already, as "
            + "often as allowed, for \(quoted(titles))"
    }

    func contactCapReached(_ notified: Int) -> String {
        "\(count(notified, CountedNoun([.one: "person", .other: "people"]))), as many as allowed, will "
            + "have heard of this request"
    }

    func turn(of names: [String]) -> String {
        switch names.count {
        case 0: "places go first to members who have waited several nights for a suggestion"
        case 1:
            "the place goes to \(names[0]), who suits too and had waited several nights for a "
                + "suggestion"
        default:
            "the places go to \(list(names)), who suit too and had waited several nights for a "
                + "suggestion"
        }
    }

    func retained(_ names: [String]) -> String {
        names.count == 1
            ? "\(names[0]) stood there the night before and keeps the place, the difference being too "
                + "small to change the list"
            : "\(list(names)) stood there the night before and keep their places, the difference being "
                + "too small to change the list"
    }

    func tooSimilar(to name: String) -> String {
        "\(name), whose profile is much alike, stands there already, and the list makes room for other "
            + "profiles"
    }

    var heldBack: String {
        "it is a suitable answer, but the night serves all requests better without it"
    }

    func gone(_ names: [String]) -> String { "Gone since the night before: \(list(names))." }

    func text(of reason: RankTradeOff.Departure) -> String {
        switch reason {
        case .unmatched: "no longer meets the conditions or the floor"
        case .outranked: "others bring more"
        case .turn: "a member who had waited has the place"
        case .variety: "the list is more varied"
        }
    }

    func decided(isAccepted: Bool) -> String {
        isAccepted ? "Suggestion accepted" : "Suggestion declined"
    }

    var nightsLearn: String { "Later nights learn from it." }
}

internal import Market

extension English {
    func worksAtDistance(_ accepts: Bool) -> String {
        accepts ? "Accepts work at a distance." : "Does not accept work at a distance."
    }

    func away(_ distance: Double, remotely: Bool) -> String {
        "\(kilometres(distance)) away\(also(remotely))."
    }

    func onTheSpot(in town: String) -> String { "On the spot, in \(town)." }

    func away(_ distance: Double, from town: String, remotely: Bool) -> String {
        wording.capitalised(kilometres(distance)) + " from \(town)\(also(remotely))."
    }

    private func also(_ remotely: Bool) -> String { remotely ? "; can work at a distance" : "" }

    func canWorkAtDistance(you: Bool) -> String { "can work at a distance" }

    func isAway(_ distance: Double, you: Bool) -> String {
        "\(you ? "are" : "is") \(kilometres(distance)) away"
    }

    func isOnTheSpot(in town: String, you: Bool) -> String {
        "\(you ? "are" : "is") in \(wording.typographic(town)) itself"
    }

    func isAway(_ distance: Double, from town: String, you: Bool) -> String {
        "\(you ? "are" : "is") \(kilometres(distance)) from \(wording.typographic(town))"
    }

    var wishForWorkAtDistance: String { "work at a distance" }

    func wishForShorterTrip(than distance: Double) -> String {
        "a shorter trip (\(kilometres(distance)))"
    }

    func priceAbove(_ highest: Money, asked: Money, perHour: Bool) -> String {
        "\(rate(asked, perHour: perHour)), above the \(money(highest)) planned."
    }

    func priceWithin(_ highest: Money, asked: Money, perHour: Bool) -> String {
        "\(rate(asked, perHour: perHour)), for \(money(highest)) at most."
    }

    func priceFits(_ fits: Bool) -> String {
        fits ? "Price within the limit planned." : "Price above the limit planned."
    }

    var asksLess: String { "asks less than the price planned" }
    var asksNoMore: String { "stays within the price planned" }

    var wishForPriceWithinLimit: String { "a price within the limit planned" }
    var wishForLowerPrice: String { "a lower price" }

    func wordsInCommon(_ words: [String]) -> String {
        (words.count == 1 ? "Word in common: " : "Words in common: ") + list(words) + "."
    }

    func usesWords(_ words: [String], you: Bool) -> String {
        "\(you ? "use" : "uses") the same words (\(quoted(words)))"
    }

    func isAmongTheClosest(you: Bool) -> String {
        "\(you ? "are" : "is") among the profiles closest to the request"
    }

    var littleInCommon: String { "Little in common with the request." }

    func toCandidate(_ predicate: String) -> String { "You \(predicate)" }

    func contrast(_ predicate: String, with other: String) -> String {
        "\(predicate), but \(other)"
    }

    func addition(_ predicate: String, of other: String) -> String { "\(predicate), and \(other)" }

    func better(with wishes: [String]) -> String { "It would be better with \(list(wishes))." }
}

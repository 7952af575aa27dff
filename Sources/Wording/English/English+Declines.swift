extension English {
    var noExchangeInCommon: ExclusionText {
        ExclusionText(
            sentence: "No kind of exchange in common (gift, time or money).",
            remedy: "Both would have to accept the same exchange: gift, time or money.")
    }

    func overdrawn(_ asked: Double, room: Double) -> ExclusionText {
        ExclusionText(
            sentence: room <= 0
                ? "The time account of one of the two has reached its limit."
                : "The time accounts only have room for \(hours(room)), for \(quantity(asked)) "
                    + "asked.",
            remedy: "It would take room on both time accounts, or another exchange.")
    }

    func noTopicInCommon(_ asked: [String]) -> ExclusionText {
        ExclusionText(
            sentence: "Has none of the request’s topics (\(list(asked))).",
            remedy: "It would take a topic in common.")
    }

    var noConsent: ExclusionText {
        ExclusionText(
            sentence: "Has not agreed to be put forward in joint bids.",
            remedy: "It would take their consent to joint bids.")
    }

    var declined: ExclusionText {
        ExclusionText(
            sentence: "Already declined, and nothing has changed since.",
            remedy: "The suggestion returns when the request or the profile has changed.")
    }

    var declinedLately: ExclusionText {
        ExclusionText(
            sentence: "Already declined not long ago.",
            remedy: "It would take the time set after a refusal to be over.")
    }

    var ruledOut: String { "The platform does not want this pair to be suggested" }

    var eitherSideChanges: String { "either side changes" }

    func staysAway(until change: String) -> String { "it comes back only if \(change)" }

    func staysAway(forDays count: Int) -> String {
        "it does not come back for \(days(Double(count)))"
    }

    func returns(once change: String) -> String { "it comes back only if \(change)" }

    func returns(daysLater count: Int) -> String {
        "it comes back only \(days(Double(count))) after that"
    }
}

internal import Market

extension English {
    func text(of kind: SignalKind) -> SignalText {
        switch kind {
        case .skills: SignalText(name: "skills", nameWithArticle: "skills")
        case .meaning: SignalText(name: "content", nameWithArticle: "content")
        case .words: SignalText(name: "shared words", nameWithArticle: "shared words")
        case .place: SignalText(name: "place", nameWithArticle: "place")
        case .dates: SignalText(name: "availability", nameWithArticle: "availability")
        case .price: SignalText(name: "price", nameWithArticle: "price")
        case .language: SignalText(name: "languages", nameWithArticle: "languages")
        case .balance: SignalText(name: "time account", nameWithArticle: "time account")
        case .topics: SignalText(name: "topics", nameWithArticle: "topics")
        }
    }

    func overAccountLimit(_ asked: Double, canGive: Double) -> String {
        "\(hours(asked)) to give, but the time account only has room for \(quantity(canGive))."
    }

    func evensOutDebt(of hours: Double) -> String {
        "The time account is \(self.hours(hours)) in debt; this service evens it out."
    }

    var accountSetsNoLimit: String { "The time account sets no limit to hours given." }

    func accountHasRoom(_ canGive: Double) -> String {
        "The time account has room for \(hours(canGive)) more to give."
    }

    func owesHours(you: Bool) -> String { "\(you ? "owe" : "owes") hours to the time bank" }

    func canStillGive(you: Bool) -> String { "can still give hours" }

    var wishForRoom: String { "room on the time account" }

    var noFreeDay: String { "No free day on these dates." }

    func freeDays(_ free: Double, of asked: Double) -> String {
        let only = free < asked ? " only" : ""
        let all =
            switch asked {
            case 0.5: "the half day asked"
            case 1: "the day asked"
            default: "the \(quantity(asked)) asked"
            }
        return "Free \(days(free))\(only), for \(all)."
    }

    func isFree(you: Bool) -> String { "\(you ? "are" : "is") free on the dates planned" }

    var wishForDays: String { "more free days" }

    func speaks(_ names: [String]) -> String { "Speaks \(list(names))." }

    func speaks(_ names: [String], you: Bool) -> String {
        "\(you ? "speak" : "speaks") \(list(names))"
    }

    func topicsInCommon(_ topics: [String]) -> String {
        (topics.count == 1 ? "Topic in common: " : "Topics in common: ") + "\(list(topics))."
    }

    func sharesTopics(_ topics: [String], you: Bool) -> String {
        (you ? "share " : "shares ") + (topics.count == 1 ? "the topic " : "the topics ")
            + list(topics)
    }

    var wishForTopic: String { "a topic in common" }

    func nearInContent(isVery: Bool) -> String {
        "The profile is \(isVery ? "very close" : "close") to the request in its content."
    }

    func hasNearProfile(isVery: Bool, you: Bool) -> String {
        "\(you ? "have" : "has") a profile \(isVery ? "very close" : "close") to the request"
    }

    var wishForNearness: String { "a profile closer to the request" }
}

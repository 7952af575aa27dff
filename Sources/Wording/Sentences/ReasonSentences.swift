package import Market

/// What people read of a kind of signal, in one language.
package struct SignalText: Sendable, Hashable {
    /// What it is called on a page: `disponibilité`.
    package let name: String
    /// Its name within a sentence, with an article where the language wants one: `la disponibilité`.
    package let nameWithArticle: String
}

/// What signals show: sentences of their own; predicates that speak for a pair, told to the candidate
/// where `you` is true and of the candidate where it is not; and wishes, as nouns.
package protocol ReasonSentences: Sentences {
    func text(of kind: SignalKind) -> SignalText

    func overAccountLimit(_ asked: Double, canGive: Double) -> String
    func evensOutDebt(of hours: Double) -> String
    var accountSetsNoLimit: String { get }
    func accountHasRoom(_ canGive: Double) -> String
    func owesHours(you: Bool) -> String
    func canStillGive(you: Bool) -> String
    var wishForRoom: String { get }

    var noFreeDay: String { get }
    /// - Parameter free: Half days above 0, fewer than asked or not.
    func freeDays(_ free: Double, of asked: Double) -> String
    func isFree(you: Bool) -> String
    var wishForDays: String { get }

    func speaks(_ names: [String]) -> String
    func speaks(_ names: [String], you: Bool) -> String

    func topicsInCommon(_ topics: [String]) -> String
    /// - Parameter topics: Quoted.
    func sharesTopics(_ topics: [String], you: Bool) -> String
    var wishForTopic: String { get }

    func nearInContent(isVery: Bool) -> String
    func hasNearProfile(isVery: Bool, you: Bool) -> String
    var wishForNearness: String { get }

    func worksAtDistance(_ accepts: Bool) -> String
    /// - Parameter remotely: Whether work at a distance is accepted as well.
    func away(_ distance: Double, remotely: Bool) -> String
    func onTheSpot(in town: String) -> String
    func away(_ distance: Double, from town: String, remotely: Bool) -> String
    func canWorkAtDistance(you: Bool) -> String
    func isAway(_ distance: Double, you: Bool) -> String
    func isOnTheSpot(in town: String, you: Bool) -> String
    func isAway(_ distance: Double, from town: String, you: Bool) -> String
    var wishForWorkAtDistance: String { get }
    func wishForShorterTrip(than distance: Double) -> String

    func priceAbove(_ highest: Money, asked: Money, perHour: Bool) -> String
    func priceWithin(_ highest: Money, asked: Money, perHour: Bool) -> String
    /// The price, without saying it.
    func priceFits(_ fits: Bool) -> String
    var asksLess: String { get }
    var asksNoMore: String { get }
    var wishForPriceWithinLimit: String { get }
    var wishForLowerPrice: String { get }

    func wordsInCommon(_ words: [String]) -> String
    func usesWords(_ words: [String], you: Bool) -> String

    func isAmongTheClosest(you: Bool) -> String
    /// A whole sentence.
    var littleInCommon: String { get }
    /// `Vous …`
    func toCandidate(_ predicate: String) -> String
    /// Two predicates, the second of which speaks against the first.
    func contrast(_ predicate: String, with other: String) -> String
    /// Two predicates, the first of which is a list.
    func addition(_ predicate: String, of other: String) -> String
    /// `Ce serait mieux avec …`
    func better(with wishes: [String]) -> String
}

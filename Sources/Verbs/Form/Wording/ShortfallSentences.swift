package import Market
package import Wording

/// What a lot lacks for a bid: whole sentences.
package protocol ShortfallSentences: Sentences {
    var nothingAsked: String { get }
    var noWindow: String { get }
    func windowPast(_ last: Day) -> String
    func nobodyHolds(_ skill: String, _ level: Level?, for days: Double) -> String
    /// - Parameter qualified: Members who hold the skill, 1 or more.
    func noFreeDay(
        for days: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String
    func missingDays(
        _ missing: Double, of asked: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String
    func nearest(_ entries: [String]) -> String
    /// One who comes near: `Zoé (niveau 2, 3 jours libres)`.
    func near(_ name: String, _ level: Level?, freeDays: Double?) -> String
    func overBudget(_ published: Money, needed: Money) -> String
    func tooMany(_ needed: Int, most: Int) -> String
    func tooLowTurnover(_ reached: Money, lowest: Money) -> String
    func unheldCertifications(_ names: [String]) -> String
    func everyMemberNeeds(_ certifications: [String]) -> String
    func uninsured(for least: Money) -> String
    var sharesTooSmall: String { get }
    var nobodyLeads: String { get }
    var refusals: String { get }
    /// - Parameter titles: Tenders that have the days; none, where they have no title.
    func promised(to titles: [String]) -> String
    /// - Parameter lots: Their numbers; none, where they are not known.
    func notBeside(lots: [Int]) -> String
    var bidDeclined: String { get }
    /// Said after several causes, each of which alone is in the way.
    var eachWouldDo: String { get }
    var outOfTime: String { get }
    var notSolved: String { get }
}

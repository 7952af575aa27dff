public import Market

/// What a lot lacks for a bid to be possible. Each figure is verified: granted, the lot can be bid
/// for.
public enum Shortfall: Sendable, Hashable, Codable {
    /// The lot asks for no skill with days of work.
    case nothingAsked
    /// The dates of the work are not known, so nobody's free days can be promised.
    case noWindow
    /// The dates of the work are past.
    case windowPast(last: Day)
    /// Days of a skill that nobody can give; `qualified` members hold it at the level asked, and
    /// the nearest of the others are named.
    case days(
        skill: Skill.ID, level: Level?, asked: Double, missing: Double, qualified: Int,
        nearest: [Near])
    /// The cheapest group costs `needed`, above the budget.
    case budget(published: Money, needed: Money)
    /// The smallest group that does the work has `needed` members, above the most allowed.
    case size(most: Int, needed: Int)
    /// The group reaches a turnover below the lowest allowed.
    case turnover(lowest: Money, reached: Money)
    /// Certifications that nobody who could be in the group holds.
    case certifications(missing: [String])
    /// Certifications that every member must hold; members who lack one would be needed.
    case memberCertifications([String])
    /// Members who would be needed are insured for less than every member must be.
    case insurance(least: Money)
    /// Members who would be needed accept no share as small as what is left for them.
    case smallestShares
    /// Nobody in a possible group accepts to lead it.
    case lead
    /// Pairs of members who would have to work together and refuse to.
    case refusals(pairs: Int)
    /// The days needed are promised to bids for these tenders, whose deadlines come first.
    case promised(to: [Tender.ID])
    /// Possible alone, but not beside the lots bid for, which are worth more together.
    case otherLots([Need.ID])
    /// The bid that is possible was declined, and has not changed since.
    case declined
    /// The time limit ended the search before an answer was found or proven.
    case outOfTime
    /// The solver failed: what happened, in technical words.
    case notSolved(detail: String)

    /// A member who holds a skill below the level asked.
    public struct Near: Sendable, Hashable, Codable {
        public let member: String
        public let level: Level?
        /// Days free in the lot's window once promises are kept; nil: nothing was said.
        public let freeDays: Double?

        public init(member: String, level: Level?, freeDays: Double?) {
            self.member = member
            self.level = level
            self.freeDays = freeDays
        }
    }
}

package import Market
package import Wording

/// What the page of one pair says beside its sentences.
package protocol PairPageSentences: Sentences {
    /// Headings.
    var conditions: String { get }
    var signals: String { get }
    var value: String { get }
    var weight: String { get }
    var share: String { get }
    var floor: String { get }
    /// Follows the floor.
    func learned(fit: Int) -> String
    /// Whole sentences.
    var whatScoresMean: String { get }
    func place(_ place: Int, of matches: Int) -> String
    func notAmong(_ matches: Int) -> String

    var justAbove: String { get }
    func lastRun(_ number: Int, asOf day: Day) -> String
    /// What the last run found: sentences, the first letter in lower case.
    func found(at rank: Int, score: Double) -> String
    func notFound(considered: Int, eligible: Int, suggested: Int) -> String
    var notPartOfRun: String { get }
}

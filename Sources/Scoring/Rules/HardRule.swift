internal import Market

/// A hard rule: a condition that a pair must meet to be a match.
///
/// A rule is one file of this folder, named in ``HardRules``. It answers in two forms. The *table
/// form* holds columns of the candidates as bitmaps, and decides for 64 of them at a time. The
/// *pair form* looks at the plain values of one pair, and says what the pair lacks. Both forms give
/// the same answer for every pair: one test holds all rules to that.
protocol HardRule: Sendable {
    /// What job files and reports call it.
    static var name: Exclusion.Rule { get }

    /// Table form: makes the columns of a market.
    init(_ columns: RuleColumns)

    /// Table form: clears the candidates that fail the rule for a need.
    ///
    /// - Complexity: O(candidates ∕ 64) for rules on sets; O(1) for each candidate still eligible
    ///   where numbers must be looked at.
    func exclude(from eligible: inout EligibleBits, need: Int)

    /// Pair form: whether a candidate fails the rule for a need.
    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool

    /// Pair form: what a pair that fails the rule lacks; one or more.
    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion]

    /// Pair form for several candidates: those that pass, in the order given.
    static func passing(_ candidates: [Int], _ need: PreparedNeed, in scorer: Scorer) -> [Int]
}

extension HardRule {
    static func passing(_ candidates: [Int], _ need: PreparedNeed, in scorer: Scorer) -> [Int] {
        candidates.filter { !fails(need, $0, in: scorer) }
    }
}

internal import Market
internal import Parallel
internal import Retrieval

/// The hard rules of a market in table form: bitmaps over the candidates, decided for whole tiles of
/// needs and candidates at a time.
///
/// It marks the pairs that fail no rule, and counts, for each need, the candidates that each rule
/// excluded first.
struct EligibilityTable: Eligibility {
    /// The needs that a tile's needs stand for; empty where each stands for itself.
    var chosen: [Int] = []
    /// Who is marked at all where eligible; nil for everybody. Counts are the same with or without.
    var retrievable: Bitmap?
    let candidateCount: Int
    /// Rules that hold, in order of evaluation.
    private let rules: [Entry]

    private struct Entry: Sendable {
        /// Index of the rule's count, in the order of `Exclusion.Rule`.
        let count: Int
        let rule: any HardRule
    }

    /// - Parameters:
    ///   - scorer: What knows the market.
    ///   - order: For each row the index in the snapshot of the candidate to decide for.
    ///   - types: Rules that hold, in order of evaluation; nil for those of the scorer.
    /// - Complexity: O(*n*) in the length of all lists of both sides.
    init(_ scorer: Scorer, order: [Int], rules types: [any HardRule.Type]? = nil) {
        let columns = RuleColumns(scorer, order: order)
        let types = types ?? scorer.rules
        let built = Threads.map(types.count) { types[$0].init(columns) }
        let names = Exclusion.Rule.allCases
        rules = zip(types, built).map { type, rule in
            Entry(count: names.firstIndex(of: type.name) ?? 0, rule: rule)
        }
        candidateCount = order.count
    }

    /// One number for each rule, in the order of `Exclusion.Rule`.
    var countsPerNeed: Int { Exclusion.Rule.allCases.count }

    /// Marks the eligible pairs of a tile, and counts who is excluded by which rule first.
    ///
    /// - Complexity: O(pairs ∕ 64) for rules on sets; O(1) for each pair that prices, places, dates
    ///   or time accounts must be looked at for.
    func mark(_ tile: inout EligibilityTile) {
        let words = tile.wordsPerNeed
        let base = tile.candidates.lowerBound >> 6
        var eligible = EligibleBits(
            words: [UInt64](repeating: 0, count: words), first: tile.candidates.lowerBound)
        for (row, need) in tile.needs.enumerated() {
            eligible.fill(tile.candidates.count)
            var left = tile.candidates.count
            for entry in rules where left > 0 {
                entry.rule.exclude(from: &eligible, need: chosen.isEmpty ? need : chosen[need])
                let now = eligible.count
                if tile.countsPerNeed > 0 {
                    tile.counts[row * tile.countsPerNeed + entry.count] += left - now
                }
                left = now
            }
            if let retrievable {
                for index in 0..<words { eligible.words[index] &= retrievable.words[base + index] }
            }
            for index in 0..<words { tile.words[row * words + index] = eligible.words[index] }
        }
    }

    /// The candidates that pass every rule for one need, ascending, and how many each rule excluded
    /// first, in the order of `Exclusion.Rule`.
    func eligible(need: Int) -> (rows: [Int], excluded: [Int]) {
        var rows: [Int] = []
        let excluded = forEachTile(of: need) { start, tile in
            for (word, bits) in tile.words.enumerated() {
                var rest = bits
                while rest != 0 {
                    rows.append(start + word * 64 + rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
        return (rows, excluded)
    }

    /// How many candidates each rule excluded first for one need, in the order of
    /// `Exclusion.Rule`.
    func excluded(need: Int) -> [Int] { forEachTile(of: need) { _, _ in } }

    /// Marks all candidates for one need, whether they are retrieved or not, a tile at a time.
    ///
    /// - Returns: How many candidates each rule excluded first.
    private func forEachTile(of need: Int, _ body: (Int, EligibilityTile) -> Void) -> [Int] {
        var table = self
        table.chosen = [need]
        table.retrievable = nil
        var tile = EligibilityTile(needs: 0..<1, candidates: 0..<0, countsPerNeed: countsPerNeed)
        for start in stride(from: 0, to: candidateCount, by: 1_024) {
            tile.move(to: start..<min(start + 1_024, candidateCount))
            table.mark(&tile)
            body(start, tile)
        }
        return tile.counts
    }

    /// Clears those of some candidates that fail a rule for one need, or are not retrieved.
    ///
    /// - Parameters:
    ///   - need: Its index.
    ///   - marked: One bit a candidate, 64 a word, of all candidates.
    func keepEligible(need: Int, _ marked: inout [UInt64]) {
        if let retrievable {
            for index in marked.indices { marked[index] &= retrievable.words[index] }
        }
        var eligible = EligibleBits(words: [], first: 0)
        swap(&eligible.words, &marked)
        for entry in rules { entry.rule.exclude(from: &eligible, need: need) }
        swap(&eligible.words, &marked)
    }
}

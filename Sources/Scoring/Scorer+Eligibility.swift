package import Market
internal import Retrieval

extension Scorer {
    /// For every need who passes every hard rule, decided tile by tile as retrieval decides it, and
    /// how many candidates each rule excluded first.
    ///
    /// - Complexity: about one operation a pair and rule, most of them 64 at a time.
    package func eligibleByTiles() -> [(eligible: [Int], excluded: [Exclusion.Rule: Int])] {
        let table = EligibilityTable(self)
        var results: [(eligible: [Int], excluded: [Exclusion.Rule: Int])] = []
        for need in snapshot.needs.indices {
            var eligible: [Int] = []
            var tile = EligibilityTile(
                needs: need..<need + 1, candidates: 0..<0, countsPerNeed: table.countsPerNeed)
            for start in stride(from: 0, to: table.candidateCount, by: 1_024) {
                tile.move(to: start..<min(start + 1_024, table.candidateCount))
                table.mark(&tile)
                eligible += tile.candidates.filter { tile.contains(need: need, candidate: $0) }
            }
            var excluded: [Exclusion.Rule: Int] = [:]
            for (rule, count) in zip(Exclusion.Rule.allCases, tile.counts) where count > 0 {
                excluded[rule] = count
            }
            results.append((eligible, excluded))
        }
        return results
    }
}

package import Market

extension Scorer {
    /// For every need who passes every hard rule, decided tile by tile as retrieval decides it, and
    /// how many candidates each rule excluded first.
    ///
    /// - Complexity: about one operation a pair and rule, most of them 64 at a time.
    package func eligibleByTiles() -> [(eligible: [Int], excluded: [Exclusion.Rule: Int])] {
        let table = EligibilityTable(self, order: Array(snapshot.candidates.indices))
        return snapshot.needs.indices.map { need in
            let (places, counts) = table.eligible(need: need)
            var excluded: [Exclusion.Rule: Int] = [:]
            for (rule, count) in zip(Exclusion.Rule.allCases, counts) where count > 0 {
                excluded[rule] = count
            }
            return (places, excluded)
        }
    }
}

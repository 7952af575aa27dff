package import Market

extension Scorer {
    /// Every hard rule that a pair fails, in the order of `Exclusion.Rule`; where several mandatory
    /// skills are missing, one for each.
    package func exclusions(need: Int, candidate: Int) -> [Exclusion] {
        exclusions(prepare(need, beside: []), candidate)
    }

    func exclusions(_ need: PreparedNeed, _ candidate: Int) -> [Exclusion] {
        rules.filter { $0.fails(need, candidate, in: self) }
            .flatMap { $0.failures(need, candidate, in: self) }
    }

    /// Candidates that pass every hard rule for a need, as indexes into the snapshot, ascending.
    ///
    /// - Complexity: O(*candidates*).
    public func eligible(need: Int) -> [Int] {
        eligible(Array(snapshot.candidates.indices), for: prepare(need, beside: []))
    }

    /// Those of some candidates that pass every hard rule for a need, in the order given.
    func eligible(_ candidates: [Int], for need: PreparedNeed) -> [Int] {
        rules.reduce(candidates) { $1.passing($0, need, in: self) }
    }

    /// For every need who passes every hard rule, decided tile by tile as retrieval decides it, and
    /// how many candidates each rule excluded first.
    ///
    /// - Complexity: about one operation a pair and rule, most of them 64 at a time.
    package func eligibleByTiles() -> [(eligible: [Int], excluded: [Exclusion.Rule: Int])] {
        let table = EligibilityTable(self, order: Array(snapshot.candidates.indices))
        return snapshot.needs.indices.map { need in
            let (rows, counts) = table.eligible(need: need)
            var excluded: [Exclusion.Rule: Int] = [:]
            for (rule, count) in zip(Exclusion.Rule.allCases, counts) where count > 0 {
                excluded[rule] = count
            }
            return (rows, excluded)
        }
    }

    /// One hard rule in both its forms, whether the policy requires it or not: what tests hold
    /// against each other.
    ///
    /// - Returns: For each need the candidates that pass by the table form and by the pair form, and
    ///   what the others lack, each as one list.
    package func forms(
        of rule: Exclusion.Rule
    ) -> [(table: [Int], pairs: [Int], failures: [[Exclusion]])] {
        let types = HardRules.named([rule])
        let everybody = Array(snapshot.candidates.indices)
        let table = EligibilityTable(self, order: everybody, rules: types)
        return snapshot.needs.indices.map { index in
            let need = prepare(index, beside: [])
            let failing = types.flatMap { type in
                everybody.filter { type.fails(need, $0, in: self) }
                    .map { type.failures(need, $0, in: self) }
            }
            return (
                table: table.eligible(need: index).rows,
                pairs: types.reduce(everybody) { $1.passing($0, need, in: self) },
                failures: failing
            )
        }
    }

    /// Every hard rule that is registered, in order of evaluation.
    package static var hardRules: [Exclusion.Rule] { HardRules.all.map { $0.name } }
}

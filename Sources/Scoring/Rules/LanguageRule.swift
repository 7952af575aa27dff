internal import Market

/// Languages: the candidate speaks every language of the work. Who names no language passes.
struct LanguageRule: HardRule {
    static let name = Exclusion.Rule.language

    // MARK: Table form

    private let languages: RequiredCodes
    /// Who names no language.
    private let silent: Bitmap

    init(_ columns: RuleColumns) {
        let scorer = columns.scorer
        languages = RequiredCodes(
            scorer.needLanguages, needs: columns.needs.count, heldBy: scorer.candidateLanguages,
            order: columns.order)
        silent = Bitmap(columns.count) { scorer.candidateLanguages[columns.order[$0]].isEmpty }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        languages.keepHolders(ofAllFor: need, in: &eligible, exempt: silent)
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        !scorer.candidateLanguages[candidate].isEmpty
            && !scorer.candidateLanguages.holds(scorer.needLanguages[need.index], in: candidate)
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let spoken = Set(scorer.snapshot.candidates[candidate].languages.map(Codes.folded))
        return [
            .language(missing: need.need.languages.filter { !spoken.contains(Codes.folded($0)) })
        ]
    }
}

internal import Market

/// Languages: share of the languages of the work that the candidate speaks.
enum LanguageSignal: PairSignal {
    static let kind = SignalKind.language

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        let wanted = scorer.needLanguages[need.index]
        let spoken = scorer.candidateLanguages[candidate]
        guard !wanted.isEmpty, !spoken.isEmpty else { return .nan }
        var met = 0
        for language in wanted where spoken.contains(language) { met += 1 }
        return Double(met) / Double(wanted.count)
    }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        let spoken = Set(scorer.snapshot.candidates[candidate].languages.map(Codes.folded))
        return .language(need.need.languages.filter { spoken.contains(Codes.folded($0)) })
    }
}

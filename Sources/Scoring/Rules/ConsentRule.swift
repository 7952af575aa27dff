internal import Market

/// Consent: the member agreed to be put forward in joint bids.
struct ConsentRule: HardRule {
    static let name = Exclusion.Rule.consent

    // MARK: Table form

    private let consenting: Bitmap

    init(_ columns: RuleColumns) {
        consenting = Bitmap(columns.count) { columns.candidates[$0].consentsToBids }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        eligible.clear { word, _ in ~consenting.words[word] }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        !scorer.snapshot.candidates[candidate].consentsToBids
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] { [.noConsent] }
}

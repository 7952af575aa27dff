internal import Market

/// Certifications: the candidate holds every one that the need asks.
struct CertificationsRule: HardRule {
    static let name = Exclusion.Rule.certifications

    // MARK: Table form

    private let certifications: RequiredCodes

    init(_ columns: RuleColumns) {
        certifications = RequiredCodes(
            columns.scorer.needCertifications, needs: columns.needs.count,
            heldBy: columns.scorer.candidateCertifications, order: columns.order)
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        certifications.keepHolders(ofAllFor: need, in: &eligible)
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        !scorer.candidateCertifications.holds(
            scorer.needCertifications[need.index], in: candidate)
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let held = Set(scorer.snapshot.candidates[candidate].certifications.map(Codes.folded))
        return [
            .certifications(
                missing: need.need.certifications.filter { !held.contains(Codes.folded($0)) })
        ]
    }
}

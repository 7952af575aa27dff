extension Wording {
    var certificationsRule: RuleText {
        RuleText(
            name: pick("certifications", "certifications"),
            state: pick("sans les certifications demandées", "without the certifications asked"))
    }

    func missingCertifications(_ missing: [String]) -> ExclusionText {
        let names = missing.map { typographic($0) }
        let start =
            missing.count == 1
            ? pick("Certification absente", "Certification missing")
            : pick("Certifications absentes", "Certifications missing")
        return ExclusionText(
            sentence: start + colon + list(names) + ".",
            remedy: itWouldTake(list(names.map { quoted($0) }))
                + pick(
                    " parmi les certifications du profil.",
                    " among the certifications of the profile."))
    }
}

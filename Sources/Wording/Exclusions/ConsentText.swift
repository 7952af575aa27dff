extension Wording {
    var consentRule: RuleText {
        RuleText(
            name: pick("accord pour les réponses groupées", "consent to joint bids"),
            state: pick("sans accord pour les réponses groupées", "without consent to joint bids"))
    }

    var noConsent: ExclusionText {
        ExclusionText(
            sentence: pick(
                "N’a pas donné son accord pour les réponses groupées.",
                "Has not agreed to be put forward in joint bids."),
            remedy: pick(
                "Il faudrait son accord pour les réponses groupées.",
                "It would take their consent to joint bids."))
    }
}

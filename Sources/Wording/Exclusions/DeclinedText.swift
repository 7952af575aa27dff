extension Wording {
    var declinedRule: RuleText {
        RuleText(
            name: pick("déjà décliné", "already declined"),
            state: pick("après un refus de la suggestion", "already declined"))
    }

    var declined: ExclusionText {
        ExclusionText(
            sentence: pick(
                "Déjà décliné, et rien n’a changé depuis.",
                "Already declined, and nothing has changed since."),
            remedy: pick(
                "La suggestion reviendra quand la demande ou le profil aura changé.",
                "The suggestion returns when the request or the profile has changed."))
    }
}

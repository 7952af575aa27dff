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

    var declinedLately: ExclusionText {
        ExclusionText(
            sentence: pick("Déjà décliné il y a peu.", "Already declined not long ago."),
            remedy: pick(
                "Il faudrait que le délai fixé après un refus soit passé.",
                "It would take the time set after a refusal to be over."))
    }
}

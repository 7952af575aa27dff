extension Wording {
    var refusalRule: RuleText {
        RuleText(
            name: pick("refus entre membres", "refusal between members"),
            state: pick("à cause d’un refus entre membres", "because of a refusal between members"))
    }

    var refusal: ExclusionText {
        ExclusionText(
            sentence: pick(
                "L’un des deux membres ne souhaite pas travailler avec l’autre.",
                "One of the two members does not wish to work with the other."),
            remedy: nil)
    }
}

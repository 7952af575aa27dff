extension Wording {
    var ownNeedRule: RuleText {
        RuleText(
            name: pick("propre demande", "own request"),
            state: pick("du membre qui demande", "of the member who asks"))
    }

    var ownNeed: ExclusionText {
        ExclusionText(
            sentence: pick("C’est sa propre demande.", "It is their own request."), remedy: nil)
    }
}

extension Wording {
    var topicsRule: RuleText {
        RuleText(
            name: pick("thèmes", "topics"),
            state: pick("sans thème en commun", "without a topic in common"))
    }

    func noTopicInCommon(_ asked: [String]) -> ExclusionText {
        let names = list(asked.map { quoted($0) })
        return ExclusionText(
            sentence: pick(
                "N’a aucun des thèmes de la demande (\(names)).",
                "Has none of the request’s topics (\(names))."),
            remedy: itWouldTake(pick("un thème en commun.", "a topic in common.")))
    }
}

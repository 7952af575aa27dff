internal import Market

extension Wording {
    var languageRule: RuleText {
        RuleText(
            name: pick("langues", "languages"),
            state: pick("sans les langues demandées", "without the languages asked"))
    }

    func missingLanguages(_ codes: [String]) -> ExclusionText {
        let names = codes.map { languageName($0) }
        let sentence =
            switch language {
            case .french:
                names.count == 1
                    ? "Ne parle pas \(names[0])."
                    : "Ne parle ni " + names.joined(separator: " ni ") + "."
            case .english: "Does not speak " + names.joined(separator: " or ") + "."
            }
        return ExclusionText(
            sentence: sentence,
            remedy: itWouldTake(list(names))
                + pick(" parmi les langues du profil.", " among the languages of the profile."))
    }
}

internal import Market

extension Wording {
    var exclusionsRule: RuleText {
        RuleText(
            name: pick("écarté par la plateforme", "ruled out by the platform"),
            state: pick("que la plateforme écarte", "ruled out by the platform"))
    }

    func ruledOut(_ reason: [Language: String]) -> ExclusionText {
        let general = pick(
            "La plateforme ne veut pas que cette paire soit suggérée",
            "The platform does not want this pair to be suggested")
        let why = reason[language].map(Wording.printed) ?? ""
        let sentence = why.isEmpty ? general : general + colon + why
        let isWhole = sentence.last.map { ".!?…".contains($0) } ?? false
        return ExclusionText(sentence: isWhole ? sentence : sentence + ".", remedy: nil)
    }
}

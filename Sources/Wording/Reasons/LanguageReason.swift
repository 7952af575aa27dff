extension SignalDifference { static let language = 0.9 }

extension Wording {
    var languageSignal: SignalText {
        SignalText(
            name: pick("langues", "languages"), nameWithArticle: pick("les langues", "languages"))
    }

    func languageReason(_ codes: [String]) -> String? {
        guard !codes.isEmpty else { return nil }
        return pick("Parle ", "Speaks ") + list(codes.map { languageName($0) }) + "."
    }

    func languageClause(_ codes: [String], _ you: Bool) -> String? {
        guard !codes.isEmpty else { return nil }
        return pick(you ? "parlez " : "parle ", you ? "speak " : "speaks ")
            + list(codes.map { languageName($0) })
    }
}

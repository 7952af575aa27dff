extension SignalDifference { static let language = 0.9 }

extension Wording {
    func languageReason(_ codes: [String]) -> String? {
        codes.isEmpty ? nil : sentences.speaks(codes.map { languageName($0) })
    }

    func languageClause(_ codes: [String], _ you: Bool) -> String? {
        codes.isEmpty ? nil : sentences.speaks(codes.map { languageName($0) }, you: you)
    }
}

internal import Market

extension Fields {
    /// What a text is written in, by its code; undetermined where nobody said, or said no code.
    mutating func language() -> TextLanguage {
        guard case .text(let code) = self[.language], !code.isBlank else { return .undetermined }
        if let language = TextLanguage(code: code) { return language }
        drop(.language, .unreadable(expected: .a(.languageCode)))
        return .undetermined
    }
}

/// A language that Entremise writes to people in.
///
/// The raw value is the ISO 639-1 code. Languages that needs and candidates are written in are not
/// limited to these (``TextLanguage``), nor are those that work is *done* in, which travel as plain
/// ISO 639-1 codes.
public enum Language: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The language of a locale as platforms write it: `fr`, `fr-FR`, `fr_CA.UTF-8`, `EN`; nil where
    /// it is none of these.
    public init?(locale: String) {
        let letters = locale.drop(while: \.isWhitespace).prefix { $0.isLetter }
        self.init(rawValue: letters.lowercased())
    }
}

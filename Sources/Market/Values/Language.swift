/// A language that Entremise writes to people in.
///
/// The raw value is the ISO 639-1 code. Languages that needs and candidates are written in are not
/// limited to these (``TextLanguage``), nor are those that work is *done* in, which travel as plain
/// ISO 639-1 codes.
public enum Language: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case french = "fr"
    case english = "en"
}

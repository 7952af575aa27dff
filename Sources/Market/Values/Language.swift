/// A language that Entremise writes to people in, and that needs and candidates are written in.
///
/// The raw value is the ISO 639-1 code. Languages that work is *done* in are not limited to these
/// two; they travel as plain ISO 639-1 codes.
public enum Language: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case french = "fr"
    case english = "en"
}

/// A language that a need or a candidate is written in, by its ISO 639-1 code: any, not only those
/// that Entremise writes to people in (``Language``).
public struct TextLanguage: RawRepresentable, Sendable, Hashable, Codable {
    /// The code, in lower case.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ language: Language) { rawValue = language.rawValue }

    public static let french = TextLanguage(.french)
    public static let english = TextLanguage(.english)
    /// Not said: to be guessed from the text.
    public static let undetermined = TextLanguage(rawValue: "und")

    /// Reads a code as platforms write it: `fr`, `FR`, `fr-CA`, `pt_BR`, `spa`.
    ///
    /// Codes of three letters are known of some languages; `und`, `mul`, `mis` and `zxx` are
    /// ``undetermined``. nil where it is no code.
    public init?(code: String) {
        let subtags = code.trimmed.lowercased().split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" })
        guard let primary = subtags.first.map(String.init),
            primary.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
        else { return nil }
        switch primary {
        case "und", "mul", "mis", "zxx": self = .undetermined
        // Bokmål and Nynorsk share stop words and stemmer.
        case "nb", "nn": self.init(rawValue: "no")
        case _ where primary.utf8.count == 2: self.init(rawValue: primary)
        default:
            guard let short = TextLanguage.shortCodes[primary] else { return nil }
            self.init(rawValue: short)
        }
    }

    /// ISO 639-1 codes by those of ISO 639-2, both the bibliographic and the terminological ones.
    private static let shortCodes = [
        "ara": "ar", "baq": "eu", "bre": "br", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da",
        "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "eus": "eu", "fin": "fi", "fra": "fr",
        "fre": "fr", "ger": "de", "gle": "ga", "glg": "gl", "gre": "el", "hrv": "hr", "hun": "hu",
        "ita": "it", "lit": "lt", "nld": "nl", "nno": "no", "nob": "no", "nor": "no", "oci": "oc",
        "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
        "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk",
    ]

    /// The language that a skill is named in beside a text in this one: the same where Entremise knows
    /// it, else French, whose label every skill has.
    public var ofLabels: Language { Language(rawValue: rawValue) ?? .french }

    /// What stands for the languages whose words can be held against those of this one: itself, or the
    /// first of its near kin, which write most words alike; nil where the language is not known.
    public var family: TextLanguage? {
        switch rawValue {
        case "ca", "gl", "pt": TextLanguage(rawValue: "es")
        case "da", "no": TextLanguage(rawValue: "sv")
        case "sk": TextLanguage(rawValue: "cs")
        case "bs", "sr": TextLanguage(rawValue: "hr")
        default: self == .undetermined ? nil : self
        }
    }
}

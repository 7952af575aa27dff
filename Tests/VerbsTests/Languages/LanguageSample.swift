import Market
import Wording

/// Something that every language says, with values to say it of.
struct LanguageSample: Sendable {
    /// What is expected of its texts.
    enum Kind: Sendable {
        /// It begins with a capital, and ends as a sentence does.
        case sentence
        /// It begins within a sentence, and ends it.
        case end
        /// Part of a sentence, a heading or a name.
        case part
        /// A sign or a name that languages may share.
        case shared
    }

    /// Name of the requirement that it is a sample of.
    let name: String
    let kind: Kind
    let texts: @Sendable (Wording) -> [String]

    init(
        _ kind: Kind, _ name: String, _ texts: @escaping @Sendable (Wording) -> [String]
    ) {
        self.kind = kind
        self.name = name
        self.texts = texts
    }

    static func sentence(
        _ name: String, _ text: @escaping @Sendable (Wording) -> String
    ) -> LanguageSample {
        LanguageSample(.sentence, name) { [text($0)] }
    }

    static func part(
        _ name: String, _ text: @escaping @Sendable (Wording) -> String
    ) -> LanguageSample {
        LanguageSample(.part, name) { [text($0)] }
    }

    static func shared(
        _ name: String, _ text: @escaping @Sendable (Wording) -> String
    ) -> LanguageSample {
        LanguageSample(.shared, name) { [text($0)] }
    }

    static func exclusion(
        _ name: String, _ text: @escaping @Sendable (Wording) -> ExclusionText
    ) -> LanguageSample {
        LanguageSample(.sentence, name) { wording in
            let text = text(wording)
            return [text.sentence] + (text.remedy.map { [$0] } ?? [])
        }
    }
}

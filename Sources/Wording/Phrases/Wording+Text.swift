internal import Market

extension Wording {
    /// Items in a row: `a, b et c`, `a, b and c`; empty for none.
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + pick(" et ", " and ") + last
    }

    /// The text within quotation marks: `« … »`, `“…”`.
    public func quoted(_ text: String) -> String {
        pick("«\(Wording.space)\(text)\(Wording.space)»", "“\(text)”")
    }

    /// A colon with the space that follows it, and in French the one before.
    public var colon: String { pick("\(Wording.space): ", ": ") }

    /// A semicolon with the space that follows it, and in French the one before.
    public var semicolon: String { pick("\(Wording.thinSpace); ", "; ") }

    /// The text with its first letter in upper case, accents kept.
    public func capitalised(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// A language by its ISO 639-1 code, to stand within a sentence: `français`, `French`; the code
    /// itself where it is not among those of Europe and the most spoken elsewhere.
    public func languageName(_ code: String) -> String {
        guard let names = Wording.languageNames[code.lowercased()] else { return code }
        return pick(names.french, names.english)
    }

    private static let languageNames: [String: (french: String, english: String)] = [
        "ar": ("arabe", "Arabic"), "bg": ("bulgare", "Bulgarian"), "bn": ("bengali", "Bengali"),
        "br": ("breton", "Breton"), "ca": ("catalan", "Catalan"), "co": ("corse", "Corsican"),
        "cs": ("tchèque", "Czech"), "cy": ("gallois", "Welsh"), "da": ("danois", "Danish"),
        "de": ("allemand", "German"), "el": ("grec", "Greek"), "en": ("anglais", "English"),
        "es": ("espagnol", "Spanish"), "et": ("estonien", "Estonian"), "eu": ("basque", "Basque"),
        "fa": ("persan", "Persian"), "fi": ("finnois", "Finnish"), "fr": ("français", "French"),
        "ga": ("irlandais", "Irish"), "he": ("hébreu", "Hebrew"), "hi": ("hindi", "Hindi"),
        "hr": ("croate", "Croatian"), "hu": ("hongrois", "Hungarian"),
        "hy": ("arménien", "Armenian"), "id": ("indonésien", "Indonesian"),
        "is": ("islandais", "Icelandic"), "it": ("italien", "Italian"),
        "ja": ("japonais", "Japanese"), "ko": ("coréen", "Korean"),
        "lb": ("luxembourgeois", "Luxembourgish"), "lt": ("lituanien", "Lithuanian"),
        "lv": ("letton", "Latvian"), "mg": ("malgache", "Malagasy"), "mt": ("maltais", "Maltese"),
        "nl": ("néerlandais", "Dutch"), "no": ("norvégien", "Norwegian"),
        "oc": ("occitan", "Occitan"), "pl": ("polonais", "Polish"),
        "pt": ("portugais", "Portuguese"), "ro": ("roumain", "Romanian"),
        "ru": ("russe", "Russian"), "sk": ("slovaque", "Slovak"), "sl": ("slovène", "Slovene"),
        "sq": ("albanais", "Albanian"), "sr": ("serbe", "Serbian"), "sv": ("suédois", "Swedish"),
        "sw": ("swahili", "Swahili"), "tr": ("turc", "Turkish"), "uk": ("ukrainien", "Ukrainian"),
        "vi": ("vietnamien", "Vietnamese"), "wo": ("wolof", "Wolof"), "zh": ("chinois", "Chinese"),
    ]
}

internal import Text

extension Wording {
    /// What a person meant to write, in a single line: tags taken out, HTML entities decoded once,
    /// white space folded, control and direction characters dropped.
    ///
    /// Platforms store titles as their editors left them: `l&#39;accompagnement`, `une<br>deux`. The
    /// answer is plain text; whoever puts it in a page still escapes it. No mark is left joined to
    /// `<`, `>`, `&` or a quotation mark, so that escaping by characters finds every one of them.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func plain(_ text: String) -> String {
        folded(PlainText.of(text, embedded: .kept))
    }

    /// The same as ``plain(_:)``, with the apostrophes that stand between letters as print has them:
    /// `l’accompagnement`.
    public static func printed(_ text: String) -> String {
        let plain = plain(text)
        guard plain.contains("'") else { return plain }
        var printed = ""
        var last: Character = " "
        for (character, next) in zip(plain, plain.dropFirst() + " ") {
            let isApostrophe = character == "'" && last.isLetter && next.isLetter
            printed.append(isApostrophe ? "’" : character)
            last = character
        }
        return printed
    }

    private static func folded(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var pending: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                pending = pending ?? " "
            case "\u{A0}", "\u{202F}":
                pending = scalar
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}",
                "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}", "\u{AD}":
                continue
            default:
                if let space = pending, !kept.isEmpty { kept.append(space) }
                pending = nil
                kept.append(scalar)
            }
        }
        return withBareMarkup(String(kept))
    }

    private static func withBareMarkup(_ text: String) -> String {
        let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
        var kept = ""
        for character in text {
            let scalars = character.unicodeScalars
            if scalars.count > 1, scalars.contains(where: markup.contains) {
                kept.unicodeScalars += scalars.filter(markup.contains)
            } else {
                kept.append(character)
            }
        }
        return kept
    }
}

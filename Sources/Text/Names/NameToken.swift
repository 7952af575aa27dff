/// A word of a text or of a name, with what of its surroundings tells whether it is a name.
struct NameToken: Sendable {
    /// As written, `+` and `#` after it and a `.` before it with it: `C++`, `F#`, `.NET`.
    let written: String
    /// What stands directly before and after it; nil for a space, an end, or a break.
    var before: Unicode.Scalar?
    var after: Unicode.Scalar?
    /// Whether a sign that parts clauses stands before it.
    var isAfterBreak: Bool
    /// Whether it is the first word of a sentence.
    var isSentenceStart: Bool

    /// The words of a text in order.
    ///
    /// Suffixes of both genders belong to their word and are left out: “développeur·euse”,
    /// “traducteur/trice”, “expert(e)”.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func tokens(of text: String) -> [NameToken] {
        var scanner = Scanner(text)
        return scanner.tokens()
    }
}

/// Reads the words of a text.
private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var found: [NameToken] = []

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func tokens() -> [NameToken] {
        var isAfterBreak = true
        var isSentenceStart = true
        while position < scalars.count {
            let scalar = scalars[position]
            let opensDotted =
                scalar == "." && isLetter(at: position + 1) && !isPart(at: position - 1)
                && glue(at: position - 1) == nil
            if LatinLetters.isPart(scalar) || opensDotted {
                take(isAfterBreak: isAfterBreak, isSentenceStart: isSentenceStart)
                isAfterBreak = false
                isSentenceStart = false
                continue
            }
            if Scanner.endsSentence(scalar), scalar != "." || !isPart(at: position + 1) {
                isSentenceStart = true
                isAfterBreak = true
            } else if Scanner.parts(scalar) || isDash(at: position) {
                isAfterBreak = true
            }
            position += 1
        }
        return found
    }

    /// Reads the word that begins here.
    private mutating func take(isAfterBreak: Bool, isSentenceStart: Bool) {
        let start = position
        var word: [UInt8] = []
        repeat {
            // A soft hyphen lies within a word.
            if scalars[position].value != 0xAD { word.append(scalar: scalars[position]) }
            position += 1
        } while isPart(at: position) || isSoftHyphen(at: position)
        let isOneLetter = position - start == 1
        if scalar(at: position) == "+", scalar(at: position + 1) == "+", !isPart(at: position + 2) {
            word.append(contentsOf: [UInt8(ascii: "+"), UInt8(ascii: "+")])
            position += 2
        } else if scalar(at: position) == "#", isOneLetter, !isPart(at: position + 1) {
            word.append(UInt8(ascii: "#"))
            position += 1
        } else {
            skipSuffix()
        }
        found.append(
            NameToken(
                written: String(decoding: word, as: UTF8.self), before: glue(at: start - 1),
                after: glue(at: position), isAfterBreak: isAfterBreak,
                isSentenceStart: isSentenceStart))
    }

    /// Passes over the suffix of the other gender, where one stands here.
    private mutating func skipSuffix() {
        while let sign = scalar(at: position), "·‧•./-(".unicodeScalars.contains(sign) {
            var end = position + 1
            var suffix = ""
            while isPart(at: end), suffix.utf8.count < 8, let letter = scalar(at: end) {
                suffix.unicodeScalars.append(letter)
                end += 1
            }
            guard !isPart(at: end), Scanner.suffixes.contains(Tokeniser.folded(suffix)) else {
                return
            }
            if sign == "(" {
                guard scalar(at: end) == ")" else { return }
                end += 1
            } else if suffix.utf8.count == 1, sign == "/" || sign == "-" {
                return
            }
            position = end
        }
    }

    private static let suffixes: Set<String> = [
        "e", "s", "es", "x", "se", "ses", "euse", "euses", "trice", "trices", "rice", "rices",
        "ere",
        "eres", "iere", "ieres", "ne", "nes", "enne", "ennes", "ive", "ives", "ve", "ves", "le",
        "les",
        "a", "as", "ra", "ras", "in", "innen",
    ]

    private func scalar(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    private func isPart(at index: Int) -> Bool {
        scalar(at: index).map(LatinLetters.isPart) ?? false
    }

    private func isLetter(at index: Int) -> Bool {
        scalar(at: index).map { LatinLetters.isPart($0) && !("0"..."9").contains($0) } ?? false
    }

    private func isSoftHyphen(at index: Int) -> Bool { scalar(at: index)?.value == 0xAD }

    /// What stands directly beside a word, where it is neither a space nor a sign that parts.
    private func glue(at index: Int) -> Unicode.Scalar? {
        guard let scalar = scalar(at: index), LatinLetters.role(of: scalar) == .letter else {
            return nil
        }
        if scalar == "." {
            // The end of a sentence, or a sign within a word or an abbreviation.
            return isPart(at: index + 1) || isPart(at: index - 1) ? scalar : nil
        }
        return Scanner.parts(scalar) || Scanner.endsSentence(scalar) ? nil : scalar
    }

    /// Whether a dash stands between two spaces.
    private func isDash(at index: Int) -> Bool {
        guard let scalar = scalar(at: index), "-–—".unicodeScalars.contains(scalar) else {
            return false
        }
        return !isPart(at: index - 1) && !isPart(at: index + 1)
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        ".!?…\n\r•".unicodeScalars.contains(scalar)
    }

    private static func parts(_ scalar: Unicode.Scalar) -> Bool {
        ",;:()[]{}«»\"“”|\t".unicodeScalars.contains(scalar)
    }
}

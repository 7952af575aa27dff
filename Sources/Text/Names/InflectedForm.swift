internal import Market

/// Brings words to a form that plural and feminine share, so that a name is known in either.
///
/// French and English words lose the endings of both and no others: a stemmer would make one of
/// “formation” and “format”. Words of another language go by its Snowball stemmer; names are then
/// stemmed likewise.
struct InflectedForm: ~Copyable {
    /// Of no language where words lose the endings of French and English alone.
    private let stemmer: Stemmer
    private let isStemmed: Bool

    init(_ language: TextLanguage) {
        isStemmed = InflectedForm.family(of: language) != .french
        stemmer = Stemmer(isStemmed ? language : .undetermined)
    }

    /// Languages whose words are brought to the same form.
    static func family(of language: TextLanguage) -> TextLanguage {
        language == .english || language == .undetermined ? .french : language
    }

    /// The form of a word in lower case, with its accents.
    func form(of lower: String) -> String {
        if isStemmed { return Tokeniser.folded(stemmer.stem(of: lower)) }
        let folded = Tokeniser.folded(lower)
        let letters = Array(folded.utf8)
        guard letters.count > 3, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return folded
        }
        return String(decoding: singular(letters), as: UTF8.self)
    }

    private func singular(_ word: [UInt8]) -> [UInt8] {
        var word = word
        func ends(_ suffix: StaticString) -> Bool {
            suffix.withUTF8Buffer {
                word.count > $0.count && word.suffix($0.count).elementsEqual($0)
            }
        }
        func exchange(_ count: Int, _ ending: StaticString) {
            word.removeLast(count)
            ending.withUTF8Buffer { word.append(contentsOf: $0) }
        }
        if ends("eaux") {
            word.removeLast()
        } else if ends("aux"), word.count > 4 {
            exchange(2, "l")
        } else if ends("eux") || ends("oux") || ends("s") && !ends("ss") {
            word.removeLast()
        }
        if ends("iere") {
            word.removeLast()
        } else if ends("euse") {
            exchange(2, "r")
        } else if ends("trice") {
            exchange(4, "eur")
        } else if ends("enne") || ends("onne") || ends("elle") {
            word.removeLast(2)
        } else if ends("ive") {
            exchange(2, "f")
        }
        while word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
        // “strategy”, “strategies” and “stratégie”.
        if word.count > 3, word.last == UInt8(ascii: "y") { exchange(1, "i") }
        return word
    }
}

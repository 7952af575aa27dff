internal import CSnowball
public import Market

/// A Snowball stemmer of one language (Porter, 2001). It has a single owner.
///
/// The word comes in lower case, with its accents: the French stemmer needs them. Of a language that
/// Snowball has no stemmer for, every word is its own stem.
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer?
    public let language: TextLanguage

    public init(_ language: TextLanguage) {
        self.language = language
        // Snowball knows its languages by their ISO 639-1 codes as well as by name.
        handle = sb_stemmer_new(language.rawValue, "UTF_8")
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word; the word itself where it has none.
    ///
    /// - Complexity: O(*n*) in the length of the word.
    public func stem(of word: String) -> String {
        let bytes = Array(word.utf8)
        guard let handle, let length = Int32(exactly: bytes.count),
            let stem = sb_stemmer_stem(handle, bytes, length)
        else { return word }
        let stemmed = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
        return String(decoding: stemmed, as: UTF8.self)
    }
}

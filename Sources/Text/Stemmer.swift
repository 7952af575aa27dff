internal import CSnowball
public import Market

/// A Snowball stemmer of one language (Porter, 2001). It has a single owner.
///
/// The word comes in lower case, with its accents: the French stemmer needs them.
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer?
    public let language: Language

    public init(_ language: Language) {
        self.language = language
        handle = sb_stemmer_new(language == .french ? "french" : "english", "UTF_8")
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

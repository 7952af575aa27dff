internal import Foundation
public import Market

extension BM25Index {
    /// A text, read once to be scored, bounded and explained.
    public struct Query: Sendable {
        /// A distinct word of the text, in the order of first appearance.
        struct Word: Sendable {
            /// As written where it first stands.
            let text: String
            /// Number in the index; nil where no document has the word.
            let term: Int?
            /// idf times the weight of its repetitions.
            let weight: Float
        }

        let words: [Word]

        /// The highest score that any document could have.
        public var ceiling: Float {
            words.reduce(0) { $0 + $1.weight * Float(k1 + 1) }
        }
    }

    /// Reads a text.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public func query(_ text: String, language: TextLanguage) -> Query {
        var tokenisers = Tokenisers()
        var order: [Tokeniser.Word] = []
        var repeats: [String: Int] = [:]
        for word in tokenisers.words(of: text, in: language) {
            if repeats[word.key] == nil { order.append(word) }
            repeats[word.key, default: 0] += 1
        }
        let words = order.map { word in
            let times = Double(repeats[word.key] ?? 1)
            let term = term(word.key)
            let weight = idf(term: term) * (BM25Index.k3 + 1) * times / (BM25Index.k3 + times)
            return Query.Word(text: word.text, term: term, weight: Float(weight))
        }
        return Query(words: words)
    }
}

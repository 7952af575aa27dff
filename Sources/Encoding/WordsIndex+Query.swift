internal import Foundation
public import Market

extension WordsIndex {
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
    public func query(_ text: String, language: Language) -> Query {
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
            let weight = idf(term: term) * (WordsIndex.k3 + 1) * times / (WordsIndex.k3 + times)
            return Query.Word(text: word.text, term: term, weight: Float(weight))
        }
        return Query(words: words)
    }

    /// The words that a text shares with a document and that tell most, as the text writes them.
    ///
    /// Words that more than half of the documents have, single letters and bare numbers tell
    /// nothing to a reader and are left out. Equal words come in the order of the text.
    ///
    /// - Parameters:
    ///   - text: The text to explain.
    ///   - language: The text's language.
    ///   - document: Index of the document, 0 ..< ``count``.
    ///   - limit: How many words at most.
    /// - Complexity: O(*words* · log *documents*).
    public func shared(
        _ text: String, language: Language, document: Int, limit: Int
    ) -> [String] {
        shared(query(text, language: language), document: document, limit: limit)
    }

    /// The words that a text read before shares with a document and that tell most.
    public func shared(_ query: Query, document: Int, limit: Int) -> [String] {
        var found: [(text: String, score: Float)] = []
        for word in query.words {
            guard let term = word.term, word.text.count > 1,
                !word.text.allSatisfy(\.isNumber)
            else { continue }
            let postings = postings(of: term)
            guard postings.count <= max(1, count / 2),
                let weight = WordsIndex.weight(of: document, in: postings)
            else { continue }
            found.append((word.text, word.weight * weight))
        }
        // Sorting by score with the place in the text as tie-break keeps the answer the same.
        return found.enumerated()
            .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .prefix(max(0, limit))
            .map(\.element.text)
    }

    /// The weight of a document among postings, which ascend by document.
    private static func weight(of document: Int, in postings: [Posting]) -> Float? {
        var low = 0
        var high = postings.count
        while low < high {
            let middle = (low + high) / 2
            if Int(postings[middle].document) < document { low = middle + 1 } else { high = middle }
        }
        guard low < postings.count, Int(postings[low].document) == document else { return nil }
        return postings[low].weight
    }
}

/// A tokeniser of each language.
struct Tokenisers: ~Copyable {
    private var french = Tokeniser(.french)
    private var english = Tokeniser(.english)

    mutating func words(of text: String, in language: Language) -> [Tokeniser.Word] {
        switch language {
        case .french: french.words(of: text)
        case .english: english.words(of: text)
        }
    }

    /// The key of a single word; nil where it is a stop word or no word.
    static func key(of word: String, in language: Language) -> String? {
        var tokeniser = Tokeniser(language)
        return tokeniser.words(of: word).first?.key
    }
}

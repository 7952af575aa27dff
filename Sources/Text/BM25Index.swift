internal import Foundation
public import Market

/// An Okapi BM25 index: documents by their words.
///
/// The score of a document for a text is the sum, over the text's distinct words, of
/// `idf · (k₁ + 1) tf / (tf + k₁ (1 − b + b · length / mean length)) · (k₃ + 1) qtf / (k₃ + qtf)`
/// with `idf = ln(1 + (N − n + 0.5) / (n + 0.5))`, *k₁* = 1.2, *b* = 0.75, *k₃* = 8 (Robertson,
/// Walker et al., TREC-3, 1995; the idf that is never negative is Lucene's). Words are those of
/// ``Tokeniser``; each text is read in its own language, so that across languages only names and
/// words alike in both meet.
///
/// A document's score depends on the set of documents, not on their order.
public struct BM25Index: Sendable {
    /// Number of documents.
    public let count: Int

    static let k1 = 1.2
    static let b = 0.75
    static let k3 = 8.0

    /// A word in a document, and its weight there: the fraction with *tf* above, without idf.
    struct Posting: Sendable {
        let document: Int32
        let weight: Float
    }

    private let terms: [String: Int]
    private let postings: [[Posting]]

    /// Indexes documents, each in its language.
    ///
    /// - Complexity: O(*n*) in the length of all texts.
    public init(documents: [(text: String, language: TextLanguage)]) {
        count = documents.count
        var tokenisers = Tokenisers()
        var terms: [String: Int] = [:]
        var frequencies: [[(document: Int32, frequency: Int32)]] = []
        var lengths: [Int] = []
        for (document, entry) in documents.enumerated() {
            let words = tokenisers.words(of: entry.text, in: entry.language)
            lengths.append(words.count)
            for word in words {
                let term = terms[word.key, default: frequencies.count]
                if term == frequencies.count {
                    terms[word.key] = term
                    frequencies.append([])
                }
                if let last = frequencies[term].last, last.document == Int32(document) {
                    frequencies[term][frequencies[term].count - 1].frequency += 1
                } else {
                    frequencies[term].append((Int32(document), 1))
                }
            }
        }
        let total = lengths.reduce(0, +)
        let mean = total > 0 ? Double(total) / Double(documents.count) : 1
        postings = frequencies.map { entries in
            entries.map { entry in
                let length = Double(lengths[Int(entry.document)])
                let frequency = Double(entry.frequency)
                let room = BM25Index.k1 * (1 - BM25Index.b + BM25Index.b * length / mean)
                let weight = (BM25Index.k1 + 1) * frequency / (frequency + room)
                return Posting(document: entry.document, weight: Float(weight))
            }
        }
        self.terms = terms
    }

    /// BM25 of every document for a text, in the documents' order; 0 where they share no word.
    ///
    /// - Complexity: O(*documents* + *postings of the text's words*).
    public func scores(of text: String, language: TextLanguage) -> [Float] {
        scores(of: query(text, language: language))
    }

    /// BM25 of every document for a text, into a buffer that is used again.
    ///
    /// - Parameters:
    ///   - text: The text to score for.
    ///   - language: The text's language.
    ///   - scores: Overwritten; holds ``count`` scores afterwards.
    public func scores(of text: String, language: TextLanguage, into scores: inout [Float]) {
        self.scores(of: query(text, language: language), into: &scores)
    }

    /// BM25 of every document for a text that was read before.
    public func scores(of query: Query) -> [Float] {
        var scores: [Float] = []
        self.scores(of: query, into: &scores)
        return scores
    }

    /// BM25 of every document for a text that was read before, into a buffer that is used again.
    public func scores(of query: Query, into scores: inout [Float]) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(0, count: count))
        for word in query.words {
            guard let term = word.term else { continue }
            for posting in postings[term] {
                scores[Int(posting.document)] += word.weight * posting.weight
            }
        }
    }

    /// The highest score that any document could have for a text: every word of it endlessly
    /// often. Words that no document has count too, so that a text about something else keeps its
    /// distance. Divide by it to bring scores into 0…1.
    package func selfScore(_ text: String, language: TextLanguage) -> Float {
        query(text, language: language).ceiling
    }

    /// How much a word tells: `ln(1 + (N − n + 0.5) / (n + 0.5))`, more than 0. A stop word is 0.
    package func idf(_ word: String, language: TextLanguage) -> Float {
        guard let key = Tokenisers.key(of: word, in: language) else { return 0 }
        return Float(idf(term: terms[key]))
    }

    func term(_ key: String) -> Int? { terms[key] }

    func postings(of term: Int) -> [Posting] { postings[term] }

    func idf(term: Int?) -> Double {
        let documents = Double(count)
        let holding = Double(term.map { postings[$0].count } ?? 0)
        return log1p((documents - holding + 0.5) / (holding + 0.5))
    }
}

internal import Foundation
public import Market

/// An index of texts by their words, in which words that look alike count as nearly the same.
///
/// The likeness of two words is the squared cosine of their character *n*-grams of 3 to 5 letters,
/// weighted by rarity: “menuisier” and “menuiserie” meet, and so do “logiciel” and “progiciels”,
/// where stems part. What two texts share is then measured from both ends (soft TF-IDF, Cohen,
/// Ravikumar & Fienberg, 2003): the share of the query's words that the document has, and the
/// share of the document's words that the query has, each word by its rarity.
public struct SoftWordsIndex: Sendable {
    /// Number of documents.
    public let count: Int
    private let vocabulary: WordForms
    /// Rarity of each word of the vocabulary among queries and documents.
    private let rarity: [Float]
    /// Documents of each word, ascending.
    private let postings: [[Int32]]
    /// Rarity of all words of each document together.
    private let weights: [Float]

    /// A query, read once.
    public struct Query: Sendable {
        /// Distinct words by number, ascending.
        let words: [Int]
    }

    /// Indexes documents, and knows the words of the queries to come.
    ///
    /// - Parameters:
    ///   - documents: Texts to be found, each in its language.
    ///   - queries: Texts to find them by: how common a word is counts on both sides.
    /// - Complexity: O(*n*) in the length of all texts.
    public init(
        documents: [(text: String, language: Language)],
        queries: [(text: String, language: Language)]
    ) {
        var reader = WordReader()
        let read = documents.map { reader.words(of: $0.text, in: $0.language) }
        let asked = queries.map { reader.words(of: $0.text, in: $0.language) }
        let vocabulary = WordForms(reader.forms)
        var postings = [[Int32]](repeating: [], count: vocabulary.count)
        var holders = [Int](repeating: 0, count: vocabulary.count)
        for (document, words) in read.enumerated() {
            for word in words {
                postings[word].append(Int32(document))
                holders[word] += 1
            }
        }
        for words in asked { for word in words { holders[word] += 1 } }
        let total = Double(documents.count + queries.count)
        let rarity = holders.map { Float(log1p((total - Double($0) + 0.5) / (Double($0) + 0.5))) }
        count = documents.count
        weights = read.map { $0.reduce(0) { $0 + rarity[$1] } }
        self.vocabulary = vocabulary
        self.postings = postings
        self.rarity = rarity
        self.queries = asked.map { Query(words: $0) }
    }

    /// The queries that the index was made with, read.
    public let queries: [Query]

    /// What each document shares with a query, 0 … 1: the mean of both shares. NaN where either
    /// has no word.
    ///
    /// - Complexity: O(words alike to the query's × documents that have them).
    public func scores(of query: Query) -> [Float] {
        var scores = [Float](repeating: .nan, count: count)
        let total = query.words.reduce(0) { $0 + rarity[$1] }
        guard total > 0 else { return scores }
        var found = [Float](repeating: 0, count: count)
        var best = [Float](repeating: 0, count: count)
        var nearest: [Int: Float] = [:]
        var touched: [Int] = []
        for word in query.words {
            for near in vocabulary.alike(to: word) {
                nearest[near.word] = max(nearest[near.word] ?? 0, near.likeness)
                for posting in postings[near.word] {
                    let document = Int(posting)
                    if best[document] == 0 { touched.append(document) }
                    best[document] = max(best[document], near.likeness)
                }
            }
            for document in touched {
                found[document] += rarity[word] * best[document]
                best[document] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        var covered = [Float](repeating: 0, count: count)
        for word in nearest.keys.sorted() {
            let share = (nearest[word] ?? 0) * rarity[word]
            for posting in postings[word] { covered[Int(posting)] += share }
        }
        for document in 0..<count where weights[document] > 0 {
            scores[document] = (found[document] / total + covered[document] / weights[document]) / 2
        }
        return scores
    }
}

/// Reads texts into numbered words without accents, stop words and bare numbers left out.
private struct WordReader: ~Copyable {
    private var tokenisers = Tokenisers()
    private var numbers: [String: Int] = [:]
    private(set) var forms: [String] = []

    /// Distinct words of a text by number, ascending.
    mutating func words(of text: String, in language: Language) -> [Int] {
        var words: Set<Int> = []
        for word in tokenisers.words(of: prepared(text), in: language) {
            let form = Tokeniser.folded(word.text)
            guard !form.allSatisfy(\.isNumber) else { continue }
            let number = numbers[form, default: forms.count]
            if number == forms.count {
                numbers[form] = number
                forms.append(form)
            }
            words.insert(number)
        }
        return words.sorted()
    }
}

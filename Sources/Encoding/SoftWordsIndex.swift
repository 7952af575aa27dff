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
    let vocabulary: WordForms
    /// Rarity of each word of the vocabulary among queries and documents.
    let rarity: [Float]
    /// Documents of each word, ascending.
    let postings: [[Int32]]
    /// Rarity of all words of each document together.
    let weights: [Float]

    /// A query, read once.
    public struct Query: Sendable {
        /// Distinct words by number, ascending.
        let words: [Int]
    }

    /// How common words are: those given, or those of documents and queries together.
    public let statistics: WordStatistics

    /// Indexes documents, and knows the words of the queries to come.
    ///
    /// What a document shares with a query depends on both and on the statistics, to the last bit,
    /// and not on which other texts are there.
    ///
    /// - Parameters:
    ///   - documents: Texts to be found, each in its language.
    ///   - queries: Texts to find them by.
    ///   - statistics: How common words are; nil for how common they are in these texts, documents
    ///     and queries alike.
    /// - Complexity: O(*n*) in the length of all texts.
    public init(
        documents: [(text: String, language: Language)],
        queries: [(text: String, language: Language)], statistics: WordStatistics? = nil
    ) {
        var reader = WordReader()
        let read = documents.map { reader.words(of: $0.text, in: $0.language) }
        let asked = queries.map { reader.words(of: $0.text, in: $0.language) }
        let (forms, order) = reader.inOrder()
        let documentWords = read.map { words in words.map { order[$0] }.sorted() }
        let queryWords = asked.map { words in words.map { order[$0] }.sorted() }
        let statistics =
            statistics
            ?? WordStatistics(texts: (documentWords + queryWords).map { $0.map { forms[$0] } })
        var postings = [[Int32]](repeating: [], count: forms.count)
        for (document, words) in documentWords.enumerated() {
            for word in words { postings[word].append(Int32(document)) }
        }
        let rarity = forms.map { statistics.rarity(of: $0) }
        count = documents.count
        weights = documentWords.map { $0.reduce(0) { $0 + rarity[$1] } }
        vocabulary = WordForms(forms, statistics: statistics)
        self.postings = postings
        self.rarity = rarity
        self.statistics = statistics
        self.queries = queryWords.map { Query(words: $0) }
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
    private var forms: [String] = []

    /// Distinct words of a text by number, in no order.
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
        return Array(words)
    }

    /// All words in ascending order, and for each number that was given the place of its word
    /// there.
    func inOrder() -> (forms: [String], places: [Int]) {
        let order = forms.indices.sorted { forms[$0] < forms[$1] }
        var places = [Int](repeating: 0, count: forms.count)
        for (place, number) in order.enumerated() { places[number] = place }
        return (order.map { forms[$0] }, places)
    }
}

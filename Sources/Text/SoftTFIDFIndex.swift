public import Market
internal import Parallel

/// A soft TF-IDF index (Cohen, Ravikumar & Fienberg, 2003): texts by their words, in which words that
/// look alike count as nearly the same.
///
/// The similarity of two words is the squared cosine of their character *n*-grams of 3 to 5 letters,
/// weighted by rarity: “menuisier” and “menuiserie” meet, and so do “logiciel” and “progiciels”,
/// where stems part. What two texts share is then measured from both ends: the share of the query's
/// words that the document has, and the share of the document's words that the query has, each word by
/// its rarity.
public struct SoftTFIDFIndex: Sendable {
    /// Number of documents.
    public let count: Int
    let vocabulary: CharacterNGrams
    /// Rarity of each word of the vocabulary among queries and documents.
    let rarity: [Float]
    /// Documents of each word, ascending.
    let postings: RaggedArray
    /// Rarity of all words of each document together.
    let weights: [Float]

    /// A query, read once.
    public struct Query: Sendable {
        /// Distinct words by number, ascending.
        let words: [Int]
    }

    /// A text as it is read: in a language, with phrases beside it that other texts have too, such as
    /// names of skills.
    public struct Text: Sendable {
        /// As ``prepared(_:)`` gives it.
        public var text: String
        /// As they are written.
        public var phrases: [String]
        public var language: TextLanguage

        public init(_ text: String, phrases: [String] = [], language: TextLanguage) {
            self.text = text
            self.phrases = phrases
            self.language = language
        }
    }

    /// How common words are: those given, or those of documents and queries together.
    public let statistics: WordStatistics

    /// Indexes documents, and knows the words of the queries to come.
    ///
    /// What a document shares with a query depends on both and on the statistics, to the last bit,
    /// and not on which other texts are there.
    ///
    /// - Parameters:
    ///   - count: Number of documents.
    ///   - queryCount: Number of queries, to find them by.
    ///   - statistics: How common words are; nil for how common they are in these texts, documents
    ///     and queries alike.
    ///   - document: The text of a document, asked for once and let go.
    ///   - query: The text of a query, likewise.
    /// - Complexity: O(*n*) in the length of all texts, on all cores; 4 bytes for a distinct word of
    ///   a text, twice.
    public init(
        documents count: Int, queries queryCount: Int, statistics: WordStatistics? = nil,
        document: @Sendable (Int) -> Text, query: @Sendable (Int) -> Text
    ) {
        var documents = ReadTexts.parts(of: count, document)
        var queries = ReadTexts.parts(of: queryCount, query)
        let forms = Set((documents + queries).lazy.map(\.forms).joined()).sorted()
        let numbers = Dictionary(
            forms.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let queryWords = ReadTexts.words(of: &queries, numberedBy: numbers)
        let documentWords = ReadTexts.words(of: &documents, numberedBy: numbers)
        let statistics =
            statistics
            ?? WordStatistics(
                texts: documentWords.count + queryWords.count, words: forms,
                counts: [documentWords, queryWords])
        let rarity = forms.map { statistics.rarity(of: $0) }
        self.count = count
        weights = (0..<documentWords.count).map { document in
            documentWords[document].reduce(0) { $0 + rarity[Int($1)] }
        }
        postings = RaggedArray(inverting: documentWords, count: forms.count)
        vocabulary = CharacterNGrams(forms, statistics: statistics)
        self.rarity = rarity
        self.statistics = statistics
        self.queries = (0..<queryWords.count).map { Query(words: queryWords[$0].map(Int.init)) }
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
        var similarities = Similarities(of: self)
        for word in query.words {
            for near in similarities.alike(to: word, in: self) {
                nearest[near.word] = max(nearest[near.word] ?? 0, near.similarity)
                for posting in postings[near.word] {
                    let document = Int(posting)
                    if best[document] == 0 { touched.append(document) }
                    best[document] = max(best[document], near.similarity)
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

/// The distinct words of some texts, without accents, stop words and bare numbers left out.
private struct ReadTexts: Sendable {
    /// Words, by the numbers that they have here.
    let forms: [String]
    private var words: RaggedArray

    init(_ read: (inout WordReader) -> Void) {
        var reader = WordReader()
        read(&reader)
        forms = reader.forms
        words = reader.words
    }

    /// Texts, in parts: each thread reads a stretch with a reader of its own, so that a word is
    /// looked up there.
    static func parts(
        of count: Int, _ text: @Sendable (Int) -> SoftTFIDFIndex.Text
    ) -> [ReadTexts] {
        let stretch = max(1_024, (count + Threads.count - 1) / Threads.count)
        return Threads.map((count + stretch - 1) / stretch) { part in
            ReadTexts { reader in
                for index in part * stretch..<min(count, (part + 1) * stretch) {
                    reader.read(text(index))
                }
            }
        }
    }

    /// For each text of some parts its words by other numbers, ascending; the parts are used up.
    static func words(
        of parts: inout [ReadTexts], numberedBy numbers: [String: Int32]
    ) -> RaggedArray {
        var words = RaggedArray()
        while !parts.isEmpty { words.append(parts.removeFirst().words(numberedBy: numbers)) }
        return words
    }

    private consuming func words(numberedBy numbers: [String: Int32]) -> RaggedArray {
        words.renumber(by: forms.map { numbers[$0] ?? -1 })
        return words
    }
}

/// Reads texts into numbered words.
private struct WordReader: ~Copyable {
    private var tokenisers = Tokenisers()
    private var numbers: [String: Int32] = [:]
    /// Numbers of words as they are written; -1 for one that is a bare number.
    private var written: [String: Int32] = [:]
    /// Words of phrases that were met before.
    private var phrases: [TextLanguage: [String: [Int32]]] = [:]
    private(set) var forms: [String] = []
    /// For each word the last text that has it, by count of texts; so that each word is taken once.
    private var lastText: [Int] = []
    private var textCount = 0
    private var distinct: [Int32] = []
    /// Distinct words of each text by number, in no order.
    private(set) var words = RaggedArray()

    mutating func read(_ text: SoftTFIDFIndex.Text) {
        textCount += 1
        distinct.removeAll(keepingCapacity: true)
        take(words(ofPrepared: text.text, in: text.language))
        for phrase in text.phrases { take(words(ofPhrase: phrase, in: text.language)) }
        words.append(distinct)
    }

    private mutating func take(_ words: [Int32]) {
        for word in words where lastText[Int(word)] != textCount {
            lastText[Int(word)] = textCount
            distinct.append(word)
        }
    }

    private mutating func words(ofPhrase phrase: String, in language: TextLanguage) -> [Int32] {
        if let known = phrases[language]?[phrase] { return known }
        let words = words(ofPrepared: prepared(phrase), in: language)
        phrases[language, default: [:]][phrase] = words
        return words
    }

    private mutating func words(ofPrepared text: String, in language: TextLanguage) -> [Int32] {
        var words: [Int32] = []
        for word in tokenisers.words(of: text, in: language) {
            let number = written[word.text] ?? number(ofWritten: word.text)
            if number >= 0 { words.append(number) }
        }
        return words
    }

    private mutating func number(ofWritten word: String) -> Int32 {
        let form = Tokeniser.folded(word)
        var number: Int32 = -1
        if !form.allSatisfy(\.isNumber) {
            number = numbers[form] ?? Int32(forms.count)
            if Int(number) == forms.count {
                numbers[form] = number
                forms.append(form)
                lastText.append(0)
            }
        }
        written[word] = number
        return number
    }
}

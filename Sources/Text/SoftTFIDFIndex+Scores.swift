extension SoftTFIDFIndex {
    /// Words of an index that look alike, as far as they were looked up: a word that many queries
    /// have is looked up once.
    public struct Similarities: Sendable {
        private var scratch: CharacterNGrams.Scratch
        private var known: [Int: [(word: Int, similarity: Float)]] = [:]

        public init(of index: SoftTFIDFIndex) {
            scratch = CharacterNGrams.Scratch(of: index.vocabulary)
        }

        /// The words of documents that look like one, ascending, each with its similarity, 0 … 1.
        mutating func alike(
            to word: Int, in index: SoftTFIDFIndex
        ) -> [(word: Int, similarity: Float)] {
            if let alike = known[word] { return alike }
            let alike = index.vocabulary.alike(to: word, in: &scratch)
                .filter { !index.postings[$0.word].isEmpty }
            known[word] = alike
            return alike
        }
    }

    /// What the documents of an index share with one query after another: room that is used again,
    /// one number a document, of which only those that share anything are touched.
    public struct Scores: Sendable {
        /// Documents that share anything with the query, in no order.
        public fileprivate(set) var documents: [Int32] = []
        /// Scores by document; 0 where nothing is shared.
        fileprivate var found: [Float]
        fileprivate var covered: [Float]
        fileprivate var best: [Float]
        fileprivate var touched: [Int32] = []
        /// For each word how near the nearest of the query's is, 0 between two queries; and those
        /// words for which it is not.
        fileprivate var nearest: [Float]
        fileprivate var nearWords: [Int] = []
        fileprivate var similarities: Similarities

        /// Room for the scores of an index.
        public init(of index: SoftTFIDFIndex) {
            found = [Float](repeating: 0, count: index.count)
            covered = found
            best = found
            nearest = [Float](repeating: 0, count: index.rarity.count)
            similarities = Similarities(of: index)
        }

        /// What a document shares with the query, 0 … 1; 0 where nothing, or where it has no word.
        public subscript(document: Int) -> Float { found[document] }
    }

    /// Whether a query has any word.
    public func hasWords(query: Query) -> Bool { !query.words.isEmpty }

    /// Whether a document has any word.
    public func hasWords(document: Int) -> Bool { weights[document] > 0 }

    /// What each document shares with a query, as ``scores(of:)`` tells it to the last bit, into
    /// room that is used again.
    ///
    /// - Complexity: O(words alike to the query's × documents that have them).
    public func score(_ query: Query, into scores: inout Scores) {
        for document in scores.documents { scores.found[Int(document)] = 0 }
        scores.documents.removeAll(keepingCapacity: true)
        let total = query.words.reduce(0) { $0 + rarity[$1] }
        guard total > 0 else { return }
        for word in query.words {
            for near in scores.similarities.alike(to: word, in: self) {
                // A word that looks like another has a similarity above 0.
                if scores.nearest[near.word] == 0 { scores.nearWords.append(near.word) }
                scores.nearest[near.word] = max(scores.nearest[near.word], near.similarity)
                for posting in postings.range(near.word) {
                    let document = postings.values[posting]
                    let position = Int(document)
                    if scores.best[position] == 0 { scores.touched.append(document) }
                    scores.best[position] = max(scores.best[position], near.similarity)
                }
            }
            for document in scores.touched {
                let position = Int(document)
                if scores.found[position] == 0 { scores.documents.append(document) }
                scores.found[position] += rarity[word] * scores.best[position]
                scores.best[position] = 0
            }
            scores.touched.removeAll(keepingCapacity: true)
        }
        scores.nearWords.sort()
        for word in scores.nearWords {
            let share = scores.nearest[word] * rarity[word]
            scores.nearest[word] = 0
            for posting in postings.range(word) {
                scores.covered[Int(postings.values[posting])] += share
            }
        }
        scores.nearWords.removeAll(keepingCapacity: true)
        for document in scores.documents {
            let position = Int(document)
            scores.found[position] =
                (scores.found[position] / total + scores.covered[position] / weights[position]) / 2
            scores.covered[position] = 0
        }
    }

    /// What some documents share with a query, as ``scores(of:)`` tells it to the last bit.
    ///
    /// - Parameters:
    ///   - query: A query.
    ///   - documents: Documents, each by its place.
    ///   - similarities: Words alike that were looked up before.
    /// - Complexity: O(words alike to the query's × documents asked for × log *documents*).
    public func scores(
        of query: Query, documents: [Int], _ similarities: inout Similarities
    ) -> [Float] {
        let total = query.words.reduce(0) { $0 + rarity[$1] }
        let alike = query.words.map { similarities.alike(to: $0, in: self) }
        var nearest: [Int: Float] = [:]
        for near in alike.joined() {
            nearest[near.word] = max(nearest[near.word] ?? 0, near.similarity)
        }
        let order = nearest.keys.sorted()
        return documents.map { document in
            guard total > 0, weights[document] > 0 else { return .nan }
            let own = Set(order.filter { holds($0, document) })
            var found: Float = 0
            for (word, alike) in zip(query.words, alike) {
                var best: Float = 0
                for near in alike where own.contains(near.word) {
                    best = max(best, near.similarity)
                }
                found += rarity[word] * best
            }
            var covered: Float = 0
            for word in order where own.contains(word) {
                covered += (nearest[word] ?? 0) * rarity[word]
            }
            return (found / total + covered / weights[document]) / 2
        }
    }

    /// The rarity, all together, of the query's words that a document has, each as far as the
    /// nearest word of the document is alike.
    ///
    /// - Complexity: O(words alike to the query's × log *documents*).
    public func sharedRarity(
        of query: Query, document: Int, _ similarities: inout Similarities
    ) -> Float {
        query.words.reduce(0) { sum, word in
            let best = similarities.alike(to: word, in: self).reduce(Float(0)) { best, near in
                near.similarity > best && holds(near.word, document) ? near.similarity : best
            }
            return sum + rarity[word] * best
        }
    }

    private func holds(_ word: Int, _ document: Int) -> Bool {
        let list = postings[word]
        var low = list.startIndex
        var high = list.endIndex
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < document { low = middle + 1 } else { high = middle }
        }
        return low < list.endIndex && Int(list[low]) == document
    }
}

internal import Foundation

/// Character *n*-grams of words, weighted by rarity: the squared cosine of two words says how much
/// they look alike.
struct CharacterNGrams: Sendable {
    /// Number of words.
    let count: Int
    /// Grams of each word, ascending.
    private let grams: RaggedArray
    /// Weight of each of them, in the same order; the squares of a word's weights add up to 1.
    private let weights: [Float]
    /// Words of each gram, ascending.
    private let postings: RaggedArray
    /// Weight of the gram in each of them, in the same order.
    private let postedWeights: [Float]

    /// Similarity below which two words count as nothing alike.
    private static let threshold: Float = 0.04

    /// - Parameters:
    ///   - forms: Distinct words in ascending order, lower case, without accents.
    ///   - statistics: How rare runs of letters are.
    /// - Complexity: O(*n*) in the length of all words.
    init(_ forms: [String], statistics: WordStatistics) {
        count = forms.count
        // Numbered in ascending order, so that sums run in the same order whatever other words are
        // there.
        var distinct: Set<String> = []
        for form in forms {
            for (gram, _) in CharacterNGrams.repeats(of: form) { distinct.insert(gram) }
        }
        let order = distinct.sorted()
        let numbers = Dictionary(
            order.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let rarity = order.map { statistics.rarity(ofGram: $0) }
        var grams = RaggedArray()
        var weights: [Float] = []
        for form in forms {
            let terms = CharacterNGrams.repeats(of: form).compactMap { gram, times in
                numbers[gram].map { (gram: $0, weight: (1 + log(Double(times))) * rarity[Int($0)]) }
            }
            let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
            grams.append(terms.lazy.map(\.gram))
            weights.append(contentsOf: terms.lazy.map { Float($0.weight / length) })
        }
        let postings = RaggedArray(inverting: grams, count: order.count)
        var posted = [Float](repeating: 0, count: weights.count)
        var next = (0..<order.count).map { postings.range($0).lowerBound }
        for (gram, weight) in zip(grams.values, weights) {
            posted[next[Int(gram)]] = weight
            next[Int(gram)] += 1
        }
        self.grams = grams
        self.weights = weights
        self.postings = postings
        postedWeights = posted
    }

    /// In how many of some words each run of letters stands.
    static func counts(ofGramsIn forms: some Sequence<String>) -> [String: Int] {
        var counts: [String: Int] = [:]
        for form in forms { for gram in Set(grams(of: form)) { counts[gram, default: 0] += 1 } }
        return counts
    }

    /// The runs of letters of a word in ascending order, with how often each stands in it.
    private static func repeats(of form: String) -> [(gram: String, times: Int)] {
        var repeats: [(gram: String, times: Int)] = []
        for gram in grams(of: form).sorted() {
            if repeats.last?.gram == gram {
                repeats[repeats.count - 1].times += 1
            } else {
                repeats.append((gram, 1))
            }
        }
        return repeats
    }

    /// The cosines of one word with all others, in memory that is used again.
    struct Scratch: Sendable {
        fileprivate var cosines: [Float]
        fileprivate var touched: [Int32] = []

        init(of words: CharacterNGrams) { cosines = [Float](repeating: 0, count: words.count) }
    }

    /// Words that look like one, itself among them, ascending, each with its similarity, 0 … 1.
    func alike(to word: Int, in scratch: inout Scratch) -> [(word: Int, similarity: Float)] {
        for index in grams.range(word) {
            for posting in postings.range(Int(grams.values[index])) {
                let other = postings.values[posting]
                // Weights are above 0: a word that was met has a cosine above 0.
                if scratch.cosines[Int(other)] == 0 { scratch.touched.append(other) }
                scratch.cosines[Int(other)] += weights[index] * postedWeights[posting]
            }
        }
        var alike: [(word: Int, similarity: Float)] = []
        for other in scratch.touched {
            let cosine = scratch.cosines[Int(other)]
            scratch.cosines[Int(other)] = 0
            let similarity = min(1, cosine * cosine)
            guard similarity >= CharacterNGrams.threshold else { continue }
            alike.append((Int(other), Int(other) == word ? 1 : similarity))
        }
        scratch.touched.removeAll(keepingCapacity: true)
        return alike.sorted { $0.word < $1.word }
    }

    /// Runs of 3 to 5 letters of a word with a space at both ends; a shorter word is one itself.
    private static func grams(of form: String) -> [String] {
        var grams: [String] = []
        func take<Letters: RandomAccessCollection>(
            _ letters: Letters, _ text: (Letters.SubSequence) -> String
        ) where Letters.Index == Int {
            for length in 3...5 where letters.count >= length {
                for start in 0...letters.count - length {
                    grams.append(text(letters[start..<start + length]))
                }
            }
        }
        if form.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) {
            let space = UInt8(ascii: " ")
            take([space] + Array(form.utf8) + [space]) { String(decoding: $0, as: UTF8.self) }
        } else {
            take([" "] + form.map { String($0) } + [" "]) { $0.joined() }
        }
        return grams.isEmpty ? [form] : grams
    }
}

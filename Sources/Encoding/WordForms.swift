internal import Foundation

/// Words by the letters that they are made of: which look alike, and how much.
struct WordForms: Sendable {
    /// Number of words.
    let count: Int
    /// Grams of each word with their weight; the squares of a word's weights add up to 1.
    private let grams: [[(gram: Int32, weight: Float)]]
    /// Words of each gram with its weight there.
    private let postings: [[(word: Int32, weight: Float)]]

    /// Likeness below which two words count as nothing alike.
    private static let threshold: Float = 0.04

    /// - Parameters:
    ///   - forms: Distinct words in ascending order, lower case, without accents.
    ///   - statistics: How rare runs of letters are.
    /// - Complexity: O(*n*) in the length of all words.
    init(_ forms: [String], statistics: WordStatistics) {
        count = forms.count
        let read = forms.map { WordForms.repeats(of: $0) }
        // Numbered in ascending order, so that sums run in the same order whatever other words are
        // there.
        let distinct = Set(read.joined().lazy.map(\.gram)).sorted()
        let numbers = Dictionary(
            distinct.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let rarity = distinct.map { statistics.rarity(ofGram: $0) }
        let grams = read.map { repeats in
            let terms = repeats.compactMap { gram, times in
                numbers[gram].map { (gram: $0, weight: (1 + log(Double(times))) * rarity[Int($0)]) }
            }
            let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
            return terms.map { (gram: $0.gram, weight: Float($0.weight / length)) }
        }
        var postings = [[(word: Int32, weight: Float)]](repeating: [], count: distinct.count)
        for (word, row) in grams.enumerated() {
            for (gram, weight) in row { postings[Int(gram)].append((Int32(word), weight)) }
        }
        self.grams = grams
        self.postings = postings
    }

    /// In how many of some words each run of letters stands.
    static func counts(ofGramsIn forms: some Sequence<String>) -> [String: Int] {
        var counts: [String: Int] = [:]
        for form in forms { for gram in Set(grams(of: form)) { counts[gram, default: 0] += 1 } }
        return counts
    }

    /// The runs of letters of a word in ascending order, with how often each stands in it.
    private static func repeats(of form: String) -> [(gram: String, times: Int)] {
        Dictionary(grams(of: form).map { ($0, 1) }, uniquingKeysWith: +)
            .map { (gram: $0.key, times: $0.value) }.sorted { $0.gram < $1.gram }
    }

    /// Words that look like one, itself among them, ascending, each with its likeness, 0 … 1.
    func alike(to word: Int) -> [(word: Int, likeness: Float)] {
        var cosines: [Int32: Float] = [:]
        for (gram, weight) in grams[word] {
            for posting in postings[Int(gram)] {
                cosines[posting.word, default: 0] += weight * posting.weight
            }
        }
        return cosines.compactMap { other, cosine in
            let likeness = min(1, cosine * cosine)
            return likeness < WordForms.threshold
                ? nil : (word: Int(other), likeness: Int(other) == word ? 1 : likeness)
        }
        .sorted { $0.word < $1.word }
    }

    /// Runs of 3 to 5 letters of a word with a space at both ends; a shorter word is one itself.
    private static func grams(of form: String) -> [String] {
        let letters = [" "] + form.map { String($0) } + [" "]
        var grams: [String] = []
        for length in 3...5 where letters.count >= length {
            for start in 0...letters.count - length {
                grams.append(letters[start..<start + length].joined())
            }
        }
        return grams.isEmpty ? [form] : grams
    }
}

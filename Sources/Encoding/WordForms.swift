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

    /// - Parameter forms: Distinct words, lower case, without accents.
    /// - Complexity: O(*n*) in the length of all words.
    init(_ forms: [String]) {
        count = forms.count
        var numbers: [String: Int32] = [:]
        var holders: [Int] = []
        let read = forms.map { form in
            var repeats: [Int32: Int] = [:]
            for gram in WordForms.grams(of: form) {
                let number = numbers[gram, default: Int32(holders.count)]
                if Int(number) == holders.count {
                    numbers[gram] = number
                    holders.append(0)
                }
                repeats[number, default: 0] += 1
            }
            for gram in repeats.keys { holders[Int(gram)] += 1 }
            return repeats.sorted { $0.key < $1.key }
        }
        let total = Double(forms.count)
        let grams = read.map { repeats in
            let weights = repeats.map { gram, times in
                (1 + log(Double(times))) * (1 + log((1 + total) / (1 + Double(holders[Int(gram)]))))
            }
            let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return zip(repeats, weights).map { (gram: $0.key, weight: Float($1 / length)) }
        }
        var postings = [[(word: Int32, weight: Float)]](repeating: [], count: holders.count)
        for (word, row) in grams.enumerated() {
            for (gram, weight) in row { postings[Int(gram)].append((Int32(word), weight)) }
        }
        self.grams = grams
        self.postings = postings
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

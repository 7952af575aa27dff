internal import Foundation

/// How common the words of some texts are, and the letters that the words are made of.
///
/// Kept and given to a later ``SoftTFIDFIndex``, it makes a text of today count as it would have
/// among those texts. A word that they do not have counts as one that a single text has.
public struct WordStatistics: Sendable, Hashable {
    /// Number of texts.
    public let texts: Int
    /// In how many texts each word stands; words are lower case, without accents.
    public let textsWithWord: [String: Int]
    /// In how many distinct words each run of letters stands.
    let wordsWithGram: [String: Int]

    /// Counts the words of texts.
    ///
    /// - Parameters:
    ///   - texts: Number of texts.
    ///   - words: Words by number.
    ///   - counts: The distinct words of each text, by number.
    /// - Complexity: O(*n*) in the length of all words.
    init(texts: Int, words: [String], counts lists: [RaggedArray]) {
        self.texts = texts
        var counts = [Int](repeating: 0, count: words.count)
        for list in lists { for word in list.values { counts[Int(word)] += 1 } }
        textsWithWord = Dictionary(
            zip(words, counts).lazy.filter { $1 > 0 }.map { ($0, $1) },
            uniquingKeysWith: { first, _ in first })
        wordsWithGram = CharacterNGrams.counts(ofGramsIn: textsWithWord.keys)
    }

    /// Rarity of a word, above 0: `ln(1 + (N − n + ½) / (n + ½))` where *n* of *N* texts have it.
    func rarity(of word: String) -> Float {
        let holding = Double(max(1, textsWithWord[word] ?? 0))
        return Float(log1p((Double(max(texts, 1)) - holding + 0.5) / (holding + 0.5)))
    }

    /// Rarity of a run of letters among distinct words, above 0.
    func rarity(ofGram gram: String) -> Double {
        let holding = Double(max(1, wordsWithGram[gram] ?? 0))
        return 1 + log((1 + Double(textsWithWord.count)) / (1 + holding))
    }
}

extension WordStatistics: Codable {
    private enum CodingKeys: String, CodingKey {
        case texts, words, wordCounts, grams, gramCounts
    }

    /// Words and runs of letters are written one a line, in ascending order: none holds a line
    /// break.
    public func encode(to encoder: any Swift.Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let words = textsWithWord.sorted { $0.key < $1.key }
        let grams = wordsWithGram.sorted { $0.key < $1.key }
        try container.encode(texts, forKey: .texts)
        try container.encode(words.map(\.key).joined(separator: "\n"), forKey: .words)
        try container.encode(words.map(\.value), forKey: .wordCounts)
        try container.encode(grams.map(\.key).joined(separator: "\n"), forKey: .grams)
        try container.encode(grams.map(\.value), forKey: .gramCounts)
    }

    public init(from decoder: any Swift.Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func counts(_ names: CodingKeys, _ numbers: CodingKeys) throws -> [String: Int] {
            let lines = try container.decode(String.self, forKey: names)
                .split(separator: "\n").map(String.init)
            let counts = try container.decode([Int].self, forKey: numbers)
            guard lines.count == counts.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: numbers, in: container,
                    debugDescription: "\(lines.count) words, but \(counts.count) counts")
            }
            return Dictionary(zip(lines, counts), uniquingKeysWith: { first, _ in first })
        }
        texts = try container.decode(Int.self, forKey: .texts)
        textsWithWord = try counts(.words, .wordCounts)
        wordsWithGram = try counts(.grams, .gramCounts)
    }
}

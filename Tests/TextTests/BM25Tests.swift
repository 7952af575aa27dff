import Foundation
import Market
import TestSupport
import Testing
import Text

struct BM25Tests {
    private let documents: [(text: String, language: TextLanguage)] = [
        ("Audit énergétique de bâtiments", .french),
        ("Animation d'ateliers, animation de tiers-lieux", .french),
        ("Energy audits and audit training", .english),
        ("", .french),
    ]

    @Test func `BM25 is what a hand calculates`() {
        let index = BM25Index(documents: documents)
        // 3, 5, 4 and 0 words: mean 3. “audit” stands in 2 of 4 documents, “animation” in 1.
        let audit = log(1 + (4 - 2 + 0.5) / 2.5)
        let animation = log(1 + (4 - 1 + 0.5) / 1.5)
        #expect(abs(index.idf("AUDITS", language: .english) - Float(audit)) < 1e-6)
        #expect(index.idf("les", language: .french) == 0)
        let scores = index.scores(of: "audit, animation", language: .french)
        let expected = [
            audit * 2.2 * 1 / (1 + 1.2 * (0.25 + 0.75 * 3 / 3)),
            animation * 2.2 * 2 / (2 + 1.2 * (0.25 + 0.75 * 5 / 3)),
            audit * 2.2 * 2 / (2 + 1.2 * (0.25 + 0.75 * 4 / 3)),
            0,
        ]
        for (score, value) in zip(scores, expected) { #expect(abs(score - Float(value)) < 1e-5) }
        #expect(
            abs(
                index.selfScore("audit, animation", language: .french)
                    - Float((audit + animation) * 2.2)) < 1e-5)
        // A word that comes three times weighs 9 · 3 / (8 + 3) as much as once.
        let thrice = index.scores(of: "audit audit audits", language: .french)
        #expect(abs(thrice[0] - Float(expected[0] * 27 / 11)) < 1e-5)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `Scores equal those of the plain formula, stay below their ceiling and ignore order`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...40, using: &random)
        let documents = randomTexts(count, using: &random).map {
            (text: $0, language: Bool.random(using: &random) ? TextLanguage.french : .english)
        }
        let index = BM25Index(documents: documents)
        let order = documents.indices.shuffled(using: &random)
        let shuffled = BM25Index(documents: order.map { documents[$0] })
        var buffer: [Float] = [1, 2, 3]
        for text in randomTexts(6, using: &random) {
            let scores = index.scores(of: text, language: .french)
            let expected = plainScores(of: text, language: .french, documents: documents)
            #expect(scores.count == count)
            for (score, value) in zip(scores, expected) {
                #expect(abs(score - Float(value)) <= 1e-4 * max(1, Float(value)))
            }
            let ceiling = index.selfScore(text, language: .french)
            #expect(scores.allSatisfy { $0 >= 0 && $0 <= ceiling })
            index.scores(of: text, language: .french, into: &buffer)
            #expect(buffer == scores)
            #expect(
                shuffled.scores(of: text, language: .french) == order.map { scores[$0] })
        }
    }

    @Test func `A word that no document has lowers what the others are worth`() {
        let index = BM25Index(documents: documents)
        let alone = index.query("audit", language: .french)
        let beside = index.query("audit soudage", language: .french)
        #expect(index.scores(of: alone) == index.scores(of: beside))
        #expect(beside.ceiling > alone.ceiling)
        #expect(index.query("", language: .french).ceiling == 0)
    }

    /// The formula of the documentation, document by document.
    private func plainScores(
        of text: String, language: TextLanguage, documents: [(text: String, language: TextLanguage)]
    ) -> [Double] {
        func keys(_ text: String, _ language: TextLanguage) -> [String] {
            var tokeniser = Tokeniser(language)
            return tokeniser.words(of: text).map(\.key)
        }
        let words = documents.map { keys($0.text, $0.language) }
        let mean = Double(words.reduce(0) { $0 + $1.count }) / Double(max(1, words.count))
        let asked = keys(text, language)
        return words.map { document in
            Set(asked).reduce(0) { sum, word in
                let tf = Double(document.filter { $0 == word }.count)
                guard tf > 0 else { return sum }
                let qtf = Double(asked.filter { $0 == word }.count)
                let n = Double(words.filter { $0.contains(word) }.count)
                let idf = log(1 + (Double(words.count) - n + 0.5) / (n + 0.5))
                let room = 1.2 * (0.25 + 0.75 * Double(document.count) / mean)
                return sum + idf * 2.2 * tf / (tf + room) * 9 * qtf / (8 + qtf)
            }
        }
    }
}

import Foundation
import Market
import TestSupport
import Text

/// What two texts share in words, measured pair by pair from its definition.
struct WordsOracle {
    private let snapshot: Snapshot
    private let needs: [Set<String>]
    private let candidates: [Set<String>]
    private let rarity: [String: Double]
    /// Grams of each word with their weight, of length 1.
    private let grams: [String: [String: Double]]

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        needs = snapshot.needs.map { need in
            let labels = need.skills.map {
                snapshot.skills[$0.skill]?.label(in: need.language.ofLabels)
            }
            let own = [need.title, need.text].filter { $0 != "" }
            return WordsOracle.words(own.isEmpty ? labels.compactMap { $0 } : own, need.language)
        }
        candidates = snapshot.candidates.map { candidate in
            let labels = candidate.skills.map {
                snapshot.skills[$0.skill]?.label(in: candidate.language.ofLabels)
            }
            return WordsOracle.words(
                [candidate.title, candidate.text] + labels.compactMap { $0 }, candidate.language)
        }
        let all = needs + candidates
        let total = Double(all.count)
        var rarity: [String: Double] = [:]
        for word in Set(all.joined()) {
            let holders = Double(all.count { $0.contains(word) })
            rarity[word] = log1p((total - holders + 0.5) / (holders + 0.5))
        }
        self.rarity = rarity
        grams = WordsOracle.weighted(Set(all.joined()))
    }

    /// nil where words say nothing.
    func share(_ n: Int, _ c: Int) -> Double? {
        let (need, candidate) = (snapshot.needs[n], snapshot.candidates[c])
        guard need.language == candidate.language, !needs[n].isEmpty, !candidates[c].isEmpty,
            [need.title, need.text, candidate.title, candidate.text].contains(where: { $0 != "" })
        else { return nil }
        return (covered(needs[n], by: candidates[c]) + covered(candidates[c], by: needs[n])) / 2
    }

    /// The rarity of the need's words that the candidate has.
    func sharedRarity(_ n: Int, _ c: Int) -> Double {
        guard share(n, c) != nil else { return 0 }
        return needs[n].reduce(0) { sum, word in
            sum + rarity[word, default: 0]
                * (candidates[c].map { similarity(word, $0) }.max() ?? 0)
        }
    }

    private func covered(_ words: Set<String>, by others: Set<String>) -> Double {
        var found = 0.0
        var total = 0.0
        for word in words {
            total += rarity[word, default: 0]
            found += rarity[word, default: 0] * (others.map { similarity(word, $0) }.max() ?? 0)
        }
        return found / total
    }

    private func similarity(_ one: String, _ other: String) -> Double {
        if one == other { return 1 }
        let cosine = grams[one, default: [:]].reduce(0) {
            $0 + $1.value * grams[other, default: [:]][$1.key, default: 0]
        }
        return cosine * cosine < 0.04 ? 0 : cosine * cosine
    }

    private static func words(_ texts: [String], _ language: TextLanguage) -> Set<String> {
        let stops = Set(stopWords(in: language).map(folded))
        let parts = texts.joined(separator: ". ").lowercased()
            .split { !$0.isLetter && !$0.isNumber }.map { folded(String($0)) }
        return Set(parts.filter { !stops.contains($0) && !$0.allSatisfy(\.isNumber) })
    }

    private static func folded(_ word: String) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil)
    }

    private static func weighted(_ words: Set<String>) -> [String: [String: Double]] {
        var counts: [String: [String: Int]] = [:]
        for word in words {
            let letters = Array(" \(word) ")
            for length in 3...5 where letters.count >= length {
                for start in 0...letters.count - length {
                    counts[word, default: [:]][
                        String(letters[start..<start + length]), default: 0] +=
                        1
                }
            }
        }
        return counts.mapValues { grams in
            let weights = Dictionary(
                uniqueKeysWithValues: grams.map { gram, times in
                    let holders = counts.values.count { $0[gram] != nil }
                    let told = 1 + log(Double(1 + words.count) / Double(1 + holders))
                    return (gram, (1 + log(Double(times))) * told)
                })
            let length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return weights.mapValues { $0 / length }
        }
    }
}

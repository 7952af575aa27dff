import Retrieval
import TestSupport

/// A retrieval with its answer, found by scoring every pair.
struct Problem {
    var needs: [[Float]]
    var candidates: [[Float]]
    /// Eligible pairs; nil for all.
    var eligible: [[Bool]]?

    var dimension: Int { candidates.first?.count ?? needs.first?.count ?? 1 }

    /// Kinds of rows that search must be right on.
    enum Kind: String, CaseIterable {
        /// Every direction alike, length 1.
        case isotropic
        /// In a narrow cone, as an encoder's rows.
        case cone
        /// A few rows, repeated to the last bit.
        case repeated
        /// Rows that differ in the last bits of one number.
        case almostAlike
        /// Some numbers a billion times the others.
        case outliers
        /// Zero rows among others.
        case zeros
        /// Numbers near the smallest and the largest that a float holds, among others.
        case extremes
        /// Whole numbers −1, 0 and 1: many equal scores.
        case coarse
    }

    static func random(
        _ kind: Kind, needs: Int, candidates: Int, dimension: Int,
        using random: inout SeededGenerator
    ) -> Problem {
        let common = (0..<dimension).map { _ in random.normal() * 2 }
        let few = (0..<3).map { _ in (0..<dimension).map { _ in random.normal() } }
        func row() -> [Float] {
            switch kind {
            case .isotropic: return unit((0..<dimension).map { _ in random.normal() })
            case .cone: return unit(common.map { $0 + random.normal() })
            case .repeated: return few[Int.random(in: 0..<3, using: &random)]
            case .almostAlike:
                var row = unit(common)
                let position = Int.random(in: 0..<dimension, using: &random)
                for _ in 0..<Int.random(in: 0..<3, using: &random) {
                    row[position] = row[position].nextUp
                }
                return row
            case .outliers:
                var row = unit((0..<dimension).map { _ in random.normal() })
                if random.next() % 4 == 0 {
                    row[Int.random(in: 0..<dimension, using: &random)] *= 1e9
                }
                return row
            case .zeros:
                return random.next() % 3 == 0
                    ? [Float](repeating: 0, count: dimension)
                    : unit((0..<dimension).map { _ in random.normal() })
            case .extremes:
                let scale: Float = [1, 0x1p-140, 1e-30, 1e30, 1e37][Int(random.next() % 5)]
                return (0..<dimension).map { _ in
                    let value = max(-3, min(3, random.normal()))
                    return random.next() % 8 == 0 ? Float.leastNonzeroMagnitude : value * scale
                }
            case .coarse:
                return (0..<dimension).map { _ in Float(Int.random(in: -1...1, using: &random)) }
            }
        }
        return Problem(
            needs: (0..<needs).map { _ in row() }, candidates: (0..<candidates).map { _ in row() })
    }

    private static func unit(_ row: [Float]) -> [Float] {
        let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return row.map { $0 / length }
    }

    /// Makes a share of the pairs eligible, and whole stretches of candidates not.
    mutating func restrict(to share: Double, using random: inout SeededGenerator) {
        let hidden = Int.random(in: 0...max(0, candidates.count - 1), using: &random)
        eligible = needs.map { _ in
            let isNobody = random.next() % 7 == 0
            return candidates.indices.map { candidate in
                !isNobody && (candidate < hidden || candidate > hidden + 1_500)
                    && Double.random(in: 0..<1, using: &random) < share
            }
        }
    }

    /// The answer by the book: products in doubles, in the order that the documentation gives.
    func oracle(_ count: Int) -> [[Hit]] {
        needs.indices.map { need in
            candidates.indices.filter { eligible?[need][$0] ?? true }
                .map { (candidate: $0, score: Self.product(needs[need], candidates[$0])) }
                .sorted {
                    $0.score != $1.score ? $0.score > $1.score : $0.candidate < $1.candidate
                }
                .prefix(count)
                .map { Hit(candidate: $0.candidate, score: $0.score) }
        }
    }

    private static func product(_ need: [Float], _ candidate: [Float]) -> Double {
        var lanes = [Double](repeating: 0, count: 8)
        for index in need.indices {
            lanes[index % 8] += Double(need[index]) * Double(candidate[index])
        }
        let four = (0..<4).map { lanes[$0] + lanes[$0 + 4] }
        return (four[0] + four[2]) + (four[1] + four[3])
    }

    func found(_ count: Int, _ pass: FirstPass, threads: Int? = nil) throws -> Retrieved {
        let index = try CandidateIndex(
            Rows(candidates.flatMap(\.self), dimension: dimension), firstPass: pass)
        return try index.best(
            count, for: Rows(needs.flatMap(\.self), dimension: dimension),
            eligibility: eligible.map(Pairs.init), threads: threads)
    }
}

/// Eligible pairs as a table.
struct Pairs: Eligibility {
    let table: [[Bool]]

    func mark(_ tile: inout EligibilityTile) {
        for need in tile.needs {
            for candidate in tile.candidates where table[need][candidate] {
                tile.insert(need: need, candidate: candidate)
            }
        }
    }
}

extension SeededGenerator {
    mutating func normal() -> Float {
        (0..<12).reduce(Float(-6)) { sum, _ in sum + Float.random(in: 0..<1, using: &self) }
    }
}

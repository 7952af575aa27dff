import Retrieval
import TestSupport
import Testing

/// The inner loops, in the form for each set of instructions that this processor has.
@Suite struct KernelsTests {
    private static let sizes = [8, 384, 390, 13, 3, 0]

    private func floats(_ count: Int, _ random: inout SeededGenerator) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
    }

    @Test func `There is a form for any processor, and it comes last`() {
        #expect(Kernels.all.last?.name == "portable")
        #expect(Set(Kernels.all.map(\.name)).count == Kernels.all.count)
    }

    @Test(arguments: sizes)
    func `Exact products are the same bits in every form, and those of the sum in lanes`(
        dimension: Int
    ) {
        var random = SeededGenerator(seed: UInt64(dimension))
        for _ in 0..<200 {
            let row = floats(dimension, &random).map(Double.init) + [0]
            let others = (0..<4).map { _ in floats(dimension, &random) + [0] }
            let expected = others.map { other in
                var lanes = [Double](repeating: 0, count: 8)
                for index in 0..<dimension { lanes[index % 8] += row[index] * Double(other[index]) }
                let four = (0..<4).map { lanes[$0] + lanes[$0 + 4] }
                return (four[0] + four[2]) + (four[1] + four[3])
            }
            for form in Kernels.all {
                let found = form.exactProducts(
                    row, others[0], others[1], others[2], others[3], dimension)
                #expect((0..<4).map { found[$0] } == expected, "\(form.name)")
            }
        }
    }

    @Test func `A scan of scores finds those that are marked and reach the threshold`() {
        var random = SeededGenerator(seed: 4)
        for threshold in [-Float.infinity, -0.5, 0, 0.9, .infinity] {
            var scores = floats(1_024, &random)
            scores[5] = threshold
            scores[6] = .nan
            let marked = (0..<16).map {
                $0 == 3 ? 0 : UInt64.random(in: 0...(.max), using: &random)
            }
            let expected = (0..<16).map { word in
                (0..<64).reduce(UInt64(0)) { bits, offset in
                    scores[word * 64 + offset] >= threshold ? bits | 1 << UInt64(offset) : bits
                } & marked[word]
            }
            for form in Kernels.all {
                var reached = [UInt64](repeating: .max, count: 16)
                form.scan(scores, threshold, marked, into: &reached)
                #expect(reached == expected, "\(form.name)")
            }
        }
    }

    @Test func `A scan of products finds all that reach the threshold and little that does not`() {
        var random = SeededGenerator(seed: 5)
        let products = (0..<1_024).map { _ in Int32.random(in: -60_000...60_000, using: &random) }
        let scales = floats(1_024, &random).map { abs($0) / 1_000 }
        let residuals = floats(1_024, &random).map { abs($0) }
        let along = floats(1_024, &random)
        let coarse = Kernels.Coarse(residualWeight: 0.25, centreWeight: -2, threshold: 3)
        let marked = [UInt64](repeating: .max, count: 16)
        for form in Kernels.all {
            var reached = marked
            form.scan(
                products, scales: scales, residuals: residuals, alongCentre: along, coarse, marked,
                into: &reached)
            for position in products.indices {
                let terms = [
                    Double(products[position]) * Double(scales[position]),
                    Double(residuals[position]) * 0.25, Double(along[position]) * -2,
                ]
                let value = terms.reduce(0, +)
                let room = terms.reduce(0) { $0 + abs($1) } * 0x1p-21
                let isReached = reached[position / 64] >> UInt64(position % 64) & 1 == 1
                if value >= 3 + room { #expect(isReached, "\(form.name)") }
                if value < 3 - room { #expect(!isReached, "\(form.name)") }
            }
        }
    }
}

import Encoding
import TestSupport
import Testing

/// How texts are put into batches.
@Suite struct EncodingPlanTests {
    private func texts(seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        return (0..<200).map { _ in
            String(
                repeating: ["a", "é", "mot "].randomElement(using: &random) ?? "a",
                count: .random(in: 0..<60, using: &random))
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func eachTextIsEncodedOnceHoweverOftenItIsGiven(seed: UInt64) {
        let texts = texts(seed: seed)
        let plan = EncodingPlan(texts: texts, batchLimit: 16, sizeLimit: 900)
        #expect(Set(plan.distinct).count == plan.distinct.count)
        #expect(Set(plan.distinct) == Set(texts.filter { !$0.isEmpty }))
        #expect(plan.batches.flatMap(Array.init) == Array(plan.distinct.indices))
        for (text, position) in zip(texts, plan.positions) {
            #expect(position.map { plan.distinct[$0] } ?? "" == text)
        }
        #expect(plan.emptyCount == texts.count { $0.isEmpty })
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func batchesGoFromTheLongestTextsToTheShortestWithinTheirLimits(seed: UInt64) {
        let plan = EncodingPlan(texts: texts(seed: seed), batchLimit: 16, sizeLimit: 900)
        let sizes = plan.distinct.map(\.utf8.count)
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 })
        for batch in plan.batches {
            #expect(batch.count <= 16)
            #expect(batch.count == 1 || sizes[batch].reduce(0, +) <= 900)
        }
    }

    @Test func theOrderOfTheTextsChangesNoBatch() {
        let texts = texts(seed: 3)
        let plan = EncodingPlan(texts: texts, batchLimit: 16, sizeLimit: 900)
        let other = EncodingPlan(texts: texts.reversed(), batchLimit: 16, sizeLimit: 900)
        #expect(plan.distinct == other.distinct && plan.batches == other.batches)
    }
}

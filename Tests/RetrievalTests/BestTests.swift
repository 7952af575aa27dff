import Retrieval
import TestSupport
import Testing

/// What is found is what scoring every pair finds, to the last bit, whichever the first pass.
///
/// 8 bits are tried with plain loops on every machine, and by oneDNN where the processor can:
/// `BadInputTests` says which those are.
@Suite struct BestTests {
    @Test(arguments: Problem.Kind.allCases, FirstPass.available)
    func theBestAreThoseOfScoringEveryPair(kind: Problem.Kind, pass: FirstPass) throws {
        for seed in 0..<24 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var problem = Problem.random(
                kind, needs: [1, 5, 40][Int(seed % 3)],
                candidates: [1, 63, 64, 700, 1_024, 3_000][Int(seed / 3 % 6)],
                dimension: [1, 7, 8, 24, 70][Int(seed % 5)], using: &random)
            if seed % 2 == 1 {
                problem.restrict(to: [0.9, 0.3, 0.02][Int(seed % 3)], using: &random)
            }
            let count = [1, 10, 200, 5_000][Int(seed % 4)]
            let found = try problem.found(count, pass, threads: Int(seed % 3) + 1)
            #expect(found.perNeed == problem.oracle(count), "seed \(seed)")
        }
    }

    @Test(arguments: FirstPass.available)
    func aLargeSearchFindsTheSame(pass: FirstPass) throws {
        for kind in [Problem.Kind.isotropic, .cone, .outliers, .repeated] {
            var random = SeededGenerator(seed: 99)
            var problem = Problem.random(
                kind, needs: 300, candidates: 12_000, dimension: 96, using: &random)
            if kind != .cone { problem.restrict(to: 0.5, using: &random) }
            #expect(try problem.found(50, pass).perNeed == problem.oracle(50), "\(kind)")
        }
    }

    @Test(arguments: FirstPass.available)
    func theNumberOfThreadsChangesNothing(pass: FirstPass) throws {
        var random = SeededGenerator(seed: 5)
        let problem = Problem.random(
            .coarse, needs: 20, candidates: 40_000, dimension: 12, using: &random)
        let one = try problem.found(30, pass, threads: 1).perNeed
        for threads in [2, 3, 8] {
            #expect(try problem.found(30, pass, threads: threads).perNeed == one)
        }
    }

    @Test func mostPairsAreNeverScoredExactly() throws {
        var random = SeededGenerator(seed: 8)
        let problem = Problem.random(
            .cone, needs: 64, candidates: 20_000, dimension: 128, using: &random)
        for pass in FirstPass.available {
            let found = try problem.found(20, pass, threads: 1)
            #expect(found.bounded == 64 * 20_000)
            #expect(found.rescored >= 64 * 20)
            #expect(found.rescored < 64 * 20_000 / 20)
            #expect(found.singlePrecisionTiles == 0)
        }
    }

    @Test func aFirstPassThatTellsNothingApartIsLeftForSinglePrecision() throws {
        var random = SeededGenerator(seed: 11)
        var problem = Problem.random(
            .isotropic, needs: 4, candidates: 30_000, dimension: 64, using: &random)
        let first = problem.candidates[0]
        problem.candidates = problem.candidates.map { row in
            zip(first, row).map { $0 + 0.001 * $1 }
        }
        problem.needs = problem.needs.map { _ in problem.candidates[7] }
        // As many opposite rows leave no centre to take away.
        for index in 0..<30_000 where index % 2 == 0 {
            problem.candidates[index] = problem.candidates[index].map { -$0 }
        }
        let found = try problem.found(10, .plainEightBit, threads: 1)
        #expect(found.singlePrecisionTiles > 0)
        #expect(found.perNeed == problem.oracle(10))
    }
}

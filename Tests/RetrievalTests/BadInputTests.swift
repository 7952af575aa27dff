import Foundation
import Retrieval
import Testing

/// Input that is odd, empty or wrong has a stated answer.
@Suite struct BadInputTests {
    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func aRowThatIsNotFiniteIsRefusedByItsPlace(value: Float) {
        #expect(throws: RetrievalError.notFinite(row: 1)) {
            try Rows([1, 0, 0, value, 1, 1], dimension: 2)
        }
    }

    @Test func valuesThatMakeNoRowsAreRefused() {
        #expect(throws: RetrievalError.self) { try Rows([1, 2, 3], dimension: 2) }
        #expect(throws: RetrievalError.self) { try Rows([], dimension: 0) }
        #expect(throws: RetrievalError.self) { try Rows([], dimension: 65_537) }
    }

    @Test func sidesOfDifferentDimensionsAreRefused() throws {
        let index = try CandidateIndex(Rows([1, 0, 0, 1], dimension: 2))
        #expect(
            throws: RetrievalError.shape(
                expected: "needs of 2 dimensions, as the candidates", found: "4")
        ) {
            try index.best(1, for: Rows([1, 0, 0, 1], dimension: 4))
        }
    }

    @Test(arguments: FirstPass.available)
    func emptySidesFindNothing(pass: FirstPass) throws {
        let none = try Rows([], dimension: 2)
        let some = try Rows([1, 0, 0, 1], dimension: 2)
        #expect(try CandidateIndex(none, firstPass: pass).best(3, for: some).perNeed == [[], []])
        #expect(try CandidateIndex(some, firstPass: pass).best(3, for: none).perNeed == [])
        #expect(try CandidateIndex(some, firstPass: pass).best(0, for: some).perNeed == [[], []])
        #expect(try CandidateIndex(some, firstPass: pass).best(-1, for: some).perNeed == [[], []])
    }

    @Test(arguments: FirstPass.available)
    func moreThanThereAreIsAllThereAre(pass: FirstPass) throws {
        let rows = try Rows([1, 0, 0, 1, 2, 0], dimension: 2)
        let found = try CandidateIndex(rows, firstPass: pass).best(100, for: rows)
        #expect(found.perNeed.map { $0.map(\.candidate) } == [[2, 0, 1], [1, 0, 2], [2, 0, 1]])
    }

    @Test(arguments: FirstPass.available)
    func aNeedWithNobodyEligibleGetsNobody(pass: FirstPass) throws {
        let rows = try Rows([1, 0, 0, 1, 2, 0], dimension: 2)
        let table = [[false, false, false], [true, false, true], [false, false, false]]
        let found = try CandidateIndex(rows, firstPass: pass)
            .best(2, for: rows, eligibility: Pairs(table: table))
        #expect(found.perNeed.map { $0.map(\.candidate) } == [[], [0, 2], []])
        #expect(found.bounded == 2)
    }

    @Test(arguments: FirstPass.available)
    func aZeroNeedGetsTheFirstCandidates(pass: FirstPass) throws {
        let rows = try Rows((0..<5_000).map { Float($0 % 7) - 3 }, dimension: 2)
        let found = try CandidateIndex(rows, firstPass: pass)
            .best(3, for: Rows([0, 0], dimension: 2))
        #expect(found.perNeed == [(0..<3).map { Hit(candidate: $0, score: 0) }])
        #expect(found.perNeed[0].allSatisfy { $0.score.sign == .plus })
        #expect(found.rescored == 0)
    }

    @Test(arguments: FirstPass.available)
    func equalScoresGoToTheFirstCandidates(pass: FirstPass) throws {
        let rows = try Rows([Float](repeating: 0.25, count: 6_000 * 8), dimension: 8)
        let found = try CandidateIndex(rows, firstPass: pass)
            .best(40, for: Rows([Float](repeating: 0.5, count: 8), dimension: 8))
        #expect(found.perNeed == [(0..<40).map { Hit(candidate: $0, score: 1) }])
    }

    @Test func theLibrariesAreNamed() {
        #expect(FirstPass.singlePrecision.library != "")
        #expect(FirstPass.eightBit.library.contains("oneDNN"))
        #expect(FirstPass.plainEightBit.library.contains("no library"))
    }

    #if arch(x86_64)
        /// oneDNN is installed by `jobs/setup --tests`; what the processor can do is its own word.
        /// Whether the library uses VNNI without AVX-512 depends on its version.
        @Test func eightBitsServeWhereTheProcessorSumsThemIn32() throws {
            let flags = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
                .split(whereSeparator: \.isWhitespace)
            let rows = try Rows([1, 0, 0, 1], dimension: 2)
            if flags.contains("avx512_vnni") {
                #expect(FirstPass.unavailable == nil)
                #expect(FirstPass.fastest == .eightBit)
                #expect(try CandidateIndex(rows).firstPass == .eightBit)
            } else if !flags.contains("avx_vnni") {
                let reason = try #require(FirstPass.unavailable)
                #expect(reason.contains("VNNI"))
                #expect(FirstPass.fastest == .singlePrecision)
                #expect(try CandidateIndex(rows).firstPass == .singlePrecision)
                #expect(throws: RetrievalError.self) {
                    try CandidateIndex(rows, firstPass: .eightBit)
                }
            }
        }
    #endif
}

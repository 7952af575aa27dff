import Foundation
import Market
import Solving
import TestSupport
import Testing

/// Solvers that die, hang, eat memory or answer nonsense.
@Suite struct FailingSolverTests {
    private static func problem(_ seed: UInt64) -> BidProblem {
        var random = SeededGenerator(seed: seed)
        return .network(members: 12, lots: 2, using: &random)
    }

    private static func limits(
        _ ways: [Solvers.Way], seconds: Double = 300, megabytes: Int = 2_048
    ) -> FormLimits {
        FormLimits(
            seconds: seconds, nodes: 1_000_000,
            solvers: Solvers(
                highs: packageRoot.appending(path: "var/highsbox/libhighs.so").path,
                megabytes: megabytes, ways: ways))
    }

    @Test(arguments: [Solvers.Way.dying, .talkingNonsense])
    func `what one solver fails at, the next one solves`(way: Solvers.Way) throws {
        for seed in 50_000..<50_004 as Range<UInt64> {
            let problem = Self.problem(seed)
            let plain = try form(problem, limits: Self.limits([.cbc]))
            let after = try form(problem, limits: Self.limits([way, .cbc]))
            #expect(after.work == plain.work && after.lots == plain.lots)
            #expect(after.proofs.map(\.found) == plain.proofs.map(\.found))
        }
    }

    @Test func `a solver that eats memory ends before the machine does`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1), .lot(2)], candidates: [.example("a"), .example("b")])
        let plan = try form(problem, limits: Self.limits([.eatingMemory, .cbc], megabytes: 1_024))
        #expect(plan.status == .optimal && plan.lots == ["l1", "l2"])
    }

    @Test func `a solver that hangs is given up`() throws {
        let lots = [Need.lot(1, budget: 100_000), .lot(2, budget: 150_000)]
        let problem = BidProblem.example(lots: lots, candidates: [.example("a"), .example("b")])
        let plan = try form(problem, limits: Self.limits([.hanging, .cbc], seconds: 0.4))
        // What is found by then is found by the others, or not at all; the search ends.
        #expect(plan.shortfalls.allSatisfy { !$0.causes.isEmpty })
    }

    @Test func `a tender that no solver can solve keeps no other from being solved`() throws {
        let seeds = 50_000..<50_004 as Range<UInt64>
        let problems = seeds.map { Self.problem($0).named("t\($0)") }
        let plans = formAll(problems, limits: Self.limits([.dying]))
        #expect(plans.count == problems.count)
        #expect(plans.allSatisfy { $0.status == .none && !$0.shortfalls.isEmpty })
    }

    @Test func `both solvers prove the same optima`() throws {
        for seed in 50_010..<50_030 as Range<UInt64> {
            let problem = Self.problem(seed)
            let found = try [Solvers.Way.cbc, .cbcOtherwise, .highs].map {
                try form(problem, limits: Self.limits([$0])).proofs
            }
            #expect(Set(found.map { $0.map(\.found) }).count == 1, "seed \(seed)")
            #expect(found.allSatisfy { $0.allSatisfy(\.isProven) })
        }
    }

    @Test func `who asks the program to stop ends solvers that hang`() async throws {
        let stop = SolvingStop()
        let limits = FormLimits(
            seconds: 300, nodes: 1_000_000, solvers: Solvers(ways: [.hanging], stop: stop))
        let began = SolverTally.current.programmes
        async let plans = formAll([Self.problem(50_001)], limits: limits)
        while SolverTally.current.programmes == began { await Task.yield() }
        stop.stop()
        #expect(await plans.first?.status == BidPlan.Status.none)
    }

    @Test func `a solver that is not installed is passed over, and named`() throws {
        let nowhere = Solvers(highs: "/nowhere/libhighs.so", ways: [.highs, .cbc])
        let limits = FormLimits(seconds: 300, nodes: 1_000_000, solvers: nowhere)
        let problem = BidProblem.example(
            lots: [.lot(1), .lot(2)], candidates: [.example("a"), .example("b")])
        #expect(try form(problem, limits: limits).status == .optimal)
        let missing = try nowhere.missing()
        #expect(missing.isEmpty || missing == ["HiGHS"])
    }
}

extension BidProblem {
    fileprivate func named(_ id: String) -> BidProblem {
        BidProblem(
            tender: Tender(id: id, title: id, buyer: "", deadline: tender.deadline),
            lots: lots, members: members, refusals: refusals, together: together)
    }
}

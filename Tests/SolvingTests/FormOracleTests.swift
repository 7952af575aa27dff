import Market
import Solving
import TestSupport
import Testing

@Suite struct FormOracleTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `no bid is worth more, or cheaper, or smaller at the same price`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, limits: .ample)
        let best = BidOracle(problem: problem).best()
        #expect(plan.value.cents == -best.lostValue)
        #expect(plan.cost.cents == best.cost)
        #expect(plan.members.count == best.members)
        #expect(plan.status == (best.lostValue == 0 ? .none : .optimal))
        #expect(plan.lots.count + plan.shortfalls.count == problem.lots.count)
        #expect(plan.shortfalls.allSatisfy { !$0.causes.isEmpty })
    }
}

import Market
import Solving
import TestSupport
import Testing

@Suite struct FormOracleTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `no bid of up to five members answers the wishes better`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        try agree(on: .random(using: &random), order: BidObjective.allCases)
    }

    @Test(arguments: 10_000..<10_200 as Range<UInt64>)
    func `no bid of up to eight members answers the wishes better`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        try agree(
            on: .random(members: 5...8, using: &random), order: BidObjective.allCases)
    }

    @Test(arguments: 20_000..<20_100 as Range<UInt64>)
    func `wishes in another order are kept as well`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let order =
            [.value]
            + [BidObjective.fit, .ties, .price, .members, .lead].shuffled(using: &random)
        try agree(on: .random(using: &random), order: order)
    }

    @Test(arguments: 25_000..<25_200 as Range<UInt64>)
    func `references count as they are written to`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random).withReferences(using: &random)
        try agree(on: problem, order: BidObjective.allCases)
    }

    @Test(arguments: 26_000..<26_200 as Range<UInt64>)
    func `ties count only for a real share`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(members: 2...6, using: &random)
        try agree(on: problem, order: [.value, .ties, .fit, .price], tieDays: 1, tieShare: 0.5)
    }

    private func agree(
        on problem: BidProblem, order: [BidObjective], tieDays: Double = 2, tieShare: Double = 0.05
    ) throws {
        let policy = FormPolicy(
            wishes: .inOrder(order), tieDays: tieDays, tieShare: tieShare)
        let plan = try form(problem, policy: policy, limits: .ample)
        let best = BidOracle(
            problem: problem, order: order, tieDays: tieDays, tieShare: tieShare
        ).best()
        #expect(plan.value.cents == -best.lostValue)
        #expect(found(.fit, plan) == -best.lostFit)
        #expect(found(.ties, plan) == -best.lostTies)
        #expect(plan.cost.cents == best.cost)
        if order.contains(.members) { #expect(plan.members.count == best.members) }
        let lead = plan.members.first { $0.member == plan.lead }
        if order.contains(.lead) { #expect((lead?.days ?? 0) * 2 == Double(-best.lostLead)) }
        #expect((plan.lead == nil) == plan.work.isEmpty)
        #expect(plan.status == (best.lostValue == 0 ? .none : .optimal))
        #expect(plan.lots.count + plan.shortfalls.count == problem.lots.count)
        #expect(plan.shortfalls.allSatisfy { !$0.causes.isEmpty })
    }

    private func found(_ objective: BidPlan.Proof.Objective, _ plan: BidPlan) -> Int {
        plan.proofs.first { $0.objective == objective }.map { Int($0.found) } ?? 0
    }
}

import Market
import Solving
import TestSupport
import Testing

@Suite struct VariantTests {
    @Test(arguments: 7_000..<7_060 as Range<UInt64>)
    func `other teams differ by two members and are no better`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(members: 4...8, using: &random)
        let plan = try form(problem, policy: FormPolicy(alternatives: 2), limits: .ample)
        var teams = [Set(plan.members.map(\.member))]
        for other in plan.alternatives {
            let team = Set(other.members.map(\.member))
            for earlier in teams {
                #expect(earlier.intersection(team).count <= max(0, earlier.count - 2))
            }
            teams.append(team)
            #expect(other.status == .optimal && !other.isBetter(than: plan))
        }
        if plan.alternatives.count == 2 {
            #expect(!plan.alternatives[1].isBetter(than: plan.alternatives[0]))
        }
    }

    @Test(arguments: 8_000..<8_060 as Range<UInt64>)
    func `a repaired bid is worth as much as any without the member`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, policy: FormPolicy(substitutes: true), limits: .ample)
        #expect(plan.substitutes.map(\.member) == plan.members.map(\.member))
        for substitute in plan.substitutes {
            let others = BidProblem(
                tender: problem.tender,
                lots: problem.lots,
                members: problem.members.filter { $0.candidate.member != substitute.member },
                refusals: problem.refusals, together: problem.together)
            #expect(!substitute.plan.members.contains { $0.member == substitute.member })
            // Lots without a budget are worth days at the median rate of all, who declines too.
            let oracle = BidOracle(problem: problem)
            func worth(_ lots: [Need.ID]) -> Int {
                problem.lots.filter { lots.contains($0.id) }.reduce(0) {
                    $0 + oracle.worth(of: $1)
                }
            }
            let best = try form(others, limits: .ample)
            #expect(substitute.plan.value.cents == worth(substitute.plan.lots))
            #expect(worth(substitute.plan.lots) >= worth(best.lots))
            #expect(substitute.plan.isEstablished)
            #expect(substitute.gained.allSatisfy { !plan.lots.contains($0) })
            let team = Set(plan.members.map(\.member)).subtracting([substitute.member])
            if worth(substitute.plan.lots) == worth(best.lots) {
                #expect(
                    changes(from: team, to: substitute.plan) <= changes(from: team, to: best))
            }
            let again = try repair(
                plan.members.map(\.member), without: substitute.member, in: problem,
                limits: .ample)
            #expect(again.work == substitute.plan.work)
            #expect(again.lots.count + again.shortfalls.count == problem.lots.count)
        }
    }

    private func changes(from team: Set<String>, to plan: BidPlan) -> Int {
        team.symmetricDifference(plan.members.map(\.member)).count
    }

    @Test func `somebody who declines is replaced by one other, the rest stays`() throws {
        let problem = BidProblem.example(
            lots: [
                .lot(1, skills: [AskedSkill(skill: "s0", days: 4)], budget: 1_000_000),
                .lot(2, skills: [AskedSkill(skill: "s1", days: 4)], budget: 1_000_000),
            ],
            candidates: [
                .example("a", skills: [HeldSkill(skill: "s0", level: 5)]),
                .example("b", skills: [HeldSkill(skill: "s1", level: 5)]),
                .example("c", skills: [HeldSkill(skill: "s1", level: 4)]),
                .example(
                    "d",
                    skills: [HeldSkill(skill: "s0", level: 3), HeldSkill(skill: "s1", level: 3)]),
            ])
        let plan = try repair(["a", "b"], without: "b", in: problem, limits: .ample)
        #expect(plan.members.map(\.member) == ["a", "c"] && plan.lots == ["l1", "l2"])
    }

    @Test func `a calendar may be promised more than once where not every bid is won`() throws {
        let problems = ["early", "late"].enumerated().map { index, id in
            BidProblem.example(
                lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 12)])],
                candidates: [.example("a")], id: id, deadline: .autumn(index))
        }
        // Twenty days are free; twenty-four are wanted.
        let exclusive = formAll(problems, limits: .ample)
        #expect(exclusive.map(\.status) == [.optimal, .none])
        let overlapping = formAll(problems, policy: FormPolicy(overlap: 1.2), limits: .ample)
        #expect(overlapping.map(\.status) == [.optimal, .optimal])
        #expect(overlapping.map { $0.competing.map(\.tender) } == [["late"], ["early"]])
        let once = formAll(problems, policy: FormPolicy(overlap: 1.1), limits: .ample)
        #expect(once.map(\.status) == [.optimal, .none])
    }

    @Test func `no bid promises a day twice within itself, whatever may overlap`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 25)])],
            candidates: [.example("a")])
        let plan = try form(problem, policy: FormPolicy(overlap: 3), limits: .ample)
        #expect(plan.status == .none)
    }

    @Test(arguments: 9_000..<9_040 as Range<UInt64>)
    func `weights that rank far apart choose as the order does`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, limits: .ample)
        let weighted = try form(
            problem, policy: FormPolicy(wishes: .weighted([.value: 1])), limits: .ample)
        #expect(weighted.value == plan.value)
        #expect(weighted.proofs.allSatisfy { $0.objective == .weighted })
        #expect(weighted.status == plan.status)
    }

    @Test func `a price that weighs enough wins over fit`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, budget: 1_000_000)],
            candidates: [
                .example("able", skills: [HeldSkill(skill: "s0", level: 5)], rate: 80_000),
                .example("cheap", rate: 40_000),
            ])
        func team(_ weights: [BidObjective: Double]) throws -> [String] {
            try form(problem, policy: FormPolicy(wishes: .weighted(weights)), limits: .ample)
                .members.map(\.member)
        }
        #expect(try form(problem, limits: .ample).members.map(\.member) == ["able"])
        #expect(try team([.value: 1, .fit: 0.1, .price: 0.5]) == ["cheap"])
        #expect(try team([.value: 1, .fit: 0.9, .price: 0.1]) == ["able"])
    }

    @Test func `the same problem gives the same model, byte for byte`() throws {
        var random = SeededGenerator(seed: 1)
        let problem = BidProblem.network(members: 30, lots: 3, using: &random)
        let models = try bidModels(problem, limits: .ample)
        let again = try bidModels(problem.shuffled(using: &random), limits: .ample)
        #expect(models.map(\.mps) == again.map(\.mps))
        #expect(models.map(\.objective) == [.value, .fit, .ties, .price, .members, .lead])
        #expect(models.allSatisfy { $0.mps.hasSuffix("ENDATA\n") })
    }
}

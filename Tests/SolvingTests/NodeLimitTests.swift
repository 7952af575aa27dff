import Market
import Solving
import TestSupport
import Testing

/// Searches that a limit on nodes ends early: the best found, with its gap.
@Suite struct NodeLimitTests {
    @Test func `a search that is cut short says how far it may be from the best`() throws {
        var cut = 0
        for seed in 41_000..<41_030 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let problem = BidProblem.network(members: 30, lots: 3, using: &random)
            let limits = FormLimits(seconds: 300, nodes: 1)
            let plan = try form(problem, limits: limits)
            #expect(try form(problem, limits: limits).proofs == plan.proofs)
            guard plan.status == .feasible else { continue }
            cut += 1
            let open = plan.proofs.filter { !$0.isProven }
            #expect(!open.isEmpty)
            for proof in open {
                switch proof.objective {
                case .price, .members: #expect(proof.bound <= proof.found + 1e-6)
                default: #expect(proof.bound >= proof.found - 1e-6)
                }
            }
            let gap = try #require(plan.gap)
            #expect(gap > 0)
            // What was left open is no worse once it is proven.
            let best = try form(problem, limits: .ample)
            #expect(best.status == .optimal && best.value >= plan.value)
            let first = try #require(open.first)
            let proven = try #require(best.proofs.first { $0.objective == first.objective })
            let isLess = first.objective == .price || first.objective == .members
            if plan.proofs.prefix(while: \.isProven).elementsEqual(
                best.proofs.prefix(while: { $0.objective != first.objective }),
                by: { $0.found == $1.found })
            {
                #expect(isLess ? proven.found <= first.found : proven.found >= first.found)
                #expect(
                    isLess ? proven.found >= first.bound - 1e-6 : proven.found <= first.bound + 1e-6
                )
            }
        }
        print("form: \(cut) of 30 searches were cut short by one node")
        #expect(cut > 0)
    }
}

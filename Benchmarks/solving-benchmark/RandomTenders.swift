internal import Foundation
internal import Market
internal import Parallel
internal import Solving
internal import TestSupport

/// Tenders of 2 to 80 members, drawn at random and solved as a night would: how many need a second
/// solver, and how many none can solve.
struct RandomTenders {
    let tenders: Int
    let first: Int

    func print() {
        let began = ContinuousClock.now
        var (bids, proven, unsolved) = (0, 0, 0)
        let atOnce = 250
        for start in stride(from: 0, to: tenders, by: atOnce) {
            let count = min(atOnce, tenders - start)
            let statuses = Threads.map(count) { number -> (BidPlan.Status?) in
                var random = SeededGenerator(seed: UInt64(first + start + number))
                let problem = BidProblem.drawn(using: &random)
                // A short while each: what a solver dies of comes early.
                let limits = FormLimits(
                    seconds: 2, nodes: 200, solvers: Solvers(highs: highsLibrary))
                return try? form(problem, limits: limits).status
            }
            bids += statuses.count { $0 == .optimal || $0 == .feasible }
            proven += statuses.count { $0 == .optimal }
            unsolved += statuses.count { $0 == nil }
            let tally = SolverTally.current
            Swift.print(
                "\(start + count) tenders in \(ContinuousClock.now - began): \(bids) bids,",
                "\(proven) proven, \(unsolved) not solved; of \(tally.programmes) programmes",
                "\(tally.solvedOtherwise) by a second solver, \(tally.unsolved) by none;",
                "failures: \(tally.failures)")
            fflush(nil)
        }
    }
}

extension BidProblem {
    /// A tender with skills asked at no level, rates and budgets to the cent, and few or many members.
    fileprivate static func drawn(using random: inout SeededGenerator) -> BidProblem {
        let problem = network(
            members: .random(in: 2...80, using: &random), lots: .random(in: 1...3, using: &random),
            using: &random)
        let lots = problem.lots.map { lot in
            var lot = lot
            lot.skills = lot.skills.map {
                AskedSkill(
                    skill: $0.skill, level: Bool.random(using: &random) ? $0.level : nil,
                    days: Double(Int.random(in: 2...30, using: &random)) / 2)
            }
            lot.budget =
                Bool.random(using: &random)
                ? lot.budget.map { $0 + Money(cents: .random(in: 0...9_999, using: &random)) } : nil
            return lot
        }
        let members = problem.members.map { member in
            var candidate = member.candidate
            candidate.rate = Money(cents: .random(in: 30_000...70_000, using: &random))
            return BidMember(
                candidate: candidate, lots: member.lots, fit: member.fit,
                isNewcomer: member.isNewcomer)
        }
        return BidProblem(
            tender: problem.tender, lots: lots, members: members, refusals: problem.refusals,
            together: problem.together)
    }
}

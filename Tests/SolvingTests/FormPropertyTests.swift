import Market
import Solving
import TestSupport
import Testing

@Suite struct FormPropertyTests {
    @Test(arguments: 1_000..<1_400 as Range<UInt64>)
    func `a plan keeps every rule and adds up to the cent`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, limits: .ample)
        let lots = Dictionary(uniqueKeysWithValues: problem.lots.map { ($0.id, $0) })
        let people = Dictionary(
            uniqueKeysWithValues: problem.members.map { ($0.candidate.member, $0) })

        for id in plan.lots {
            let lot = try #require(lots[id])
            let work = plan.work.filter { $0.lot == id }
            for asked in lot.skills {
                let done = work.filter { $0.skill == asked.skill && $0.level == asked.level }
                #expect(done.reduce(0) { $0 + $1.days } == asked.days)
            }
            let price = work.reduce(Money.zero) { $0 + $1.amount }
            if let budget = lot.budget { #expect(price <= budget) }
        }
        for work in plan.work {
            let member = try #require(people[work.member])
            #expect(plan.lots.contains(work.lot) && member.lots.contains(work.lot))
            #expect(work.days > 0 && (work.days * 2).rounded() == work.days * 2)
            #expect(work.amount == work.rate * work.days && work.rate == member.candidate.rate)
            #expect(
                member.candidate.skills.contains {
                    $0.skill == work.skill && $0.reaches(work.level)
                })
            #expect(member.candidate.consentsToBids)
        }
        #expect(plan.cost == plan.work.reduce(.zero) { $0 + $1.amount })
        #expect(plan.cost == plan.members.reduce(.zero) { $0 + $1.amount })
        #expect(Set(plan.work.map(\.member)) == Set(plan.members.map(\.member)))
        if let most = problem.tender.membersMax { #expect(plan.members.count <= most) }
        let group = plan.members.map(\.member)
        #expect(
            !problem.refusals.contains { group.contains($0.first) && group.contains($0.second) })
        let leaders = plan.members.filter { people[$0.member]?.candidate.leadsBids ?? false }
        #expect(
            plan.members.first { $0.member == plan.lead }?.days == leaders.map(\.days).max())
        for member in plan.members {
            #expect(member.days >= people[member.member]?.candidate.bidDaysMin ?? 0.5)
        }
        for member in problem.members { expectFree(member, for: [(plan, problem)]) }
    }

    @Test(arguments: 100_000..<100_200 as Range<UInt64>)
    func `the order of lots and members changes nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, limits: .ample)
        let again = try form(problem.shuffled(using: &random), limits: .ample)
        #expect(plan.lots == again.lots && plan.work == again.work && plan.lead == again.lead)
        #expect(plan.members == again.members && plan.proofs == again.proofs)
        #expect(plan.shortfalls == again.shortfalls && plan.leftOut == again.leftOut)
    }

    @Test(arguments: 110_000..<110_200 as Range<UInt64>)
    func `one more member never makes a bid with published budgets worse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random).published(using: &random)
        let fewer = BidProblem(
            tender: problem.tender, lots: problem.lots, members: problem.members.dropLast(),
            refusals: problem.refusals, together: problem.together)
        let (large, small) = (try form(problem, limits: .ample), try form(fewer, limits: .ample))
        #expect(!small.isBetter(than: large))
    }

    @Test(arguments: 120_000..<120_200 as Range<UInt64>)
    func `a rule less never makes a bid worse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        let plan = try form(problem, limits: .ample)
        let eased = try #require(problem.eased().randomElement(using: &random))
        #expect(!plan.isBetter(than: try form(eased, limits: .ample)))
    }

    @Test(arguments: 4_000..<4_040 as Range<UInt64>)
    func `no day is promised to two tenders`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let base = BidProblem.random(using: &random)
        let problems = (0..<3).map { number in
            let other = BidProblem.random(using: &random)
            return BidProblem(
                tender: Tender(
                    id: "t\(number)", title: "Tender \(number)", buyer: "Buyer",
                    deadline: Deadline(.autumn(-number))),
                lots: other.lots,
                members: base.members.map {
                    BidMember(
                        candidate: $0.candidate, lots: Set(other.lots.map(\.id)),
                        promised: $0.promised)
                })
        }
        let plans = formAll(problems, limits: .ample)
        #expect(plans.map(\.tender) == ["t2", "t1", "t0"])
        let done = try plans.map { plan in
            (plan, try #require(problems.first { $0.tender.id == plan.tender }))
        }
        for member in base.members { expectFree(member, for: done) }
    }

    /// Checks every stretch of days against all work of the member that must lie within it.
    private func expectFree(_ member: BidMember, for done: [(BidPlan, BidProblem)]) {
        let work = done.flatMap { plan, problem in
            plan.work.filter { $0.member == member.candidate.member }.compactMap { work in
                problem.lots.first { $0.id == work.lot }?.window.map { ($0, work.days) }
            }
        }
        guard !work.isEmpty else { return }
        let all = work + member.promised.map { ($0.window, $0.days) }
        for first in 0..<20 {
            for last in first..<20 {
                let stretch = Period.autumn(first, last)
                // Promises that never were possible are not this plan's doing.
                guard work.contains(where: { $0.0.intersection(stretch) == $0.0 }) else { continue }
                let days = all.filter { $0.0.intersection(stretch) == $0.0 }
                    .reduce(0) { $0 + $1.1 }
                let free = member.candidate.calendar.freeDays(within: stretch) ?? 0
                #expect(days <= free + 1e-6)
            }
        }
    }
}

extension BidPlan {
    /// Whether this plan is strictly better, by what was found of each objective in order.
    func isBetter(than other: BidPlan) -> Bool {
        wishes.lexicographicallyPrecedes(other.wishes)
    }

    /// The lower the better.
    private var wishes: [Double] {
        func found(_ objective: Proof.Objective) -> Double {
            proofs.first { $0.objective == objective }?.found ?? 0
        }
        return [
            -found(.value), -found(.fit), -found(.ties), found(.price), found(.members),
            -found(.lead),
        ]
    }
}

extension BidProblem {
    /// The problem with a budget for every lot.
    fileprivate func published(using random: inout some RandomNumberGenerator) -> BidProblem {
        BidProblem(
            tender: tender,
            lots: lots.map {
                var lot = $0
                lot.budget =
                    lot.budget ?? Money(cents: .random(in: 4...20, using: &random) * 10_000)
                return lot
            }, members: members, refusals: refusals, together: together)
    }

    /// The problem with one rule less, for each rule.
    fileprivate func eased() -> [BidProblem] {
        func changed(
            lots: [Need]? = nil, refusals: Set<MemberPair>? = nil,
            people: (inout Candidate) -> Void = { _ in },
            rule ease: (inout Tender) -> Void = { _ in }
        ) -> BidProblem {
            var tender = tender
            ease(&tender)
            return BidProblem(
                tender: tender, lots: lots ?? self.lots,
                members: members.map {
                    var candidate = $0.candidate
                    people(&candidate)
                    return BidMember(
                        candidate: candidate, lots: $0.lots, fit: $0.fit,
                        isNewcomer: $0.isNewcomer, promised: $0.promised)
                }, refusals: refusals ?? self.refusals, together: together)
        }
        return [
            changed(rule: { $0.membersMax = nil }),
            changed(rule: { $0.turnoverMin = nil }),
            changed(rule: { $0.certifications = [] }),
            changed(rule: { $0.memberCertifications = [] }),
            changed(rule: { $0.insuranceMin = nil }),
            changed(refusals: []),
            changed(people: { $0.bidDaysMin = nil }),
            changed(people: { $0.leadsBids = true }),
            changed(
                lots: lots.map {
                    var lot = $0
                    lot.certifications = []
                    return lot
                }),
        ]
    }
}

import Market
import Solving
import TestSupport
import Testing

@Suite struct ShortfallTests {
    @Test(arguments: 5_000..<5_200 as Range<UInt64>)
    func `what a lot lacks is enough when granted`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random)
        for shortfall in try form(problem, limits: .ample).shortfalls {
            guard let lot = problem.lots.first(where: { $0.id == shortfall.lot }) else {
                Issue.record("a shortfall of no lot")
                continue
            }
            let granted = problem.granting(shortfall.causes, to: lot)
            // Where nothing of the work is left, there is nothing to bid for.
            guard !granted.lots[0].skills.isEmpty else { continue }
            #expect(try form(granted, limits: .ample).lots == [lot.id], "\(shortfall)")
        }
    }

    @Test func `days that nobody has`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", level: 3, days: 30)])],
            candidates: [.example("a"), .example("b", daysPerWeek: 1)])
        // Four weeks: 20 days and 4 days.
        #expect(
            try causes(of: problem) == [
                .days(skill: "s0", level: 3, asked: 30, missing: 6, qualified: 2, nearest: [])
            ])
    }

    @Test func `a skill that nobody holds at the level asked`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", level: 5, days: 3)])],
            candidates: [.example("a")])
        #expect(
            try causes(of: problem) == [
                .days(
                    skill: "s0", level: 5, asked: 3, missing: 3, qualified: 0,
                    nearest: [.init(member: "a", level: 3, freeDays: 20)])
            ])
    }

    @Test func `a budget below the cheapest group`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, budget: 150_000)],
            candidates: [.example("a"), .example("b", rate: 45_000)])
        #expect(
            try causes(of: problem) == [
                .budget(published: Money(cents: 150_000), needed: Money(cents: 180_000))
            ])
    }

    @Test func `a budget of zero is no budget for anybody who costs`() throws {
        let problem = BidProblem.example(lots: [.lot(1, budget: 0)], candidates: [.example("a")])
        #expect(
            try causes(of: problem) == [.budget(published: .zero, needed: Money(cents: 200_000))])
    }

    @Test func `a group that would be too large`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 50)])],
            candidates: ["a", "b", "c", "d"].map { .example($0) }, membersMax: 2)
        #expect(try causes(of: problem) == [.size(most: 2, needed: 3)])
    }

    @Test func `a turnover that is not reached`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1)],
            candidates: [.example("a", turnover: 3_000), .example("b", turnover: 4_000)],
            turnoverMin: 10_000)
        #expect(
            try causes(of: problem) == [
                .turnover(lowest: Money(cents: 10_000), reached: Money(cents: 7_000))
            ])
    }

    @Test func `a certification that nobody holds`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1)], candidates: [.example("a", certifications: ["other"])],
            certifications: ["other", "qualiopi"])
        #expect(try causes(of: problem) == [.certifications(missing: ["qualiopi"])])
    }

    @Test func `a certification that a lot asks for by itself`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, certifications: ["iso27001"])], candidates: [.example("a")])
        #expect(try causes(of: problem) == [.certifications(missing: ["iso27001"])])
    }

    @Test func `a certification that not every member holds`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 30)])],
            candidates: [.example("a", certifications: ["qualiopi"]), .example("b")],
            memberCertifications: ["qualiopi"])
        #expect(try causes(of: problem) == [.memberCertifications(["qualiopi"])])
        #expect(
            try form(problem, limits: .ample).leftOut.map(\.reason) == [.certifications])
    }

    @Test func `members who are not insured for enough`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1)], candidates: [.example("a", insurance: 10_000_000)],
            insuranceMin: 50_000_000)
        #expect(
            try causes(of: problem) == [.insurance(least: Money(cents: 50_000_000))])
    }

    @Test func `a share smaller than a member accepts`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1)], candidates: [.example("a", bidDaysMin: 10)])
        #expect(try causes(of: problem) == [.smallestShares])
    }

    @Test func `a group that nobody accepts to lead`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1)], candidates: [.example("a", leads: false), .example("b", leads: false)])
        #expect(try causes(of: problem) == [.lead])
    }

    @Test func `members who refuse one another`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 30)])],
            candidates: [.example("a"), .example("b")], refusals: [MemberPair("a", "b")])
        #expect(try causes(of: problem) == [.refusals(pairs: 1)])
    }

    @Test func `where either of two causes would do, both are named`() throws {
        let problem = BidProblem.example(
            lots: [.lot(1, budget: 180_000)],
            candidates: [
                .example("a", rate: 40_000), .example("b", certifications: ["qualiopi"]),
            ], memberCertifications: ["qualiopi"])
        let shortfall = try #require(try form(problem, limits: .ample).shortfalls.first)
        #expect(
            shortfall.causes == [
                .memberCertifications(["qualiopi"]),
                .budget(published: Money(cents: 180_000), needed: Money(cents: 200_000)),
            ])
        #expect(shortfall.eachWouldDo)
    }

    @Test func `only the lot that is really in the way is named`() throws {
        func lot(_ number: Int, _ skill: Skill.ID, days: Double, budget: Int) -> Need {
            .lot(number, skills: [AskedSkill(skill: skill, days: days)], budget: budget)
        }
        let problem = BidProblem.example(
            lots: [
                lot(1, "s0", days: 15, budget: 2_000_000),
                lot(2, "s1", days: 15, budget: 2_000_000),
                lot(3, "s1", days: 10, budget: 1_000_000),
            ],
            candidates: [
                .example("a"), .example("b", skills: [HeldSkill(skill: "s1", level: 3)]),
            ])
        #expect(
            try form(problem, limits: .ample).shortfalls.map(\.causes) == [[.otherLots(["l2"])]])
    }

    @Test func `only who could help has days that are in the way`() throws {
        let lot = Need.lot(1, skills: [AskedSkill(skill: "s0", days: 15)])
        func member(_ id: String, _ skill: Skill.ID, promisedTo tender: Tender.ID) -> BidMember {
            BidMember(
                candidate: .example(id, skills: [HeldSkill(skill: skill, level: 3)]), lots: ["l1"],
                promised: [BidMember.Promise(tender: tender, window: .autumn(0, 27), days: 15)])
        }
        let example = BidProblem.example(lots: [lot], candidates: [])
        let problem = BidProblem(
            tender: example.tender, lots: [lot],
            members: [
                member("a", "s0", promisedTo: "x"), member("b", "s1", promisedTo: "y"),
            ])
        #expect(
            try form(problem, limits: .ample).shortfalls.map(\.causes) == [[.promised(to: ["x"])]])
    }

    @Test func `days that an earlier bid was promised`() throws {
        let problems = [("late", 5), ("early", 2)].map { id, deadline in
            BidProblem.example(
                lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: 15)])],
                candidates: [.example("a")], id: id, deadline: .autumn(deadline))
        }
        let plans = formAll(problems, limits: .ample)
        #expect(plans.map(\.status) == [.optimal, .none])
        #expect(plans[1].shortfalls.map(\.causes) == [[.promised(to: ["early"])]])
    }

    @Test func `a lot that is possible only without the others`() throws {
        let problem = BidProblem.example(
            lots: [
                .lot(1, skills: [AskedSkill(skill: "s0", days: 15)], budget: 900_000),
                .lot(2, skills: [AskedSkill(skill: "s0", days: 10)], budget: 600_000),
            ], candidates: [.example("a")])
        let plan = try form(problem, limits: .ample)
        #expect(plan.lots == ["l1"])
        #expect(plan.shortfalls.map(\.causes) == [[.otherLots(["l1"])]])
    }

    private func causes(of problem: BidProblem) throws -> [Shortfall] {
        let plan = try form(problem, limits: .ample)
        #expect(plan.status == .none && plan.work.isEmpty && plan.lead == nil)
        return try #require(plan.shortfalls.first).causes
    }
}

extension BidProblem {
    /// The problem of one lot, with what it lacks granted.
    fileprivate func granting(_ causes: [Shortfall], to lot: Need) -> BidProblem {
        var lot = lot
        var tender = tender
        var refusals = refusals
        var keepsPromises = true
        var smallestShares = true
        var asksForLead = true
        for cause in causes {
            switch cause {
            case .days(let skill, let level, _, let missing, _, _):
                lot.skills = lot.skills.compactMap {
                    guard $0.skill == skill, $0.level == level, let days = $0.days else {
                        return $0
                    }
                    return days > missing
                        ? AskedSkill(skill: skill, level: level, days: days - missing) : nil
                }
            case .budget(_, let needed): lot.budget = needed
            case .size(_, let needed): tender.membersMax = needed
            case .turnover(_, let reached): tender.turnoverMin = reached
            case .certifications(let missing):
                tender.certifications.removeAll(where: missing.contains)
                lot.certifications.removeAll(where: missing.contains)
            case .memberCertifications: tender.memberCertifications = []
            case .insurance: tender.insuranceMin = nil
            case .smallestShares: smallestShares = false
            case .lead: asksForLead = false
            case .refusals: refusals = []
            case .promised: keepsPromises = false
            case .otherLots: break
            case .nothingAsked, .noWindow, .windowPast, .declined, .outOfTime, .notSolved:
                Issue.record("\(cause)")
            }
        }
        return BidProblem(
            tender: tender, lots: [lot],
            members: members.map {
                var candidate = $0.candidate
                if !smallestShares { candidate.bidDaysMin = nil }
                if !asksForLead { candidate.leadsBids = true }
                return BidMember(
                    candidate: candidate, lots: $0.lots,
                    promised: keepsPromises ? $0.promised : [])
            }, refusals: refusals)
    }
}

import Market
import Solving
import TestSupport
import Testing

/// What makes somebody freer, or a lot looser, never makes the best bid worse.
@Suite struct FreeDaysTests {
    @Test(arguments: 60_000..<60_100 as Range<UInt64>)
    func `a wider window never lowers what a bid is worth`(seed: UInt64) throws {
        try neverLowers(seed) { problem, random in
            guard let lot = problem.lots.randomElement(using: &random), let window = lot.window
            else { return problem }
            var wider = lot
            wider.window = Period(
                from: window.first.advanced(by: -.random(in: 0...5, using: &random)),
                to: window.last.advanced(by: .random(in: 0...5, using: &random)))
            return problem.with(lots: problem.lots.map { $0.id == lot.id ? wider : $0 })
        }
    }

    @Test(arguments: 61_000..<61_100 as Range<UInt64>)
    func `a skill more never lowers what a bid is worth`(seed: UInt64) throws {
        try neverLowers(seed) { problem, random in
            problem.changing(using: &random) { candidate, random in
                candidate.skills.append(
                    HeldSkill(
                        skill: ["s0", "s1", "s2"].randomElement(using: &random) ?? "s0", level: 5))
            }
        }
    }

    @Test(arguments: 62_000..<62_100 as Range<UInt64>)
    func `a free day more never lowers what a bid is worth`(seed: UInt64) throws {
        try neverLowers(seed) { problem, random in
            problem.changing(using: &random) { candidate, random in
                let day = Int.random(in: -1...13, using: &random)
                candidate.calendar = WorkCalendar(
                    availabilities: candidate.calendar.availabilities + [
                        Availability(period: .autumn(day, day), daysPerWeek: 5)
                    ], commitments: candidate.calendar.commitments)
            }
        }
    }

    private func neverLowers(
        _ seed: UInt64, _ change: (BidProblem, inout SeededGenerator) -> BidProblem
    ) throws {
        var random = SeededGenerator(seed: seed)
        let problem = BidProblem.random(using: &random).overpromised(using: &random)
        let before = try form(problem, limits: .ample)
        let after = try form(change(problem, &random), limits: .ample)
        #expect(after.value >= before.value, "seed \(seed)")
    }

    @Test func `days promised beyond what a period offers take none from other days`() throws {
        // Five days of the first week are promised fifteen times over; the second week is free.
        var candidate = Candidate.example("a")
        candidate.calendar = WorkCalendar(
            availabilities: candidate.calendar.availabilities,
            commitments: [Commitment(period: .autumn(0, 3), days: 15)])
        let lot = Need.lot(
            1, skills: [AskedSkill(skill: "s0", days: 5)], window: .autumn(-1, 10))
        let plan = try form(.example(lots: [lot], candidates: [candidate]), limits: .ample)
        #expect(plan.lots == ["l1"])
        let promised = BidMember(
            candidate: .example("a"), lots: ["l1"],
            promised: [BidMember.Promise(tender: "x", window: .autumn(0, 3), days: 15)])
        let problem = BidProblem.example(lots: [lot], candidates: [])
        let beside = try form(
            BidProblem(tender: problem.tender, lots: [lot], members: [promised]), limits: .ample)
        #expect(beside.lots == ["l1"])
    }

    @Test func `what the platform wrote as promised to a tender does not count against it`() throws
    {
        var candidate = Candidate.example("a")
        candidate.calendar = WorkCalendar(
            availabilities: candidate.calendar.availabilities,
            commitments: [Commitment(period: .autumn(0, 27), days: 20, tender: "t")])
        let lots = [Need.lot(1, skills: [AskedSkill(skill: "s0", days: 15)])]
        #expect(
            try form(.example(lots: lots, candidates: [candidate]), limits: .ample).lots == ["l1"])
        #expect(
            try form(.example(lots: lots, candidates: [candidate], id: "u"), limits: .ample).lots
                .isEmpty)
    }
}

extension BidProblem {
    fileprivate func with(lots: [Need]) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots, members: members, refusals: refusals, together: together)
    }

    /// The problem with something changed of one member.
    fileprivate func changing(
        using random: inout SeededGenerator,
        _ change: (inout Candidate, inout SeededGenerator) -> Void
    ) -> BidProblem {
        guard let one = members.indices.randomElement(using: &random) else { return self }
        var candidate = members[one].candidate
        change(&candidate, &random)
        var members = members
        members[one] = BidMember(
            candidate: candidate, lots: members[one].lots, fit: members[one].fit,
            isNewcomer: members[one].isNewcomer, promised: members[one].promised)
        return BidProblem(
            tender: tender, lots: lots, members: members, refusals: refusals, together: together)
    }

    /// Members with commitments and promises beyond what some days offer.
    fileprivate func overpromised(using random: inout SeededGenerator) -> BidProblem {
        let members = members.map { member in
            var candidate = member.candidate
            let first = Int.random(in: -1...6, using: &random)
            if Bool.random(using: &random) {
                candidate.calendar = WorkCalendar(
                    availabilities: candidate.calendar.availabilities,
                    commitments: [
                        Commitment(
                            period: .autumn(first, first + .random(in: 0...3, using: &random)),
                            days: Double(Int.random(in: 0...12, using: &random)) / 2)
                    ])
            }
            let promised = (0..<Int.random(in: 0...2, using: &random)).map { number in
                let first = Int.random(in: 0...6, using: &random)
                return BidMember.Promise(
                    tender: "earlier \(number)",
                    window: .autumn(first, first + .random(in: 0...6, using: &random)),
                    days: Double(Int.random(in: 1...10, using: &random)) / 2)
            }
            return BidMember(
                candidate: candidate, lots: member.lots, fit: member.fit,
                isNewcomer: member.isNewcomer, promised: promised)
        }
        return BidProblem(
            tender: tender, lots: lots, members: members, refusals: refusals, together: together)
    }
}

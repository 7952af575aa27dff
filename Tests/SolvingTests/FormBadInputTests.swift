import Market
import Solving
import Testing

@Suite struct FormBadInputTests {
    @Test func `a lot without skills, days or window is said so, the others are solved`() throws {
        let plan = try form(
            .example(
                lots: [
                    .lot(1, skills: []), .lot(2, skills: [AskedSkill(skill: "s0", days: 0)]),
                    .lot(3, skills: [AskedSkill(skill: "s0", days: .nan)]),
                    .lot(4, window: nil), .lot(5),
                ], candidates: [.example("a")]))
        #expect(plan.lots == ["l5"] && plan.status == .optimal)
        #expect(
            plan.shortfalls.map(\.causes) == [
                [.nothingAsked], [.nothingAsked], [.nothingAsked], [.noWindow],
            ])
    }

    @Test func `a bad tender does not keep the others from being solved`() throws {
        let past = BidProblem.example(
            lots: [.lot(1, window: .autumn(-400, -380))], candidates: [.example("a")], id: "past",
            deadline: .autumn(-500))
        let twice = BidProblem.example(
            lots: [.lot(1), .lot(1)], candidates: [.example("a")], id: "twice")
        let free = BidProblem.example(
            lots: [.lot(1, budget: 0)], candidates: [.example("a")], id: "zero")
        let good = BidProblem.example(lots: [.lot(1)], candidates: [.example("a")], id: "good")
        let plans = formAll([past, twice, free, good, good], limits: .ample)
        let found = Dictionary(grouping: plans, by: \.tender).mapValues { $0.map(\.status) }
        #expect(
            found == [
                "past": [.none], "twice": [.none], "zero": [.none], "good": [.optimal, .none],
            ]
        )
        #expect(plans.allSatisfy { $0.status != .none || !$0.shortfalls.isEmpty })
    }

    @Test func `a tender without lots or members gets no bid`() throws {
        #expect(try form(.example(lots: [], candidates: [.example("a")])).status == .none)
        let plan = try form(.example(lots: [.lot(1)], candidates: []))
        #expect(plan.status == .none)
        #expect(plan.value == .zero && plan.cost == .zero && plan.gap == nil)
        #expect(
            plan.shortfalls.map(\.causes) == [
                [.days(skill: "s0", level: 3, asked: 4, missing: 4, qualified: 0, nearest: [])]
            ])
    }

    @Test func `members who cannot be promised are left out with the reason`() throws {
        var silent = Candidate.example("d")
        silent.calendar = WorkCalendar()
        let plan = try form(
            .example(
                lots: [.lot(1)],
                candidates: [
                    .example("a", rate: nil), .example("b", consents: false),
                    .example("c", rate: -1), silent, .example("e", skills: []),
                ]))
        #expect(plan.status == .none)
        #expect(plan.leftOut.map(\.member) == ["a", "b", "c", "d"])
        #expect(plan.leftOut.map(\.reason) == [.noRate, .noConsent, .noRate, .noCalendar])
    }

    @Test func `a group of nobody cannot bid`() throws {
        let plan = try form(
            .example(lots: [.lot(1)], candidates: [.example("a")], membersMax: 0))
        #expect(plan.status == .none)
        #expect(plan.shortfalls.map(\.causes) == [[.size(most: 0, needed: 1)]])
    }

    @Test func `no time at all gives no bid, and says why`() throws {
        for seconds in [0, -1] as [Double] {
            let plan = try form(
                .example(lots: [.lot(1)], candidates: [.example("a")]),
                limits: FormLimits(seconds: seconds))
            #expect(plan.status == .none)
            #expect(plan.shortfalls.map(\.causes) == [[.outOfTime]])
        }
    }

    @Test func `a member or a lot given twice is refused`() {
        #expect(throws: SolvingError.duplicateMember("a")) {
            try form(.example(lots: [.lot(1)], candidates: [.example("a"), .example("a")]))
        }
        #expect(throws: SolvingError.duplicateLot("l1")) {
            try form(.example(lots: [.lot(1), .lot(1)], candidates: [.example("a")]))
        }
    }

    @Test func `a tender that cannot be solved leaves the others alone`() {
        let plans = formAll([
            .example(lots: [.lot(1), .lot(1)], candidates: [.example("a")], id: "t1"),
            .example(lots: [.lot(2)], candidates: [.example("a")], id: "t2"),
            .example(lots: [.lot(3)], candidates: [.example("a")], id: "t2"),
        ])
        #expect(plans.map(\.status) == [.none, .optimal, .none])
        for plan in [plans[0], plans[2]] {
            #expect(
                plan.shortfalls.allSatisfy {
                    if case .notSolved = $0.causes.first { true } else { false }
                })
        }
    }

    @Test func `half-days at an odd number of cents are rounded up, and budgets kept`() throws {
        let lot = Need.lot(1, skills: [AskedSkill(skill: "s0", days: 1.5)], budget: 67_502)
        let plan = try form(.example(lots: [lot], candidates: [.example("a", rate: 45_001)]))
        #expect(plan.cost == Money(cents: 67_502))
        var poorer = lot
        poorer.budget = Money(cents: 67_501)
        let none = try form(.example(lots: [poorer], candidates: [.example("a", rate: 45_001)]))
        #expect(none.status == .none)
    }

    @Test(.timeLimit(.minutes(5)))
    func `hundreds of members all alike are no harder than a few`() throws {
        for most in [nil, 3] as [Int?] {
            let plan = try form(
                .example(
                    lots: (1...3).map {
                        .lot($0, skills: [AskedSkill(skill: "s0", days: 18)], budget: 1_000_000)
                    }, candidates: (0..<1_000).map { .example("m\($0)") }, membersMax: most),
                limits: .ample)
            #expect(plan.status == .optimal)
            #expect(plan.lots.count == 3 && plan.members.count == 3)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a tender of 60 lots is solved`() throws {
        let plan = try form(
            .example(
                lots: (1...60).map {
                    .lot(
                        $0, skills: [AskedSkill(skill: "s\($0 % 3)", days: 5)], budget: 300_000,
                        window: .autumn($0, $0 + 20))
                },
                candidates: (0..<60).map {
                    .example("m\($0)", skills: [HeldSkill(skill: "s\($0 % 3)", level: 4)])
                }), limits: .ample)
        #expect(plan.status == .optimal && plan.lots.count == 60)
    }
}

import Market
import Solving
import Testing

/// Days of a window that are gone on the day taken for today. Windows are four weeks of five days.
@Suite struct GoneDaysTests {
    private static func problem(
        days: Double, asOf: Day?, promised: [BidMember.Promise] = [], id: String = "t"
    ) -> BidProblem {
        BidProblem(
            tender: Tender(
                id: id, title: "Tender", buyer: "Buyer", deadline: Deadline(.autumn(20)),
                lots: ["l1"]),
            lots: [.lot(1, skills: [AskedSkill(skill: "s0", days: days)])],
            members: [
                BidMember(candidate: .example("a"), lots: ["l1"], promised: promised)
            ], asOf: asOf)
    }

    @Test func `days that are gone are not free`() throws {
        #expect(try form(Self.problem(days: 20, asOf: nil)).status == .optimal)
        #expect(try form(Self.problem(days: 20, asOf: .autumn(-30))).status == .optimal)
        #expect(try form(Self.problem(days: 10, asOf: .autumn(14))).status == .optimal)
        let plan = try form(Self.problem(days: 11, asOf: .autumn(14)))
        #expect(plan.status == .none)
        #expect(
            plan.shortfalls.map(\.causes) == [
                [.days(skill: "s0", level: nil, asked: 11, missing: 1, qualified: 1, nearest: [])]
            ])
        // Today itself, a Monday and the last day, is still free.
        #expect(try form(Self.problem(days: 1, asOf: .autumn(27))).status == .optimal)
        #expect(try form(Self.problem(days: 1.5, asOf: .autumn(27))).status == .none)
    }

    @Test func `a window that is past is said to be`() throws {
        let plan = try form(Self.problem(days: 1, asOf: .autumn(28)))
        #expect(plan.shortfalls.map(\.causes) == [[.windowPast(last: .autumn(27))]])
    }

    @Test func `what was promised before today weighs by the days that are left`() throws {
        let promised = BidMember.Promise(tender: "other", window: .autumn(0, 27), days: 8)
        #expect(
            try form(Self.problem(days: 6, asOf: .autumn(14), promised: [promised])).status
                == .optimal)
        #expect(
            try form(Self.problem(days: 6.5, asOf: .autumn(14), promised: [promised])).status
                == .none)
        let past = BidMember.Promise(tender: "other", window: .autumn(0, 9), days: 8)
        #expect(
            try form(Self.problem(days: 10, asOf: .autumn(14), promised: [past])).status
                == .optimal)
    }

    @Test func `what one bid promises today is all ahead for the next`() {
        for (days, status) in [(4.0, BidPlan.Status.optimal), (4.5, .none)] {
            let plans = formAll([
                Self.problem(days: 6, asOf: .autumn(14), id: "t1"),
                Self.problem(days: days, asOf: .autumn(14), id: "t2"),
            ])
            #expect(plans.map(\.status) == [.optimal, status])
        }
    }
}

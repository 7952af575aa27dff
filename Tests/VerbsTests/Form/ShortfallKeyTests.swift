import Market
import Solving
import Testing
import Verbs

/// What declines stand against, as the first version recorded it.
@Suite struct ShortfallKeyTests {
    // swift-format-ignore
    @Test(arguments: [
        ([Shortfall.nothingAsked], "[Market.Shortfall.nothingAsked]"),
        ([.windowPast(last: Day("2027-01-08")!)], "[Market.Shortfall.windowPast(last: 2027-01-08)]"),
        (
            [
                .days(
                    skill: "a\"b", level: Level(3), asked: 10, missing: 2.5, qualified: 1,
                    nearest: [.init(member: "m", level: nil, freeDays: 3)])
            ],
            #"[Market.Shortfall.days(skill: "a\"b", level: Optional(3), asked: 10.0, missing: 2.5, qualified: 1, nearest: [Market.Shortfall.Near(member: "m", level: nil, freeDays: 3.0)])]"#
        ),
        (
            [.budget(published: Money(cents: 5), needed: Money(cents: 7)), .size(most: 3, needed: 4)],
            "[Market.Shortfall.budget(published: Market.Money(cents: 5), needed: Market.Money(cents: 7)), Market.Shortfall.size(most: 3, needed: 4)]"
        ),
        (
            [.turnover(lowest: Money(cents: 1), reached: Money(cents: 0))],
            "[Market.Shortfall.turnover(lowest: Market.Money(cents: 1), reached: Market.Money(cents: 0))]"
        ),
        (
            [.certifications(missing: ["x", "y"])],
            #"[Market.Shortfall.certifications(missing: ["x", "y"])]"#
        ),
        ([.memberCertifications([])], "[Market.Shortfall.memberCertifications([])]"),
        (
            [.insurance(least: Money(cents: 3))],
            "[Market.Shortfall.insurance(least: Market.Money(cents: 3))]"
        ),
        ([.refusals(pairs: 2)], "[Market.Shortfall.refusals(pairs: 2)]"),
        ([.promised(to: ["t1", "t2"])], #"[Market.Shortfall.promised(to: ["t1", "t2"])]"#),
        ([.otherLots(["l"])], #"[Market.Shortfall.otherLots(["l"])]"#),
        ([.notSolved(detail: "x\ny")], #"[Market.Shortfall.notSolved(detail: "x\ny")]"#),
        ([], "[]"),
    ])
    func `the key of a shortfall is what the first version recorded`(
        causes: [Shortfall], key: String
    ) {
        #expect(Shortfall.key(of: causes) == key)
    }
}

internal import Market
internal import Wording

extension EnglishForm {
    var nothingAsked: String { "No skill is asked with a number of days." }
    var noWindow: String { "The dates of the work are not known; no day can be promised." }

    func windowPast(_ last: Day) -> String {
        "The dates of the work are past: they ended on \(shortDay(last))."
    }

    func nobodyHolds(_ skill: String, _ level: Level?, for days: Double) -> String {
        "Nobody can be put forward for \(name(skill, level)): \(self.days(days)) to cover."
    }

    func noFreeDay(
        for days: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String {
        "No free day for \(self.days(days)) of \(name(skill, level)); \(holders(qualified))."
    }

    func missingDays(
        _ missing: Double, of asked: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String {
        "\(days(missing)) of \(quantity(asked)) are missing for \(name(skill, level)); "
            + "\(holders(qualified))."
    }

    private func name(_ skill: String, _ level: Level?) -> String {
        quoted(skill) + (level.map { ", level\(Wording.space)\($0)" } ?? "")
    }

    private func holders(_ count: Int) -> String {
        "\(members(count)) \(count == 1 ? "has" : "have") this skill"
    }

    private func members(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "member", .other: "members"]))
    }

    func nearest(_ entries: [String]) -> String { "The nearest: \(list(entries))." }

    func near(_ name: String, _ level: Level?, freeDays: Double?) -> String {
        let level = level.map { "level\(Wording.space)\($0), " } ?? ""
        guard let freeDays else { return "\(name) (\(level)free days not known)" }
        return "\(name) (\(level)\(days(freeDays)) free)"
    }

    func overBudget(_ published: Money, needed: Money) -> String {
        "The cheapest team would cost \(money(needed)), which is \(money(needed - published)) more than "
            + "the budget (\(money(published)))."
    }

    func tooMany(_ needed: Int, most: Int) -> String {
        "It would take \(members(needed)), for \(number(most)) at most."
    }

    func tooLowTurnover(_ reached: Money, lowest: Money) -> String {
        "The team’s turnover reaches \(money(reached)), for \(money(lowest)) at least."
    }

    func unheldCertifications(_ names: [String]) -> String {
        "Nobody in a possible team holds \(certifications(names))."
    }

    func everyMemberNeeds(_ certifications: [String]) -> String {
        "Every member must hold \(self.certifications(certifications)); those who do are not enough."
    }

    private func certifications(_ names: [String]) -> String {
        (names.count == 1 ? "the certification " : "the certifications ") + quoted(names)
    }

    func uninsured(for least: Money) -> String {
        "Members who are needed are insured for less than \(money(least)), which everybody must have."
    }

    var sharesTooSmall: String {
        "Members who are needed do not accept a share as small as theirs would be."
    }

    var nobodyLeads: String { "Nobody in a possible team accepts to lead it." }
    var refusals: String { "Members who are needed do not wish to work together." }

    func promised(to titles: [String]) -> String {
        "The days it takes are already promised to another bid, accepted or more urgent"
            + (titles.isEmpty ? "." : ": \(quoted(titles)).")
    }

    func notBeside(lots: [Int]) -> String {
        let names = lots.map { "lot\(Wording.space)\($0)" }
        return names.isEmpty
            ? "Possible by itself, but not beside the lots bid for, which are worth more together."
            : "Possible by itself, but not beside \(list(names))."
    }

    var bidDeclined: String { "The bid that is possible was declined" }

    var eachWouldDo: String { "It would be enough to remove any one of these obstacles." }

    var outOfTime: String { "The search ran out of time before it came to an answer." }
    var notSolved: String { "The computation failed; the program’s log says why." }
}

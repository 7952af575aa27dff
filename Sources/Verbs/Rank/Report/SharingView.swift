internal import Market
internal import Report
internal import Solving
internal import Wording

/// How the suggestions of one job are shared out among members, against the night before.
struct SharingView {
    static let template = "rank-sharing.mustache"

    let name: String
    let measures: [Measure]
    let waiting: String?
    let late: String?
    let departments: [Department]
    let hasDepartments: Bool

    struct Measure {
        let what: String
        let note: String?
        let value: String
        let change: String
    }

    struct Department {
        let code: String
        let members: String
        let suggested: String
        let share: String
        let change: String
    }

    /// Departments that are told by themselves; the others, the smallest, stand together.
    static let mostDepartments = 12

    static func all(of runs: [RecordedRun], in context: RankContext) throws -> [SharingView] {
        try runs.compactMap { run in
            let figures = try RankFigures(of: run)
            let before = try RankFigures(before: run).exposure
            return figures.exposure.map {
                SharingView(of: $0, before: before, trade: figures.trade, in: run, context)
            }
        }
    }

    private init(
        of exposure: Exposure, before: Exposure?, trade: RankTradeOff?, in run: RecordedRun,
        _ context: RankContext
    ) {
        let phrases = context.phrases
        name = context.page.title(ofJob: run.job)
        let newcomer: RankLabel =
            exposure.arrival == .joined ? .sharingNewcomers : .sharingNewcomersSeen
        measures = [
            context.measure(
                .sharingSuggested, exposure.suggested, of: exposure.members,
                before: before?.suggested),
            context.measure(
                .sharingUnseen, exposure.unseen, of: exposure.established, before: before?.unseen),
            context.measure(
                newcomer, exposure.newcomers.suggested, of: exposure.newcomers.members,
                before: before?.newcomers.suggested),
            Measure(
                what: phrases[.sharingGini], note: phrases[.sharingGiniNote],
                value: context.wording.number(exposure.gini, digits: 2),
                change: context.change(exposure.gini, from: before?.gini, digits: 2)),
        ]
        let nights = { (count: Int) in
            phrases.count(count, .night)
        }
        let members = { (count: Int) in
            phrases.count(count, .member)
        }
        waiting = trade.flatMap { trade in
            trade.waiting == 0
                ? nil
                : phrases.filled(
                    .sharingWaiting,
                    ["members": members(trade.waiting), "nights": nights(trade.longestWait)])
        }
        late = trade.flatMap { trade in
            trade.served < trade.due
                ? phrases.filled(.sharingLate, ["members": members(trade.due - trade.served)])
                : nil
        }
        let known = exposure.departments.contains { $0.code != nil }
        departments = known ? Self.departments(of: exposure, before: before, context) : []
        hasDepartments = known
    }

    private static func departments(
        of exposure: Exposure, before: Exposure?, _ context: RankContext
    ) -> [Department] {
        let largest = exposure.departments.enumerated().sorted { one, other in
            (other.element.group.members, one.offset) < (one.element.group.members, other.offset)
        }
        // One that would stand alone among “the others” stands by its name.
        let isLong = exposure.departments.count > mostDepartments + 1
        let shown = Set(
            largest.prefix(isLong ? mostDepartments : largest.count).map(\.element.code))
        func others(_ exposure: Exposure) -> Exposure.Group {
            let rest = exposure.departments.filter { !shown.contains($0.code) }
            return Exposure.Group(
                members: rest.reduce(0) { $0 + $1.group.members },
                suggested: rest.reduce(0) { $0 + $1.group.suggested })
        }
        var rows = exposure.departments.filter { shown.contains($0.code) }.map { department in
            let earlier = before.map { before in
                before.departments.first { $0.code == department.code }?.group
                    ?? Exposure.Group(members: 0, suggested: 0)
            }
            return Department(
                department.code.map(Wording.printed) ?? context.phrases[.departmentUnknown],
                department.group, before: earlier, context)
        }
        if isLong {
            rows.append(
                Department(
                    context.phrases[.departmentOthers], others(exposure),
                    before: before.map(others), context))
        }
        return rows
    }
}

extension SharingView.Department {
    init(
        _ name: String, _ group: Exposure.Group, before: Exposure.Group?, _ context: RankContext
    ) {
        code = name
        members = context.wording.number(Double(group.members))
        suggested = context.wording.number(Double(group.suggested))
        share = group.share.map(context.wording.percent) ?? "–"
        change = context.change(
            Double(group.suggested), from: before.map { Double($0.suggested) })
    }
}

extension RankContext {
    /// A count of members among others, with its share.
    func measure(
        _ label: RankLabel, _ count: Int, of all: Int, before: Int?
    ) -> SharingView.Measure {
        let places = [
            "count": wording.number(Double(count)), "all": wording.number(Double(all)),
            "share": all > 0 ? wording.percent(Double(count) / Double(all)) : "–",
        ]
        return SharingView.Measure(
            what: phrases[label], note: nil,
            value: phrases.filled(all > 0 ? .shareOf : .shareOfNobody, places),
            change: change(Double(count), from: before.map(Double.init)))
    }

    /// A difference with its sign; a dash where there is nothing to compare with.
    func change(_ value: Double, from before: Double?, digits: Int = 0) -> String {
        guard let before else { return "–" }
        let text = wording.number(value - before, digits: digits)
        let isNothing = text.allSatisfy { !("1"..."9").contains($0) }
        return isNothing ? "=" : value > before ? "+" + text : text
    }
}

internal import Market

/// The mixed-integer programme of a bid, and what its variables mean.
///
/// Constraints are in `BidModel+Constraints.swift`, one function each, what is wanted in
/// `BidModel+Objectives.swift`; the article *Forming bids* writes them as mathematics.
struct BidModel: Sendable {
    typealias Term = Programme.Term

    /// What may be broken, at a price, to find out what a lot lacks.
    enum Cause: Int, Sendable, CaseIterable {
        case days, certifications, lead, turnover, refusals, size, budget
    }

    /// Half-days of one member on one demand.
    struct Work: Sendable {
        let member: Int
        let demand: Int
        let halfDays: Programme.Variable
        /// Price in cents.
        let price: [Term]
    }

    /// How far a constraint is broken: a variable, and what one unit of it stands for.
    struct Slack: Sendable {
        let variable: Programme.Variable
        let unit: Int
        /// Place of what is broken: a demand, a certification, a pair, a lot.
        let index: Int
    }

    let instance: BidInstance
    var programme = Programme()
    /// Whether a lot is bid for, by lot.
    let isBidFor: [Programme.Variable]
    /// Whether a member takes part, by member.
    let takesPart: [Programme.Variable]
    /// Whether a member leads, by index among those who accept to.
    private(set) var leads: [(member: Int, variable: Programme.Variable)] = []
    private(set) var work: [Work] = []
    /// Pairs who have worked together and both take part, and whether there is a newcomer.
    private(set) var ties: [Programme.Variable] = []
    /// Whether a newcomer counts, by index among the newcomers.
    var newcomers: [(member: Int, variable: Programme.Variable)] = []
    /// Half-days of the member who leads, by index among those who accept to.
    private(set) var leadWork: [Programme.Variable] = []
    var slacks: [Cause: [Slack]] = [:]
    /// Rows of free days that are only added once an answer breaks one, by the lots they concern.
    var reserve: [LotSet: [Programme.Row]] = [:]

    /// The model of an instance.
    ///
    /// - Parameters:
    ///   - breaking: Causes whose constraints may be broken.
    ///   - objectives: What is to be minimised; ties and the lead's work are only counted for it.
    init(
        _ instance: BidInstance, breaking: Set<Cause> = [], objectives: Set<BidObjective> = []
    ) {
        self.instance = instance
        isBidFor = instance.lots.map { _ in 0 }.indices.map { $0 }
        takesPart = instance.members.indices.map { instance.lots.count + $0 }
        for _ in instance.lots { _ = programme.addVariable(to: 1) }
        for _ in instance.members { _ = programme.addVariable(to: 1) }
        for (index, member) in instance.members.enumerated() where member.leads {
            leads.append((index, programme.addVariable(to: 1)))
        }
        for (index, member) in instance.members.enumerated() {
            for demand in member.demands { addWork(of: index, on: demand) }
        }
        covered(slack: breaking.contains(.days))
        withinFreeDays()
        onlyMembers()
        smallestShares()
        ledByOne(slack: breaking.contains(.lead))
        withinBudget(slack: breaking.contains(.budget))
        withinSize(slack: breaking.contains(.size))
        apart(slack: breaking.contains(.refusals))
        reachingTurnover(slack: breaking.contains(.turnover))
        certified(slack: breaking.contains(.certifications))
        if objectives.contains(.ties) { ties = tied() }
        if objectives.contains(.lead), instance.asksForLead { leadWork = doneByLead() }
    }

    /// Half-days of a member on a demand, with their price. At an odd number of cents a day, whole
    /// days and the last half-day are told apart, as the half-day is rounded up to the cent.
    private mutating func addWork(of member: Int, on demand: Int) {
        let most = instance.most(of: demand, by: instance.members[member])
        let rate = instance.members[member].rate
        let halfDays = programme.addVariable(to: most)
        var price = [Term(variable: halfDays, factor: Double(rate / 2))]
        if !rate.isMultiple(of: 2) {
            let days = programme.addVariable(to: most / 2)
            let last = programme.addVariable(to: 1)
            programme.add(
                [
                    Term(variable: halfDays, factor: 1), Term(variable: days, factor: -2),
                    Term(variable: last, factor: -1),
                ], equals: 0)
            price = [
                Term(variable: days, factor: Double(rate)),
                Term(variable: last, factor: Double(rate / 2 + 1)),
            ]
        }
        work.append(Work(member: member, demand: demand, halfDays: halfDays, price: price))
    }

    /// Adds a variable that measures how far a constraint of `cause` is broken.
    mutating func addSlack(_ cause: Cause, most: Int, unit: Int, index: Int) -> Programme.Variable {
        let variable = programme.addVariable(to: most)
        slacks[cause, default: []].append(Slack(variable: variable, unit: unit, index: index))
        return variable
    }
}

extension BidModel {
    /// Values with the same lots, members and work, in which all ties count and who leads is a
    /// member with most half-days.
    func completed(_ values: [Int]) -> [Int] {
        var values = values
        if !ties.isEmpty {
            let real = BidGroup(self, values).realMembers(in: instance)
            for (pair, both) in zip(instance.together, ties) {
                values[both] = real.contains(pair.0) && real.contains(pair.1) ? 1 : 0
            }
            for newcomer in newcomers {
                values[newcomer.variable] = real.contains(newcomer.member) ? 1 : 0
            }
            if ties.count > instance.together.count, let any = ties.last {
                values[any] = newcomers.contains { real.contains($0.member) } ? 1 : 0
            }
        }
        guard !leadWork.isEmpty, leads.contains(where: { values[$0.variable] > 0 }) else {
            return values
        }
        let group = BidGroup(self, values)
        let most = group.leadHalfDays(in: instance)
        let lead = group.lead(in: instance)
        for (lead_, counted) in zip(leads, leadWork) {
            values[lead_.variable] = lead_.member == lead ? 1 : 0
            values[counted] = lead_.member == lead ? most : 0
        }
        return values
    }

    /// Work on the lot.
    func work(onLot lot: Int) -> [Work] {
        work.filter { instance.demands[$0.demand].lot == lot }
    }

    /// How far constraints of a cause are broken.
    func excess(_ cause: Cause) -> [Term] {
        slacks[cause, default: []].map { Term(variable: $0.variable, factor: Double($0.unit)) }
    }
}

/// The largest number that divides all of them; 1 where all are 0.
func greatestCommonDivisor(_ numbers: some Sequence<Int>) -> Int {
    var result = 0
    for number in numbers {
        var (larger, smaller) = (result, abs(number))
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        result = larger
        if result == 1 { return 1 }
    }
    return max(1, result)
}

extension BidModel {
    /// Adds a variable a cause that is 1 where any constraint of it is broken.
    ///
    /// - Returns: Their sum.
    mutating func countBroken() -> [Term] {
        Cause.allCases.compactMap { cause in
            guard let slacks = slacks[cause] else { return nil }
            let isBroken = programme.addVariable(to: 1)
            for slack in slacks {
                let most = programme.upper[slack.variable]
                programme.add(
                    [
                        Term(variable: slack.variable, factor: 1),
                        Term(variable: isBroken, factor: -most),
                    ], atMost: 0)
            }
            return Term(variable: isBroken, factor: 1)
        }
    }
}

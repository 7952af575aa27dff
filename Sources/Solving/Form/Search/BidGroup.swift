internal import Market

/// The work that a solution of a model stands for.
struct BidGroup: Sendable {
    /// Lots bid for, ascending.
    let lots: [Int]
    /// Members who take part, ascending.
    let members: [Int]
    /// Half-days above 0, by demand, then by member.
    let work: [(member: Int, demand: Int, halfDays: Int)]

    /// Nobody, bidding for nothing.
    init() {
        lots = []
        members = []
        work = []
    }

    /// Reads the values of a model's variables.
    init(_ model: BidModel, _ values: [Int]) {
        lots = model.isBidFor.indices.filter { values[model.isBidFor[$0]] > 0 }
        members = model.takesPart.indices.filter { values[model.takesPart[$0]] > 0 }
        work = model.work.map { ($0.member, $0.demand, values[$0.halfDays]) }
            .filter { $0.2 > 0 }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// Points of the work: half-days by how well they are done.
    func points(in instance: BidInstance) -> Int {
        work.reduce(0) { $0 + instance.members[$1.member].fit(for: $1.demand) * $1.halfDays }
    }

    /// Members with a real share of the work.
    func realMembers(in instance: BidInstance) -> Set<Int> {
        Set(halfDays.filter { $0.value >= instance.realShare }.keys)
    }

    /// Pairs with a real share each who have worked together before.
    func pairs(in instance: BidInstance) -> [(Int, Int)] {
        let group = realMembers(in: instance)
        return instance.together.filter { group.contains($0.0) && group.contains($0.1) }
    }

    /// Price of a piece of work, rounded to the cent.
    func amount(
        _ work: (member: Int, demand: Int, halfDays: Int), in instance: BidInstance
    ) -> Money {
        Money(cents: instance.members[work.member].rate) * (Double(work.halfDays) / 2)
    }

    /// Half-days in all, by member.
    private var halfDays: [Int: Int] {
        work.reduce(into: [:]) { $0[$1.member, default: 0] += $1.halfDays }
    }

    /// Half-days of the member who leads.
    func leadHalfDays(in instance: BidInstance) -> Int {
        lead(in: instance).map { halfDays[$0, default: 0] } ?? 0
    }

    /// Of those who accept to lead, the one with most half-days, then the highest turnover, then
    /// the lowest id. The model's own lead has as many half-days, where that is an objective; who
    /// of several has them is decided here.
    func lead(in instance: BidInstance) -> Int? {
        let halfDays = halfDays
        return members.filter { instance.members[$0].leads }.min { one, other in
            let (left, right) = (instance.members[one], instance.members[other])
            return (-halfDays[one, default: 0], -left.turnover, left.id) < (
                -halfDays[other, default: 0], -right.turnover, right.id
            )
        }
    }
}

extension BidPlan {
    /// The plan of a group, with what was proven of it.
    init(
        tender: Tender.ID, group: BidGroup, instance: BidInstance, proofs: [Proof],
        seconds: Double, shortfalls: [LotShortfall] = [], leftOut: [LeftOut] = []
    ) {
        self.tender = tender
        lots = group.lots.map { instance.lots[$0].need.id }
        work = group.work.map { piece in
            let demand = instance.demands[piece.demand]
            return Work(
                lot: instance.lots[demand.lot].need.id, member: instance.members[piece.member].id,
                skill: demand.asked.skill, level: demand.asked.level,
                days: Double(piece.halfDays) / 2,
                rate: Money(cents: instance.members[piece.member].rate),
                amount: group.amount(piece, in: instance))
        }
        let work = work
        members = group.members.map { index in
            let own = work.filter { $0.member == instance.members[index].id }
            return Member(
                member: instance.members[index].id, days: own.reduce(0) { $0 + $1.days },
                amount: own.reduce(.zero) { $0 + $1.amount })
        }
        lead = group.lead(in: instance).map { instance.members[$0].id }
        value = Money(cents: group.lots.reduce(0) { $0 + instance.lots[$1].value })
        cost = work.reduce(.zero) { $0 + $1.amount }
        let halfDays = group.work.reduce(0) { $0 + $1.halfDays }
        fit = halfDays > 0 ? Double(group.points(in: instance)) / Double(10 * halfDays) : 0
        pairs = group.pairs(in: instance).map {
            MemberPair(instance.members[$0.0].id, instance.members[$0.1].id)
        }
        let real = group.realMembers(in: instance)
        smallShares = group.members.filter { !real.contains($0) }.map { instance.members[$0].id }
        newcomers = group.members.map { instance.members[$0] }.filter(\.isNewcomer).map(\.id)
        status =
            group.lots.isEmpty ? .none : proofs.allSatisfy(\.isProven) ? .optimal : .feasible
        self.proofs = proofs
        self.seconds = seconds
        self.shortfalls = shortfalls
        self.leftOut = leftOut
    }

    /// No bid for a tender, each of whose lots lacks the same.
    init(of problem: BidProblem, lacking cause: Shortfall) {
        tender = problem.tender.id
        status = .none
        lots = []
        work = []
        members = []
        lead = nil
        value = .zero
        cost = .zero
        fit = 0
        pairs = []
        newcomers = []
        smallShares = []
        proofs = []
        seconds = 0
        shortfalls = problem.lots.sorted {
            ($0.lotNumber ?? .max, $0.id) < ($1.lotNumber ?? .max, $1.id)
        }
        .map { LotShortfall(lot: $0.id, causes: [cause]) }
        leftOut = []
    }
}

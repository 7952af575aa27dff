extension BidModel {
    /// All half-days of every demand of a lot that is bid for are done, and none of the others:
    /// Σₘ hₘ𝒹 = H𝒹 z.
    mutating func covered(slack: Bool) {
        var workers = [[Term]](repeating: [], count: instance.demands.count)
        for work in work {
            workers[work.demand].append(Term(variable: work.halfDays, factor: 1))
        }
        for (index, demand) in instance.demands.enumerated() {
            var terms = workers[index]
            terms.append(
                Term(variable: isBidFor[demand.lot], factor: -Double(demand.halfDays)))
            if slack {
                let missing = addSlack(.days, most: demand.halfDays, unit: 1, index: index)
                terms.append(Term(variable: missing, factor: 1))
            }
            programme.add(terms, equals: 0)
        }
    }

    /// Nobody works more half-days in a stretch of days than are free in it: Σ hₘ𝒹 ≤ Fₘ xₘ over
    /// the lots that lie within it.
    ///
    /// Where lots have many windows, most of these rows never bind, and wait in ``reserve``.
    mutating func withinFreeDays() {
        let works = Dictionary(grouping: work, by: \.member)
        for (index, member) in instance.members.enumerated() {
            let atHand = atHand(of: member)
            for (number, capacity) in member.capacities.enumerated() {
                var terms = works[index, default: []]
                    .filter { capacity.lots.contains(instance.demands[$0.demand].lot) }
                    .map { Term(variable: $0.halfDays, factor: 1) }
                guard !terms.isEmpty else { continue }
                terms.append(Term(variable: takesPart[index], factor: -Double(capacity.halfDays)))
                if atHand.contains(number) {
                    programme.add(terms, atMost: 0)
                } else {
                    reserve[capacity.lots, default: []].append(
                        Programme.Row(terms: terms, lower: -.infinity, upper: 0))
                }
            }
        }
    }

    /// Rows of free days that are in the programme from the start, by index: all of a member with
    /// few, and otherwise those of one lot and of most.
    private func atHand(of member: BidInstance.Member) -> [Int] {
        let sizes = member.capacities.map(\.lots.count)
        let largest = sizes.max() ?? 0
        return sizes.indices.filter { sizes.count <= 12 || sizes[$0] == 1 || sizes[$0] == largest }
    }

    /// Only members of the group work: hₘ𝒹 ≤ Uₘ𝒹 xₘ.
    mutating func onlyMembers() {
        for (index, works) in Dictionary(grouping: work, by: \.member).sorted(by: {
            $0.key < $1.key
        }) {
            let member = instance.members[index]
            let rows = atHand(of: member).map { member.capacities[$0] }
            for work in works {
                let most = instance.most(of: work.demand, by: member)
                // Where free days are the limit, their row says so already.
                let demand = instance.demands[work.demand]
                let isSaid = rows.contains {
                    $0.lots.contains(demand.lot) && $0.halfDays <= demand.halfDays
                }
                if isSaid { continue }
                programme.add(
                    [
                        Term(variable: work.halfDays, factor: 1),
                        Term(variable: takesPart[index], factor: -Double(most)),
                    ], atMost: 0)
            }
        }
    }

    /// Nobody is in with less than the smallest share that they accept, half a day at the least:
    /// Σ hₘ𝒹 ≥ Sₘ xₘ.
    mutating func smallestShares() {
        let works = Dictionary(grouping: work, by: \.member)
        for (index, member) in instance.members.enumerated() {
            var terms = works[index, default: []].map { Term(variable: $0.halfDays, factor: 1) }
            terms.append(Term(variable: takesPart[index], factor: -Double(member.share)))
            programme.add(terms, atLeast: 0)
        }
    }

    /// A group that bids is led by exactly one of its members who accept to: yₘ ≤ xₘ, Σ yₘ ≤ 1,
    /// Σ yₘ ≥ z.
    mutating func ledByOne(slack: Bool) {
        guard instance.asksForLead else { return }
        var terms = leads.map { Term(variable: $0.variable, factor: 1) }
        for lead in leads {
            programme.add(
                [
                    Term(variable: lead.variable, factor: 1),
                    Term(variable: takesPart[lead.member], factor: -1),
                ], atMost: 0)
        }
        programme.add(terms, atMost: 1)
        if slack {
            let nobody = addSlack(.lead, most: 1, unit: 1, index: 0)
            terms.append(Term(variable: nobody, factor: 1))
        }
        for lot in isBidFor {
            programme.add(terms + [Term(variable: lot, factor: -1)], atLeast: 0)
        }
    }

    /// The work of a lot costs no more than its budget, where one is published: Σ rₘ hₘ𝒹 ≤ B z.
    mutating func withinBudget(slack: Bool) {
        for (index, lot) in instance.lots.enumerated() {
            guard let budget = lot.budget else { continue }
            var terms = work(onLot: index).flatMap(\.price)
            let unit = greatestCommonDivisor(terms.map { Int($0.factor) })
            terms = terms.map {
                Term(variable: $0.variable, factor: $0.factor / Double(unit))
            }
            if slack {
                let most = dearest(lot: index) / unit + abs(budget) / unit + 1
                let over = addSlack(.budget, most: most, unit: unit, index: index)
                terms.append(Term(variable: over, factor: -1))
            }
            // Prices are whole units, so the budget is rounded down to one.
            let bound = (Double(budget) / Double(unit)).rounded(.down)
            terms.append(Term(variable: isBidFor[index], factor: -bound))
            programme.add(terms, atMost: 0)
        }
    }

    /// The group has no more members than allowed: Σ xₘ ≤ K.
    mutating func withinSize(slack: Bool) {
        guard let most = instance.membersMax else { return }
        var terms = size
        if slack {
            let over = addSlack(.size, most: instance.members.count, unit: 1, index: 0)
            terms.append(Term(variable: over, factor: -1))
        }
        programme.add(terms, atMost: Double(most))
    }

    /// Members who refuse one another are not in the same group: xₐ + x_b ≤ 1.
    mutating func apart(slack: Bool) {
        for (index, pair) in instance.refusals.enumerated() {
            var terms = [
                Term(variable: takesPart[pair.0], factor: 1),
                Term(variable: takesPart[pair.1], factor: 1),
            ]
            if slack {
                let both = addSlack(.refusals, most: 1, unit: 1, index: index)
                terms.append(Term(variable: both, factor: -1))
            }
            programme.add(terms, atMost: 1)
        }
    }

    /// A group that bids reaches the lowest turnover together: Σ Tₘ xₘ ≥ T z.
    mutating func reachingTurnover(slack: Bool) {
        guard let least = instance.turnoverMin else { return }
        let reached = instance.members.map { min($0.turnover, least) }
        let unit = greatestCommonDivisor(reached + [least])
        var missing: Programme.Variable?
        if slack { missing = addSlack(.turnover, most: least / unit, unit: unit, index: 0) }
        for lot in isBidFor {
            var terms = zip(takesPart, reached).map {
                Term(variable: $0, factor: Double($1 / unit))
            }
            if let missing { terms.append(Term(variable: missing, factor: 1)) }
            terms.append(Term(variable: lot, factor: -Double(least / unit)))
            programme.add(terms, atLeast: 0)
        }
    }

    /// A group that bids has a member with each certification asked: Σ xₘ ≥ z over its holders.
    mutating func certified(slack: Bool) {
        for (lot, variable) in zip(instance.lots, isBidFor) {
            for (index, certification) in lot.certifications.enumerated() {
                var terms = zip(takesPart, instance.members).compactMap {
                    $1.certifications.contains(certification)
                        ? Term(variable: $0, factor: 1) : nil
                }
                if slack {
                    let missing = addSlack(.certifications, most: 1, unit: 1, index: index)
                    terms.append(Term(variable: missing, factor: 1))
                }
                terms.append(Term(variable: variable, factor: -1))
                programme.add(terms, atLeast: 0)
            }
        }
    }

    /// A pair counts when both do a real share, R pₐᵦ ≤ Σ hₐ and R pₐᵦ ≤ Σ hᵦ; a newcomer when one does,
    /// n ≤ Σ nₘ and R nₘ ≤ Σ hₘ.
    ///
    /// - Returns: The variables that are 1 when they count.
    mutating func tied() -> [Programme.Variable] {
        let works = Dictionary(grouping: work, by: \.member)
        var ties: [Programme.Variable] = []
        for pair in instance.together {
            let both = programme.addVariable(to: 1)
            for member in [pair.0, pair.1] {
                hold(both, toShareOf: member, in: works[member, default: []])
            }
            ties.append(both)
        }
        for (index, member) in instance.members.enumerated() where member.isNewcomer {
            let counts = programme.addVariable(to: 1)
            hold(counts, toShareOf: index, in: works[index, default: []])
            newcomers.append((index, counts))
        }
        if !newcomers.isEmpty {
            let any = programme.addVariable(to: 1)
            programme.add(
                [Term(variable: any, factor: 1)]
                    + newcomers.map { Term(variable: $0.variable, factor: -1) }, atMost: 0)
            ties.append(any)
        }
        return ties
    }

    /// Lets a variable be 1 only where the member takes part, with a real share.
    private mutating func hold(
        _ variable: Programme.Variable, toShareOf member: Int, in works: [Work]
    ) {
        programme.add(
            [
                Term(variable: variable, factor: 1),
                Term(variable: takesPart[member], factor: -1),
            ], atMost: 0)
        // Whoever takes part does that much anyway.
        guard instance.realShare > instance.members[member].share else { return }
        programme.add(
            [Term(variable: variable, factor: Double(instance.realShare))]
                + works.map { Term(variable: $0.halfDays, factor: -1) }, atMost: 0)
    }

    /// The work of the lead counts, and no other's: qₘ ≤ Σ hₘ𝒹, qₘ ≤ Uₘ yₘ.
    ///
    /// - Returns: The variables that come to half-days of the lead, one for each who accepts to.
    mutating func doneByLead() -> [Programme.Variable] {
        let works = Dictionary(grouping: work, by: \.member)
        return leads.map { lead in
            let own = works[lead.member, default: []]
            let member = instance.members[lead.member]
            let asked = own.reduce(0) { $0 + instance.demands[$1.demand].halfDays }
            let lots = LotSet(own.map { instance.demands[$0.demand].lot })
            let most = member.capacities.reduce(asked) {
                lots.isSubset(of: $1.lots) ? min($0, $1.halfDays) : $0
            }
            let counted = programme.addVariable(to: most)
            programme.add(
                [Term(variable: counted, factor: 1)]
                    + own.map { Term(variable: $0.halfDays, factor: -1) }, atMost: 0)
            programme.add(
                [
                    Term(variable: counted, factor: 1),
                    Term(variable: lead.variable, factor: -Double(most)),
                ], atMost: 0)
            return counted
        }
    }

    /// A price in cents that no work on the lot passes.
    private func dearest(lot: Int) -> Int {
        work(onLot: lot).reduce(0) {
            let most = instance.most(of: $1.demand, by: instance.members[$1.member])
            return $0 + (instance.members[$1.member].rate + 1) * (most + 1) / 2
        }
    }
}

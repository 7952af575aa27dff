internal import Market

extension BidInstance {
    /// Leaves out members whom nobody needs, without loss of any optimum.
    ///
    /// One member *dominates* another who can do no more and none of it better, is no cheaper,
    /// brings no more turnover and certifications, refuses no fewer, accepts no smaller a share and
    /// does not lead alone; of two alike, the one with the lower id. Where ties count, nobody who
    /// has worked with another is dominated, and a newcomer only by another. Among the
    /// best groups there is one in which (1) whoever takes part does so beside all who dominate
    /// them, as one could otherwise take their place, and (2) each of these has a full calendar, as
    /// they could otherwise take over half a day. So a member is not needed if
    /// their dominators alone fill a group, or all work that is asked for fits into what their
    /// dominators must be doing already and these reach the turnover by themselves.
    ///
    /// Prices of half-days are rounded to the cent, so (2) only counts dominators with an even
    /// number of cents a day; and it needs a member who accepts half a day, and where ties count is no
    /// newcomer, whose share may be just large enough. Where the lead's days
    /// are an objective and the member might lead, it needs a dominator who ends with no fewer days
    /// than the member began with: one whose limits lie within one another or apart.
    ///
    /// - Parameters:
    ///   - objectives: What is wanted; for other objectives members need not be as good.
    ///   - sizeHolds: Whether the limit on members holds.
    ///   - kept: Members who stay, dominated or not.
    ///   - barred: Members who may not all be in a group, so that they dominate nobody.
    /// - Complexity: O(*n*²) in the number of members.
    mutating func dropDominated(
        for objectives: Set<BidObjective>, sizeHolds: Bool = true,
        keeping kept: Set<String> = [], barring barred: Set<String> = []
    ) {
        guard members.count > 1 else { return }
        let total = demands.reduce(0) { $0 + $1.halfDays }
        let relation = Relation(
            refused: byMember(refusals),
            together: objectives.contains(.ties) ? byMember(together) : [],
            countsFit: objectives.contains(.fit), countsTies: objectives.contains(.ties))
        let isNested =
            objectives.contains(.lead) ? members.map { nested($0.capacities) } : []
        let byRate = members.indices.sorted { (members[$0].rate, $0) < (members[$1].rate, $1) }
        var isNeeded = [Bool](repeating: true, count: members.count)
        for member in members.indices where !kept.contains(members[member].id) {
            var (dominators, filled, turnover) = (0, 0, 0)
            for other in byRate {
                if members[other].rate > members[member].rate { break }
                guard other != member, !barred.contains(members[other].id),
                    dominates(other, member, relation)
                else { continue }
                dominators += 1
                // Work that a newcomer gives up may be the share that counts.
                let keepsTies = !(relation.countsTies && members[member].isNewcomer)
                if keepsTies, isNested.isEmpty || !members[member].leads || isNested[other] {
                    filled += leastWhenFull(other, for: member, total: total)
                }
                turnover += members[other].turnover
                let isFull = sizeHolds && membersMax.map { dominators >= $0 } ?? false
                let isDone = filled >= total && turnover >= turnoverMin ?? 0
                if isFull || isDone {
                    isNeeded[member] = false
                    break
                }
            }
        }
        keep(members.indices.filter { isNeeded[$0] })
    }

    /// What stands between members, by index, and which of it counts.
    private struct Relation {
        let refused: [Set<Int>]
        let together: [Set<Int>]
        let countsFit: Bool
        let countsTies: Bool
    }

    /// Whether `strong` can stand in for `weak` in any group, and wins where both are alike.
    private func dominates(_ strong: Int, _ weak: Int, _ relation: Relation) -> Bool {
        guard isAtLeast(strong, weak, relation) else { return false }
        return strong < weak || !isAtLeast(weak, strong, relation)
    }

    private func isAtLeast(_ strong: Int, _ weak: Int, _ relation: Relation) -> Bool {
        let (one, other) = (members[strong], members[weak])
        let refused = relation.refused
        guard one.rate <= other.rate, other.demands.count <= one.demands.count,
            one.share <= other.share, one.leads || !other.leads
        else { return false }
        if relation.countsTies {
            guard relation.together[weak].isEmpty, one.isNewcomer || !other.isNewcomer else {
                return false
            }
        }
        if relation.countsFit {
            guard zip(other.demands, other.fit).allSatisfy({ $1 <= one.fit(for: $0) }) else {
                return false
            }
        }
        if let least = turnoverMin, one.turnover < min(least, other.turnover) { return false }
        guard other.certifications.isSubset(of: one.certifications),
            refused[strong].allSatisfy({ $0 == weak || refused[weak].contains($0) }),
            contains(one.demands, other.demands)
        else { return false }
        return one.capacities == other.capacities
            || one.capacities.allSatisfy { allows($0, all: other) }
    }

    /// Whether a capacity never binds for what `member` can do within it.
    private func allows(_ capacity: Capacity, all member: Member) -> Bool {
        let concerned = member.demands.filter { capacity.lots.contains(demands[$0].lot) }
        let most = concerned.reduce(0) { $0 + demands[$1].halfDays }
        if most <= capacity.halfDays { return true }
        let lots = LotSet(concerned.map { demands[$0].lot })
        return member.capacities.contains {
            $0.halfDays <= capacity.halfDays && lots.isSubset(of: $0.lots)
        }
    }

    /// Fewest half-days that `dominator` does when it cannot take over one of `member`'s.
    private func leastWhenFull(_ dominator: Int, for member: Int, total: Int) -> Int {
        guard members[dominator].rate.isMultiple(of: 2), members[member].share == 1 else {
            return 0
        }
        let lots = Set(members[member].demands.map { demands[$0].lot })
        return lots.map { lot in
            members[dominator].capacities.filter { $0.lots.contains(lot) }.map(\.halfDays).min()
                ?? total
        }.min() ?? 0
    }

    /// Whether of any two limits one lies within the other, or they share no lot.
    private func nested(_ capacities: [Capacity]) -> Bool {
        capacities.indices.allSatisfy { index in
            capacities[..<index].allSatisfy {
                let (one, other) = ($0.lots, capacities[index].lots)
                return one.isSubset(of: other) || other.isSubset(of: one)
                    || one.isApart(from: other)
            }
        }
    }

    private func contains(_ large: [Int], _ small: [Int]) -> Bool {
        var index = 0
        for item in small {
            while index < large.count, large[index] < item { index += 1 }
            guard index < large.count, large[index] == item else { return false }
        }
        return true
    }

    private func byMember(_ pairs: [(Int, Int)]) -> [Set<Int>] {
        var others = [Set<Int>](repeating: [], count: members.count)
        for (one, other) in pairs {
            others[one].insert(other)
            others[other].insert(one)
        }
        return others
    }

    /// Keeps some members, by index, ascending.
    mutating func keep(_ kept: [Int]) {
        let positions = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        func moved(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
            pairs.compactMap { one, other in
                guard let first = positions[one], let second = positions[other] else { return nil }
                return (first, second)
            }
        }
        members = kept.map { members[$0] }
        refusals = moved(refusals)
        together = moved(together)
    }
}

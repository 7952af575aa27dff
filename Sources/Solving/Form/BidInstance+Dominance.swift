extension BidInstance {
    /// Leaves out members whom nobody needs, without loss of any optimum.
    ///
    /// One member *dominates* another who can do no more, is no cheaper, brings no more turnover
    /// and certifications and refuses no fewer; of two alike, the one with the lower id. Among the
    /// best groups there is one in which (1) whoever takes part does so beside all who dominate
    /// them, as one could otherwise take their place, and (2) each of these has a full calendar, as
    /// they could otherwise take over half a day. So a member is not needed if
    /// their dominators alone fill a group, or all work that is asked for fits into what their
    /// dominators must be doing already and these reach the turnover by themselves.
    ///
    /// Prices of half-days are rounded to the cent, so (2) only counts dominators with an even
    /// number of cents a day.
    ///
    /// - Complexity: O(*n*²) in the number of members.
    mutating func dropDominated(sizeHolds: Bool = true) {
        guard members.count > 1 else { return }
        let total = demands.reduce(0) { $0 + $1.halfDays }
        let refused = refusedByMember()
        let byRate = members.indices.sorted { (members[$0].rate, $0) < (members[$1].rate, $1) }
        var isNeeded = [Bool](repeating: true, count: members.count)
        for member in members.indices {
            var (dominators, filled, turnover) = (0, 0, 0)
            for other in byRate {
                if members[other].rate > members[member].rate { break }
                guard other != member, dominates(other, member, refused: refused) else { continue }
                dominators += 1
                filled += leastWhenFull(other, for: member, total: total)
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

    /// Whether `strong` can stand in for `weak` in any group, and wins where both are alike.
    private func dominates(_ strong: Int, _ weak: Int, refused: [Set<Int>]) -> Bool {
        guard isAtLeast(strong, weak, refused: refused) else { return false }
        return strong < weak || !isAtLeast(weak, strong, refused: refused)
    }

    private func isAtLeast(_ strong: Int, _ weak: Int, refused: [Set<Int>]) -> Bool {
        let (one, other) = (members[strong], members[weak])
        guard one.rate <= other.rate, other.demands.count <= one.demands.count else {
            return false
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
        guard members[dominator].rate.isMultiple(of: 2) else { return 0 }
        let lots = Set(members[member].demands.map { demands[$0].lot })
        return lots.map { lot in
            members[dominator].capacities.filter { $0.lots.contains(lot) }.map(\.halfDays).min()
                ?? total
        }.min() ?? 0
    }

    private func contains(_ large: [Int], _ small: [Int]) -> Bool {
        var place = 0
        for item in small {
            while place < large.count, large[place] < item { place += 1 }
            guard place < large.count, large[place] == item else { return false }
        }
        return true
    }

    private func refusedByMember() -> [Set<Int>] {
        var refused = [Set<Int>](repeating: [], count: members.count)
        for (one, other) in refusals {
            refused[one].insert(other)
            refused[other].insert(one)
        }
        return refused
    }

    /// Keeps some members, by place, ascending.
    mutating func keep(_ kept: [Int]) {
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        members = kept.map { members[$0] }
        refusals = refusals.compactMap { one, other in
            guard let first = places[one], let second = places[other] else { return nil }
            return (first, second)
        }
    }
}

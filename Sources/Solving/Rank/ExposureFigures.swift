public import Market

extension Exposure {
    /// How a night shares its suggestions out among the members behind its candidates.
    ///
    /// - Parameters:
    ///   - candidates: Everybody who could be suggested; a member with several candidates counts
    ///     once, with the first that says when they joined and where they are.
    ///   - suggested: Members of the night's suggestions, one entry a suggestion.
    ///   - passedOver: Members with a match and no suggestion.
    ///   - history: What the nights before left.
    ///   - asOf: The day of the night.
    /// - Complexity: O(*n* log *n*) in the number of candidates.
    public init(
        of candidates: [Candidate], suggested: [String], passedOver: [String],
        history: ProposalHistory, asOf: Day
    ) {
        let counts = Dictionary(suggested.map { ($0, 1) }, uniquingKeysWith: +)
        let members = Member.all(of: candidates, suggested: counts)
        let arrival: Arrival = members.contains { $0.joined != nil } ? .joined : .firstSeen
        let tonight = arrival == .firstSeen ? Set(suggested).union(passedOver) : []
        func arrived(_ member: Member) -> Day? {
            switch arrival {
            case .joined: member.joined
            case .firstSeen:
                history.firstSeen[member.id] ?? (tonight.contains(member.id) ? asOf : nil)
            }
        }
        let (monthAgo, quarterAgo) = (asOf.advanced(by: -30), asOf.advanced(by: -90))
        var (everybody, newcomers) = (Tally(), Tally())
        var byDepartment: [String: Tally] = [:]
        var (established, unseen) = (0, 0)
        for member in members {
            let arrived = arrived(member)
            everybody.add(member)
            byDepartment[member.department ?? "", default: Tally()].add(member)
            if arrived.map({ $0 > quarterAgo }) ?? false { newcomers.add(member) }
            guard arrived.map({ $0 <= monthAgo }) ?? true else { continue }
            established += 1
            if member.suggested == 0,
                history.lastSuggested[member.id].map({ $0 <= monthAgo }) ?? true
            {
                unseen += 1
            }
        }
        self.init(
            members: everybody.members, suggested: everybody.suggested,
            gini: Self.gini(of: members.map(\.suggested)), established: established,
            unseen: unseen, newcomers: newcomers.group, arrival: arrival,
            departments: byDepartment.sorted { one, other in
                (one.key.isEmpty ? 1 : 0, one.key) < (other.key.isEmpty ? 1 : 0, other.key)
            }.map { Department(code: $0.isEmpty ? nil : $0, group: $1.group) })
    }

    /// How many members there are of a kind, and how many of them were suggested.
    private struct Tally {
        private(set) var members = 0
        private(set) var suggested = 0

        mutating func add(_ member: Member) {
            members += 1
            if member.suggested > 0 { suggested += 1 }
        }

        var group: Group { Group(members: members, suggested: suggested) }
    }

    /// Who stands behind candidates.
    private struct Member {
        let id: String
        var joined: Day?
        var department: String?
        /// Suggestions of the night.
        let suggested: Int

        /// The members behind some candidates, in no order.
        static func all(of candidates: [Candidate], suggested: [String: Int]) -> [Member] {
            var order = Array(candidates.indices)
            if !order.dropFirst().allSatisfy({ candidates[$0 - 1].id < candidates[$0].id }) {
                order.sort { candidates[$0].id < candidates[$1].id }
            }
            // Where members ascend as their candidates do, the last one is the only one to compare.
            let isInOrder = zip(order, order.dropFirst()).allSatisfy {
                candidates[$0].member <= candidates[$1].member
            }
            var members: [Member] = []
            members.reserveCapacity(candidates.count)
            var positions: [String: Int] = [:]
            for candidate in order {
                let id = candidates[candidate].member
                let known =
                    isInOrder
                    ? members.last?.id == id ? members.count - 1 : nil
                    : positions[id]
                let index = known ?? members.count
                if index == members.count {
                    if !isInOrder { positions[id] = index }
                    members.append(Member(id: id, suggested: suggested[id] ?? 0))
                }
                if members[index].joined == nil {
                    members[index].joined = candidates[candidate].joined
                }
                if members[index].department == nil {
                    members[index].department = candidates[candidate].department
                }
            }
            return members
        }
    }
}

extension Exposure {
    /// The Gini coefficient of counts, 0 where all are alike or there are none.
    ///
    /// - Complexity: O(*n* log *n*).
    static func gini(of counts: [Int]) -> Double {
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return 0 }
        let weighted = counts.sorted().enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        let count = Double(counts.count)
        return 2 * Double(weighted) / (count * Double(sum)) - (count + 1) / count
    }
}

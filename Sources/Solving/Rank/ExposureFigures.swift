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
        history: SuggestionHistory, asOf: Day
    ) {
        let counts = Dictionary(suggested.map { ($0, 1) }, uniquingKeysWith: +)
        var joined: [String: Day] = [:]
        var department: [String: String] = [:]
        var order = Array(candidates.indices)
        if !zip(candidates, candidates.dropFirst()).allSatisfy({ $0.id < $1.id }) {
            order.sort { candidates[$0].id < candidates[$1].id }
        }
        for place in order {
            let candidate = candidates[place]
            if joined[candidate.member] == nil { joined[candidate.member] = candidate.joined }
            if department[candidate.member] == nil {
                department[candidate.member] = candidate.department
            }
        }
        let members = Set(candidates.map(\.member)).sorted()
        let arrival: Arrival = joined.isEmpty ? .firstSeen : .joined
        let tonight = Set(suggested).union(passedOver)
        func arrived(_ member: String) -> Day? {
            switch arrival {
            case .joined: joined[member]
            case .firstSeen: history.firstSeen[member] ?? (tonight.contains(member) ? asOf : nil)
            }
        }
        func group(_ members: some Collection<String>) -> Group {
            Group(members: members.count, suggested: members.count { counts[$0] != nil })
        }
        let (monthAgo, quarterAgo) = (asOf.advanced(by: -30), asOf.advanced(by: -90))
        let established = members.filter { member in
            arrived(member).map { $0 <= monthAgo } ?? true
        }
        let everybody = group(members)
        let byDepartment = Dictionary(grouping: members) { department[$0] ?? "" }
        self.init(
            members: everybody.members, suggested: everybody.suggested,
            gini: Self.gini(of: members.map { counts[$0] ?? 0 }), established: established.count,
            unseen: established.count { member in
                let last = history.lastSuggested[member]
                return counts[member] == nil
                    && last.map { $0 <= monthAgo } ?? true
            },
            newcomers: group(
                members.filter { member in
                    arrived(member).map { $0 > quarterAgo } ?? false
                }), arrival: arrival,
            departments: byDepartment.sorted { one, other in
                (one.key.isEmpty ? 1 : 0, one.key) < (other.key.isEmpty ? 1 : 0, other.key)
            }.map { code, members in
                Department(code: code.isEmpty ? nil : code, group: group(members))
            })
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

internal import Market
internal import Postgres

extension Ledger {
    /// Every skill of the network. One without a label in a language has that of the other.
    func skills(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> [Skill.ID: Skill] {
        let rows = try rows(of: query, calling: "skill", asOf: asOf, on: connection) { row in
            let (french, english) = (row.label(.frenchLabel), row.label(.englishLabel))
            return Skill(
                id: row.id, french: french ?? english ?? row.id,
                english: english ?? french ?? row.id,
                frenchAlternatives: row.texts(.frenchAlternatives),
                englishAlternatives: row.texts(.englishAlternatives))
        }
        faults += rows.faults
        return Dictionary(rows.values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Pairs of members of whom one does not wish to work with the other.
    func refusals(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> Set<MemberPair> {
        var pairs: Set<MemberPair> = []
        let found = try eachRow(of: query, calling: "refusal", asOf: asOf, on: connection) { row in
            let (member, refused) = (row.reference(.member), row.reference(.refused))
            row.call(member)
            if row.isBroken { return }
            if member == refused {
                row.refuse(.refused, .refusesSelf)
            } else {
                pairs.insert(MemberPair(member, refused))
            }
        }
        faults += found.sorted(by: Self.inOrder)
        return pairs
    }

    /// Who worked with whom in the three years before the day, how often and when last. A row without a
    /// day counts as of the day itself.
    func collaborations(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> [MemberPair: Collaboration] {
        let first =
            Day(year: asOf.year - 3, month: asOf.month, day: asOf.day)
            // There is no 29 February.
            ?? Day(year: asOf.year - 3, month: asOf.month, day: 28) ?? asOf
        var pairs: [MemberPair: Collaboration] = [:]
        let found = try eachRow(
            of: query, calling: "collaboration", asOf: asOf, on: connection
        ) { row in
            let (one, other) = (row.reference(.member), row.reference(.other))
            row.call(one)
            let day = row[.worked] == .null ? asOf : row.readableDay(.worked)
            if row.isBroken { return }
            guard let day, day > first, day <= asOf else { return }
            guard one != other else {
                row.refuse(.other, .unreadable(expected: "another member"))
                return
            }
            let before = pairs[MemberPair(one, other)]
            pairs[MemberPair(one, other)] = Collaboration(
                count: (before?.count ?? 0) + 1, last: max(before?.last ?? day, day))
        }
        faults += found.sorted(by: Self.inOrder)
        return pairs
    }

    /// Whether one row set aside comes before another: by id, then by field.
    private static func inOrder(_ one: SetAside, _ other: SetAside) -> Bool {
        (one.id, one.field) < (other.id, other.field)
    }
}

extension Fields {
    /// A label; an empty one is none.
    fileprivate mutating func label(_ column: MarketColumn) -> String? {
        optionalText(column).flatMap { $0.isBlank ? nil : $0 }
    }

    /// Texts as they are written.
    func texts(_ column: MarketColumn) -> [String] {
        if case .texts(let texts) = self[column] { texts } else { [] }
    }
}

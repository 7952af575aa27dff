internal import Market
internal import Postgres

extension Ledger {
    /// Every skill of the network.
    func skills(on connection: borrowing Connection) throws -> [Skill.ID: Skill] {
        let rows = try connection.rows(
            of: """
                SELECT id, label_fr, label_en,
                    array_remove(alternatives_fr, NULL) AS alternatives_fr,
                    array_remove(alternatives_en, NULL) AS alternatives_en
                FROM network.skill
                ORDER BY id COLLATE "C"
                """)
        var skills: [Skill.ID: Skill] = [:]
        try rows.forEach { row throws(PostgresError) in
            let skill = Skill(
                id: try row.value("id"), french: try row.value("label_fr"),
                english: try row.value("label_en"),
                frenchAlternatives: try row.value("alternatives_fr"),
                englishAlternatives: try row.value("alternatives_en"))
            skills[skill.id] = skill
        }
        return skills
    }

    /// Pairs of members of whom one does not wish to work with the other.
    func refusals(on connection: borrowing Connection, faults: inout [SetAside]) throws
        -> Set<MemberPair>
    {
        let rows = try connection.rows(
            of: """
                SELECT member_id, refused_id FROM network.refusal
                ORDER BY member_id COLLATE "C", refused_id COLLATE "C"
                """)
        var pairs: Set<MemberPair> = []
        var found: [SetAside] = []
        try rows.forEach { row throws(PostgresError) in
            let member: String = try row.value("member_id")
            let refused: String = try row.value("refused_id")
            if member == refused {
                found.append(
                    SetAside(
                        source: "refusal", id: member, field: "refused_id", fault: .refusesSelf))
            } else {
                pairs.insert(MemberPair(member, refused))
            }
        }
        faults += found
        return pairs
    }

    /// Who worked with whom in the three years before the day, how often and when last.
    func collaborations(
        asOf: Day, on connection: borrowing Connection, faults: inout [SetAside]
    ) throws -> [MemberPair: Collaboration] {
        let rows = try connection.rows(
            of: """
                SELECT min(id COLLATE "C") AS id, least(member_a, member_b) AS one,
                    greatest(member_a, member_b) AS other, count(*) AS times,
                    max(worked_on) AS last
                FROM network.collaboration
                WHERE worked_on > \(asOf.date) - interval '3 years' AND worked_on <= \(asOf.date)
                GROUP BY 2, 3
                ORDER BY 1
                """)
        var pairs: [MemberPair: Collaboration] = [:]
        var found: [SetAside] = []
        try rows.forEach { row throws(PostgresError) in
            let one: String = try row.value("one")
            let other: String = try row.value("other")
            if one == other {
                found.append(
                    SetAside(
                        source: "collaboration", id: try row.value("id"), field: "member_b",
                        fault: .unreadable(expected: .a(.otherMember))))
            } else {
                pairs[MemberPair(one, other)] = Collaboration(
                    count: try row.value("times"), last: Day(try row.value("last")))
            }
        }
        faults += found
        return pairs
    }
}

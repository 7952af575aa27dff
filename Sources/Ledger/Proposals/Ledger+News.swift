public import Market
internal import Postgres

extension Ledger {
    /// What each member is to hear: proposals in force in which they have a part, that nobody decided
    /// on, and that they were not told of since they were last new.
    ///
    /// Only members who consented, have not left, have an address that can be reached and want news on
    /// that day: `daily` on any, `weekly` on Mondays, `never` on none. What names somebody who has left,
    /// withdrew consent or refuses the reader since the night is held back.
    ///
    /// - Parameters:
    ///   - asOf: The day that is taken for today.
    ///   - name: Name of the network, for titles.
    ///   - language: The network's own, for members whose locale has no wording.
    ///   - audiences: Jobs in the order that their proposals are told, and to whom.
    /// - Returns: Members with news, ascending by id.
    public func news(
        asOf: Day, network name: String, language: Language = .french, audiences: [DigestAudience]
    ) throws(LedgerError) -> [News] {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                // What makes no sense of members is told by the check.
                var faults: [SetAside] = []
                let everybody = try members(
                    asOf: asOf, orBehind: audiences.compactMap(\.candidates), faults: &faults,
                    on: connection)
                let recipients = try recipients(
                    among: everybody, asOf: asOf, otherwise: language, on: connection)
                let members = recipients.map(\.member)
                let withheld = try WithheldNames(
                    of: everybody, on: asOf, refusals: currentRefusals(asOf: asOf, on: connection))
                var items: [String: [News.Item]] = [:]
                for audience in audiences {
                    let untold = try untold(audience, to: members, on: connection)
                    for (member, item) in untold
                    where !withheld.holds(
                        back: item, from: member, asking: audience.asking)
                    {
                        items[member, default: []].append(item)
                    }
                }
                let skills = try labels(of: audiences.map(\.job), on: connection)
                return recipients.compactMap { recipient in
                    items[recipient.member].map {
                        News(
                            recipient: recipient, network: name, asOf: asOf, items: $0,
                            skills: skills)
                    }
                }
            }
        }
    }

    /// Records that a member was written to, so that they are not told the same again.
    ///
    /// - Returns: Number of the message.
    @discardableResult
    public func record(_ message: RecordedMessage, telling news: News) throws(LedgerError) -> Int {
        try guarded { connection in
            try connection.transaction { connection in
                let id = try connection.first(
                    """
                    INSERT INTO entremise.message (network, member_id, as_of, language, subject, file)
                    VALUES (
                        \(network.key), \(news.recipient.member), \(news.asOf.date),
                        \(news.recipient.language.rawValue), \(message.subject), \(message.file)
                    )
                    RETURNING id
                    """, as: Int.self)
                guard let id else {
                    throw LedgerError.unreadable("Expected the number of the new message")
                }
                let told = news.items.filter { $0.proposal.id != nil }
                try connection.execute(
                    """
                    INSERT INTO entremise.message_proposal (message_id, proposal_id, role)
                    SELECT \(id), told.id, told.role
                    FROM unnest(\(told.compactMap(\.proposal.id)), \(told.map(\.role)))
                        AS told (id, role)
                    """)
                return id
            }
        }
    }

    private func recipients(
        among members: [Member], asOf: Day, otherwise language: Language,
        on connection: borrowing Connection
    ) throws -> [News.Recipient] {
        let bounces = try bounces(asOf: asOf, on: connection)
        return members.compactMap { member in
            guard member.wantsNews(on: asOf), member.digest == .daily || asOf.weekday == 1,
                let address = member.address, !bounces.contains(address.lowercased())
            else { return nil }
            return News.Recipient(
                member: member.id, name: member.name, address: address,
                language: member.locale.flatMap(Language.init(locale:)) ?? language)
        }
    }

    /// Labels of the skills that proposals in force name, those of later runs before.
    private func labels(
        of jobs: [String], on connection: borrowing Connection
    ) throws -> [Skill.ID: Skill] {
        let rows = try connection.rows(
            of: """
                SELECT labels FROM entremise.run
                WHERE id IN (
                    SELECT run_id FROM entremise.proposal
                    WHERE network = \(network.key) AND job = ANY (\(jobs)) AND until_run_id IS NULL
                )
                ORDER BY id
                """)
        var skills: [Skill.ID: Skill] = [:]
        let labels = try rows.map { row throws(any Error) in
            try row.value("labels", as: JSONText.self)
                .decoded(as: [Skill.ID: [String: String]].self)
        }
        for label in labels { skills.merge(Self.skills(label)) { $1 } }
        return skills
    }

    /// What an audience has not heard of, member by member, in the order of the proposals.
    private func untold(
        _ audience: DigestAudience, to members: [String], on connection: borrowing Connection
    ) throws -> [(member: String, item: News.Item)] {
        var parties: [Int: [(member: String, role: String)]] = [:]
        try connection.rows(
            of: """
                SELECT party.proposal_id, party.member_id, party.role
                FROM entremise.proposal
                JOIN entremise.party ON party.proposal_id = proposal.id
                \(Self.firstVersion)
                \(Self.said())
                WHERE proposal.network = \(network.key) AND proposal.job = \(audience.job)
                    AND proposal.until_run_id IS NULL
                    AND party.role = ANY (\(audience.roles)) AND party.member_id = ANY (\(members))
                    AND (\(audience.hearsOfDecided) OR said.verdict IS NULL)
                    AND NOT EXISTS (
                        SELECT FROM entremise.message_proposal AS telling
                        JOIN entremise.message ON message.id = telling.message_id
                        JOIN entremise.proposal AS told ON told.id = telling.proposal_id
                        WHERE told.network = proposal.network AND told.job = proposal.job
                            AND told.key = proposal.key
                            AND told.id >= first.id AND message.member_id = party.member_id
                    )
                ORDER BY party.proposal_id, party.position
                """
        ).forEach { row throws(PostgresError) in
            parties[try row.value("proposal_id"), default: []].append(
                (try row.value("member_id"), try row.value("role")))
        }
        guard !parties.isEmpty else { return [] }
        return try proposals(
            where: "proposal.id = ANY (\(parties.keys.sorted()))", on: connection
        ).flatMap { proposal in
            (proposal.id.flatMap { parties[$0] } ?? []).map {
                ($0.member, News.Item(proposal: proposal, role: $0.role))
            }
        }
    }
}

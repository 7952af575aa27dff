public import Market
internal import Postgres

extension Ledger {
    /// What each member is to hear: suggestions and bids that stand, that nobody decided on, and
    /// that the member was not told of since they were last new.
    ///
    /// Only members who consented, have not left, have an address and want news on that day:
    /// `daily` on any, `weekly` on Mondays, `never` on none.
    ///
    /// - Parameters:
    ///   - asOf: The day that is taken for today.
    ///   - network: Name of the network, for titles.
    ///   - jobs: Jobs in the order that their suggestions are told, and to whom.
    /// - Returns: Members with news, ascending by id.
    public func news(
        asOf: Day, network: String, jobs: [Publication]
    ) throws(LedgerError) -> [News] {
        try requireSchema()
        return try guarded { connection in
            try connection.transaction(.snapshot) { connection in
                let readers = try readers(asOf: asOf, on: connection)
                var forCandidates: [String: [RecordedSuggestion]] = [:]
                var forOwners: [String: [RecordedSuggestion]] = [:]
                var bids: [String: [RecordedBid]] = [:]
                for job in jobs {
                    if job.toCandidates {
                        for suggestion in try untold(.candidate, in: job.job, on: connection) {
                            forCandidates[suggestion.member, default: []].append(suggestion)
                        }
                        for (bid, members) in try untoldBids(in: job.job, on: connection) {
                            for member in members { bids[member, default: []].append(bid) }
                        }
                    }
                    if job.toOwners {
                        for suggestion in try untold(.owner, in: job.job, on: connection) {
                            guard let owner = suggestion.needOwner else { continue }
                            forOwners[owner, default: []].append(suggestion)
                        }
                    }
                }
                let skills = try labels(of: jobs.map(\.job), on: connection)
                return readers.compactMap { reader in
                    let forYou = (forCandidates[reader.member] ?? []).sorted {
                        ($1.score, $0.job, $0.need) < ($0.score, $1.job, $1.need)
                    }
                    let forYourNeeds = forOwners[reader.member] ?? []
                    let bids = bids[reader.member] ?? []
                    guard !forYou.isEmpty || !forYourNeeds.isEmpty || !bids.isEmpty else {
                        return nil
                    }
                    return News(
                        reader: reader, network: network, asOf: asOf, forYou: forYou,
                        forYourNeeds: forYourNeeds, bids: bids, skills: skills)
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
                    INSERT INTO entremise.message (member_id, as_of, language, subject, file)
                    VALUES (
                        \(news.reader.member), \(news.asOf.date),
                        \(news.reader.language.rawValue), \(message.subject), \(message.file)
                    )
                    RETURNING id
                    """, as: Int.self)
                guard let id else {
                    throw LedgerError.unreadable("Expected the number of the new message")
                }
                for (role, told) in [
                    (Role.candidate, news.forYou), (Role.owner, news.forYourNeeds),
                ] {
                    try connection.execute(
                        """
                        INSERT INTO entremise.message_suggestion (message_id, suggestion_id, role)
                        SELECT \(id), told, \(role.rawValue)
                        FROM unnest(\(told.compactMap(\.id))) AS told
                        """)
                }
                try connection.execute(
                    """
                    INSERT INTO entremise.message_bid (message_id, bid_id)
                    SELECT \(id), told FROM unnest(\(news.bids.compactMap(\.id))) AS told
                    """)
                return id
            }
        }
    }

    /// What a reader is in a suggestion.
    private enum Role: String {
        case candidate, owner
    }

    private func readers(
        asOf: Day, on connection: borrowing Connection
    ) throws -> [News.Reader] {
        let wanted = asOf.weekday == 1 ? ["daily", "weekly"] : ["daily"]
        return try connection.rows(
            of: """
                SELECT id, name, email, locale FROM network.member
                WHERE consent_matching AND email <> '' AND digest = ANY (\(wanted))
                    AND (left_on IS NULL OR left_on > \(asOf.date))
                ORDER BY id COLLATE "C"
                """
        ).map { row throws(PostgresError) in
            News.Reader(
                member: try row.value("id"), name: try row.value("name"),
                address: try row.value("email"),
                language: Language(rawValue: try row.value("locale")) ?? .french)
        }
    }

    /// Labels of the skills that standing suggestions name, those of later runs before.
    private func labels(
        of jobs: [String], on connection: borrowing Connection
    ) throws -> [Skill.ID: Skill] {
        let rows = try connection.rows(
            of: """
                SELECT labels FROM entremise.run
                WHERE id IN (
                    SELECT run_id FROM entremise.suggestion
                    WHERE job = ANY (\(jobs)) AND until_run_id IS NULL
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

    /// Suggestions of a job that stand, that nobody decided on, and that the reader in that role
    /// was not told of since the pair was last new.
    private func untold(
        _ role: Role, in job: String, on connection: borrowing Connection
    ) throws -> [RecordedSuggestion] {
        let reader: Query = role == .candidate ? "suggestion.member_id" : "suggestion.need_owner"
        return try suggestions(
            standing: """
                suggestion.job = \(job) AND suggestion.until_run_id IS NULL
                    AND said.verdict IS NULL
                    AND NOT EXISTS (
                        SELECT FROM entremise.message_suggestion AS telling
                        JOIN entremise.message ON message.id = telling.message_id
                        JOIN entremise.suggestion AS told ON told.id = telling.suggestion_id
                        WHERE told.job = suggestion.job AND told.need_id = suggestion.need_id
                            AND told.candidate_id = suggestion.candidate_id
                            AND told.id >= first.id
                            AND telling.role = \(role.rawValue)
                            AND message.member_id = \(reader)
                    )
                """, at: nil, on: connection)
    }

    /// Bids of a job that stand, each with its members that were not told of it since its team was
    /// last new.
    private func untoldBids(
        in job: String, on connection: borrowing Connection
    ) throws -> [(bid: RecordedBid, members: [String])] {
        let standing = try bids(
            standing: """
                bid.job = \(job) AND bid.until_run_id IS NULL AND bid.status <> 'none'
                """, at: nil, on: connection)
        var told: [Int: Set<String>] = [:]
        try connection.rows(
            of: """
                SELECT DISTINCT bid.id, message.member_id
                FROM entremise.bid
                JOIN entremise.bid AS version ON version.job = bid.job
                    AND version.tender_id = bid.tender_id AND version.id <= bid.id
                    AND version.id >= (
                        SELECT max(first.id) FROM entremise.bid AS first
                        WHERE first.job = bid.job AND first.tender_id = bid.tender_id
                            AND first.id <= bid.id AND first.is_new
                    )
                JOIN entremise.message_bid AS telling ON telling.bid_id = version.id
                JOIN entremise.message ON message.id = telling.message_id
                WHERE bid.job = \(job) AND bid.until_run_id IS NULL
                """
        ).forEach { row throws(PostgresError) in
            told[try row.value("id"), default: []].insert(try row.value("member_id"))
        }
        return standing.map { bid in
            let heard = bid.id.flatMap { told[$0] } ?? []
            return (bid, bid.members.map(\.member).filter { !heard.contains($0) })
        }
    }
}

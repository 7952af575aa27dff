public import Jobs
internal import Ledger
internal import Market
internal import Postgres
internal import Testing
internal import Verbs

/// What a night promises, whatever network it ran on.
public enum NightPromises {
    /// What must hold of every result, looked up in the database itself rather than in what the
    /// program read of it.
    ///
    /// - Parameters:
    ///   - tenders: How many tenders are open.
    ///   - suggestionsMin: How many suggestions there are at the least.
    public static func check(
        _ summaries: [RunSummary], in conninfo: String, tenders: Int, suggestionsMin: Int
    ) throws {
        let connection = try Connection(conninfo: conninfo)
        func count(_ query: Query) throws -> Int {
            try #require(try connection.first(query, as: Int.self))
        }
        let suggestions = try summaries.flatMap { try $0.results.suggestions }
        #expect(suggestions.count >= suggestionsMin)
        #expect(
            try count("SELECT count(*) FROM entremise.proposal WHERE kind = 'suggestion'")
                == suggestions.count)

        // Nobody is suggested more often, and no need has more people, than the job allows.
        let perNeed = Dictionary(grouping: suggestions, by: \.need).mapValues(\.count)
        let perMember = Dictionary(grouping: suggestions, by: \.member).mapValues(\.count)
        #expect(perNeed.values.allSatisfy { $0 <= 5 })
        #expect(perMember.values.allSatisfy { $0 <= 5 })

        // No pair that a hard rule excludes.
        #expect(
            try count(
                """
                SELECT count(*) FROM entremise.proposal s
                JOIN entremise.party p ON p.proposal_id = s.id AND p.role = 'candidate'
                JOIN network.mission n ON n.id = s.key[1]
                JOIN network.member m ON m.id = p.member_id
                WHERE NOT m.consent_matching OR NOT n.languages <@ m.languages
                   OR n.owner_id = m.id
                   OR (n.remote = 'only' AND NOT m.remote)
                """) == 0)
        #expect(
            try count(
                """
                SELECT count(*) FROM entremise.proposal s
                JOIN entremise.party p ON p.proposal_id = s.id AND p.role = 'candidate'
                JOIN network.mission_skill k ON k.mission_id = s.key[1] AND k.mandatory
                WHERE NOT EXISTS (
                    SELECT FROM network.member_skill h
                    WHERE h.member_id = p.member_id AND h.skill_id = k.skill_id
                      AND coalesce(h.level, 3) >= coalesce(k.level, 1))
                """) == 0)

        // Every suggestion is explained in both languages.
        for suggestion in suggestions {
            #expect((0.2...1).contains(suggestion.score))
            for language in Language.allCases {
                #expect(!(suggestion.reasons[language] ?? []).isEmpty, "\(suggestion.need)")
            }
        }
        let bids = try summaries.flatMap { try $0.results.bids }
        #expect(bids.count == tenders)
        try checkBids(bids, on: connection)
    }

    private static func checkBids(
        _ bids: [Bid], on connection: borrowing Connection
    ) throws {
        for bid in bids {
            for lot in bid.lots {
                if lot.isBidFor {
                    #expect(lot.budget.map { lot.price <= $0 } ?? true, "\(lot.lot) over budget")
                    #expect(lot.work.reduce(.zero) { $0 + $1.amount } == lot.price)
                } else {
                    #expect(!(lot.reason[.french] ?? "").isEmpty, "\(lot.lot) says not why")
                }
            }
            #expect(bid.members.reduce(.zero) { $0 + $1.amount } == bid.price)
            #expect(bid.members.count <= 6)
            #expect(bid.status == .none || bid.members.count(where: \.leads) == 1)
        }
        // All work of a lot that is bid for is covered, by members who hold the skill at its level.
        let uncovered = try connection.first(
            """
            SELECT count(*)
            FROM entremise.proposal b
            CROSS JOIN jsonb_array_elements(b.body->'lots') AS l
            JOIN network.lot_skill k ON k.lot_id = l->>'lot'
            WHERE b.kind = 'bid' AND (l->>'isBidFor')::boolean
              AND k.days <> (SELECT coalesce(sum((w->>'days')::double precision), 0)
                             FROM jsonb_array_elements(l->'work') AS w
                             JOIN network.member_skill h
                               ON h.member_id = w->>'member' AND h.skill_id = w->>'skill'
                              AND coalesce(h.level, 3) >= coalesce(k.level, 1)
                             WHERE w->>'skill' = k.skill_id)
            """, as: Int.self)
        #expect(uncovered == 0)
        // Nobody is promised more days than the weeks of all lots hold, over all bids together.
        var promised: [String: Double] = [:]
        for work in bids.flatMap({ $0.lots.flatMap(\.work) }) {
            promised[work.member, default: 0] += work.days
        }
        for (member, days) in promised {
            let free = try connection.first(
                """
                SELECT max(a.days_per_week) * 128 / 5
                FROM network.availability a WHERE a.member_id = \(member)
                """, as: Double.self)
            #expect(days <= (free ?? 0), "\(member) is promised \(days) days, of \(free ?? 0)")
        }
    }
}

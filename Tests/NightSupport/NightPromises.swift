public import Jobs
internal import Ledger
internal import Market
internal import Postgres
internal import Testing

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
        let suggestions = summaries.flatMap(\.results.suggestions)
        #expect(suggestions.count >= suggestionsMin)
        #expect(try count("SELECT count(*) FROM entremise.suggestion") == suggestions.count)

        // Nobody is suggested more often, and no need has more people, than the job allows.
        let perNeed = Dictionary(grouping: suggestions, by: \.need).mapValues(\.count)
        let perMember = Dictionary(grouping: suggestions, by: \.member).mapValues(\.count)
        #expect(perNeed.values.allSatisfy { $0 <= 5 })
        #expect(perMember.values.allSatisfy { $0 <= 5 })

        // No pair that a hard rule excludes.
        #expect(
            try count(
                """
                SELECT count(*) FROM entremise.suggestion s
                JOIN network.mission n ON n.id = s.need_id
                JOIN network.member m ON m.id = s.member_id
                WHERE NOT m.consent_matching OR NOT n.languages <@ m.languages
                   OR n.owner_id = m.id
                   OR (n.remote = 'only' AND NOT m.remote)
                """) == 0)
        #expect(
            try count(
                """
                SELECT count(*) FROM entremise.suggestion s
                JOIN network.mission_skill k ON k.mission_id = s.need_id AND k.mandatory
                WHERE NOT EXISTS (
                    SELECT FROM network.member_skill h
                    WHERE h.member_id = s.member_id AND h.skill_id = k.skill_id
                      AND coalesce(h.level, 3) >= coalesce(k.level, 1))
                """) == 0)

        // Every suggestion is explained in both languages.
        for suggestion in suggestions {
            #expect((0.2...1).contains(suggestion.score))
            for language in Language.allCases {
                #expect(!(suggestion.reasons[language] ?? []).isEmpty, "\(suggestion.need)")
            }
        }
        let bids = summaries.flatMap(\.results.bids)
        #expect(bids.count == tenders)
        try checkBids(bids, on: connection)
    }

    private static func checkBids(
        _ bids: [RecordedBid], on connection: borrowing Connection
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
            FROM entremise.bid_lot l
            JOIN network.lot_skill k ON k.lot_id = l.lot_id
            WHERE l.is_bid_for
              AND k.days <> (SELECT coalesce(sum(w.days), 0) FROM entremise.bid_work w
                             JOIN network.member_skill h
                               ON h.member_id = w.member_id AND h.skill_id = w.skill_id
                              AND coalesce(h.level, 3) >= coalesce(k.level, 1)
                             WHERE w.bid_id = l.bid_id AND w.lot_id = l.lot_id
                               AND w.skill_id = k.skill_id)
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

import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// Several networks in one database: nothing of one is withdrawn, shown or told by another.
@Suite struct NetworksTests {
    private static let tuesday = today.advanced(by: 1)
    private static let audience = [DigestAudience(job: "missions", roles: ["candidate", "owner"])]

    /// Two networks of one database, `lyon` and `metz`.
    private static func withTwo(
        _ body: (borrowing Ledger, borrowing Ledger) throws -> Void
    ) async throws {
        try await withDatabase(holding: .empty) { _, conninfo in
            try body(try ledger("lyon", conninfo), try ledger("metz", conninfo))
        }
    }

    private static func ledger(_ key: String, _ conninfo: String) throws -> Ledger {
        try Ledger(conninfo: conninfo, network: NetworkSource(key: key))
    }

    @Test func aRunWithdrawsAndShowsNothingOfAnotherNetwork() async throws {
        try await Self.withTwo { lyon, metz in
            try lyon.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            #expect(try metz.recordedRuns(asOf: nil, network: "Metz") == nil)
            // The same need and candidate, in another network, is another proposal.
            #expect(try metz.run(.example([.example()])).counts == .init(new: 1))
            #expect(try metz.run(.example(), asOf: Self.tuesday).counts == .init(closed: 1))
            #expect(try metz.recordedRuns(asOf: nil, network: "Metz")?.proposals.count == 0)
            #expect(try metz.recordedRuns(asOf: nil, network: "Metz")?.runs.count == 1)
            let recorded = try #require(try lyon.recordedRuns(asOf: nil, network: "Lyon"))
            #expect(recorded.proposals.map(\.candidate) == ["claire", "paul"])
            #expect(try lyon.proposalsInForce(of: "missions").count == 2)
            #expect(try metz.proposalsInForce(of: "missions").isEmpty)
        }
    }

    @Test func aDecisionHoldsInItsNetworkOnly() async throws {
        try await Self.withTwo { lyon, metz in
            try lyon.run(.example([.example()]))
            try metz.run(.example([.example()]))
            let key = Proposal.example().key
            let declined = Decision(.declined, reason: "price", by: "Nina")
            #expect(try lyon.decide(declined, on: "pair", key).proposal.id == 1)
            #expect(try Self.decisions(lyon) == ["lyon declined"])
            #expect(try metz.keysInForce(of: "pair").map(\.key) == [key])
            let queries = try JobQueries.missions()
            #expect(try lyon.snapshot(of: queries, asOf: today).declinedProposals.count == 1)
            #expect(try metz.snapshot(of: queries, asOf: today).declinedProposals.isEmpty)
            #expect(try lyon.decidedProposals(of: "missions").count == 1)
            #expect(try metz.decidedProposals(of: "missions").isEmpty)
        }
    }

    @Test func aMemberOfTwoNetworksHearsOfEachByItself() async throws {
        try await Self.withTwo { lyon, metz in
            try lyon.connection.addMember("claire", email: "claire@example.org")
            try lyon.run(.example([.example()]))
            try metz.run(.example([.example()]))
            let first = try lyon.news(asOf: today, network: "Lyon", audiences: Self.audience)
            #expect(first.map(\.items.count) == [1])
            try lyon.record(RecordedMessage(subject: "S", file: "a.eml"), telling: first[0])
            #expect(try lyon.news(asOf: today, network: "Lyon", audiences: Self.audience).isEmpty)
            #expect(
                try metz.news(asOf: today, network: "Metz", audiences: Self.audience).count == 1)
            let networks = try lyon.connection.rows(
                of: "SELECT DISTINCT network FROM entremise.message"
            ).map { row throws(PostgresError) in try row.value("network", as: String.self) }
            #expect(networks == ["lyon"])
        }
    }

    @Test func runsOfTheSameJobInTwoNetworksDoNotWaitForEachOther() async throws {
        try await withDatabase(holding: .empty) { _, conninfo in
            let lyon = try Self.ledger("lyon", conninfo)
            let metz = try Self.ledger("metz", conninfo)
            let first = try lyon.begin(.example())
            let second = try metz.begin(.example())
            #expect(throws: LedgerError.self) {
                try Self.ledger("metz", conninfo).begin(.example())
            }
            try lyon.complete(first, with: .example(), peakBytes: { 1 })
            try metz.complete(second, with: .example(), peakBytes: { 1 })
            let keys = try lyon.connection.rows(of: "SELECT network FROM entremise.run ORDER BY id")
                .map { row throws(PostgresError) in try row.value("network", as: String.self) }
            #expect(keys == ["lyon", "metz"])
        }
    }

    @Test func whoDecidesInSQLNamesTheNetworkWhereSeveralProposeTheSame() async throws {
        try await Self.withTwo { lyon, metz in
            try lyon.run(.example([.example()]))
            try metz.run(.example([.example()]))
            let call = "entremise.decide('pair', ARRAY['m1', 'claire'], 'accepted', by => 'Nina'"
            for (more, word) in [
                ("", "several networks propose the pair m1 claire"),
                (", network => 'nancy'", "no run of a network 'nancy' is recorded"),
            ] {
                let error = #expect(throws: PostgresError.self) {
                    try metz.connection.execute("SELECT \(raw: call + more))")
                }
                #expect(error?.message.contains(word) == true, "\(String(describing: error))")
            }
            try metz.connection.execute("SELECT \(raw: call), network => 'metz')")
            #expect(try Self.decisions(metz) == ["metz accepted"])
        }
    }

    /// Whose decisions there are, and what they say.
    private static func decisions(_ ledger: borrowing Ledger) throws -> [String] {
        try ledger.connection.rows(
            of: "SELECT network || ' ' || verdict AS said FROM entremise.decision ORDER BY id"
        ).map { row throws(PostgresError) in try row.value("said", as: String.self) }
    }

    @Test func viewsSayWhoseAProposalIs() async throws {
        try await Self.withTwo { lyon, metz in
            try lyon.run(.example([.example()]))
            try metz.run(.example([.example(candidate: "paul")]))
            let rows = try metz.connection.rows(
                of:
                    "SELECT network || ' ' || key[2] AS row FROM entremise.current_proposal ORDER BY 1"
            ).map { row throws(PostgresError) in try row.value("row", as: String.self) }
            #expect(rows == ["lyon claire", "metz paul"])
        }
    }
}

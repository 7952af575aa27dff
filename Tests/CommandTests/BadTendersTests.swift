import Foundation
import Jobs
import Market
import Postgres
import TestSupport
import Testing
import Verbs

/// A night on tenders that make no sense: each gets a clear answer, and the good one its bid.
@Suite struct BadTendersTests {
    /// A tender of one lot each, by id; `good` can be won by Claire and Paul.
    private static func fill(_ connection: borrowing Connection) throws {
        try connection.addSkills("a", "b")
        for (member, rate) in [("claire", 500.0), ("paul", 450), ("nemo", nil)] {
            try connection.addMember(member, rate: rate, skills: ["a": 4])
            try connection.addAvailability(
                "v-\(member)", of: member, from: "2026-01-01", to: "2028-12-31")
        }
        for id in [
            "bare", "free", "good", "gone", "known", "late", "long", "none", "over", "void",
            "zero",
        ] {
            try connection.addTender(id, deadline: id == "late" ? "2026-11-22" : "2027-01-15")
        }
        try connection.addLot("bare-1", of: "bare", number: 1)
        try connection.addLot("free-1", of: "free", number: 1, budget: 2, skills: ["a": 5])
        try connection.addLot("good-1", of: "good", number: 1, skills: ["a": 5])
        try connection.addLot(
            "gone-1", of: "gone", number: 1, from: "2026-09-01", to: "2026-10-30", skills: ["a": 5])
        try connection.addLot("known-1", of: "known", number: 1, skills: ["b": 5])
        try connection.addLot("late-1", of: "late", number: 1, skills: ["a": 5])
        for number in 1...60 {
            try connection.addLot("long-\(number)", of: "long", number: number, skills: ["a": 0.5])
        }
        try connection.addLot("over-1", of: "over", number: 1, skills: ["a": 5_000])
        try connection.addLot("void-1", of: "void", number: 1, skills: ["a": 0])
        try connection.addLot("zero-1", of: "zero", number: 1, budget: 0, skills: ["a": 5])
    }

    @Test func eachGetsAClearAnswerAndTheOthersAreSolved() async throws {
        try await Self.withTenders { command, connection in
            let run = try command.run("run", "tenders", "--as-of", "2026-11-23")
            #expect(run.code == 0, "\(run.errors)")
            let found = try connection.rows(
                of: """
                    SELECT bid.key[1] AS tender_id, bid.body->>'status' AS status,
                        min(lot->'reason'->>'fr') AS reason,
                        count(*) FILTER (WHERE (lot->>'isBidFor')::boolean) AS lots
                    FROM entremise.proposal AS bid
                    CROSS JOIN jsonb_array_elements(bid.body->'lots') AS lot
                    GROUP BY bid.id
                    """
            ).map { row throws(PostgresError) in
                (
                    tender: try row.value("tender_id", as: String.self),
                    status: try row.value("status", as: String.self),
                    reason: try row.optional("reason", as: String.self) ?? "",
                    lots: try row.value("lots", as: Int.self)
                )
            }
            let bids = Dictionary(uniqueKeysWithValues: found.map { ($0.tender, $0) })
            // A tender past its deadline is not open, and one without lots has nothing to bid for.
            #expect(
                bids.keys.sorted() == [
                    "bare", "free", "gone", "good", "known", "long", "over", "void", "zero",
                ])
            #expect(bids["good"]?.status == "optimal" && bids["good"]?.lots == 1)
            #expect(bids["long"]?.status == "optimal" && bids["long"]?.lots == 60)
            // A budget of 0 means that none is published.
            #expect(bids["zero"]?.status == "optimal" && bids["zero"]?.lots == 1)
            for (tender, reason) in [
                ("bare", "Aucune compétence n’est demandée"), ("free", "budget"),
                ("gone", "Les dates du travail sont passées"), ("known", "Personne ne peut"),
                ("over", "Il manque"), ("void", "Aucune compétence n’est demandée"),
            ] {
                #expect(bids[tender]?.status == "none", "\(tender)")
                #expect(bids[tender]?.reason.contains(reason) ?? false, "\(tender): \(bids)")
            }
        }
    }

    @Test func whatTheSearchCameToIsRecorded() async throws {
        try await Self.withTenders { command, connection in
            try #require(command.run("run", "tenders", "--as-of", "2026-11-23").code == 0)
            let recorded = try connection.rows(
                of: """
                    SELECT seconds, (body->>'bound')::double precision AS bound,
                        (body->>'gap')::double precision AS gap, proof::text AS proof,
                        (body->'details')::text AS details
                    FROM entremise.proposal WHERE key[1] = 'good'
                    """
            ).map { row throws(PostgresError) in
                (
                    seconds: try row.value("seconds", as: Double.self),
                    bound: try row.value("bound", as: Double.self),
                    gap: try row.value("gap", as: Double.self),
                    proof: try row.value("proof", as: String.self),
                    details: try row.value("details", as: String.self)
                )
            }
            let bid = try #require(recorded.first)
            #expect(bid.seconds >= 0 && bid.gap == 0)
            let proofs = try JSONDecoder().decode([Proof].self, from: Data(bid.proof.utf8))
            let details = try JSONDecoder().decode(
                Bid.Details.self, from: Data(bid.details.utf8))
            #expect(
                proofs.map(\.objective) == [
                    "value", "fit", "ties", "price", "members", "lead",
                ])
            #expect(proofs.allSatisfy { $0.isProven && $0.nodes >= 0 })
            #expect(proofs.first { $0.objective == "price" }?.bound == bid.bound)
            // Who has the skill and no rate could not be counted on.
            #expect(details.uncounted?.map(\.reason) == [.noRate])
            #expect(details.uncounted?.first?.named.map(\.member) == ["nemo"])
        }
    }

    @Test func aBidOfYesterdayDoesNotStandOnDaysThatAreGone() async throws {
        try await Self.withTenders { command, connection in
            try connection.execute("DELETE FROM network.tender WHERE id <> 'good'")
            try connection.execute("UPDATE network.tender SET deadline_on = '2027-06-30'")
            // February to June; two members, 22 weekdays left from the first of June on.
            try connection.execute("UPDATE network.lot_skill SET days = 45")
            func run(on day: String) throws -> String {
                let run = try command.run("run", "tenders", "--as-of", day)
                #expect(run.code == 0, "\(run.errors)")
                return run.output
            }
            #expect(try run(on: "2026-11-23").contains("1 new bids"))
            #expect(try run(on: "2026-12-23").contains("1 unchanged"))
            #expect(try run(on: "2027-06-01").contains("0 unchanged"))
            let standing = try connection.first(
                "SELECT body->>'status' FROM entremise.proposal WHERE until_run_id IS NULL",
                as: String.self)
            #expect(standing == "none")
        }
    }

    @Test func twoTendersOfOneIdAreOneAndASetAside() async throws {
        try await Self.withTenders { command, connection in
            let file = command.home.appending(path: "jobs/sql/tenders.sql")
            let query = try String(contentsOf: file, encoding: .utf8)
            try Data("\(query)\nUNION ALL\n\(query)".utf8).write(to: file)
            let run = try command.run("run", "tenders", "--as-of", "2026-11-23")
            #expect(run.code == 0, "\(run.errors)")
            let bids = try connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE key[1] = 'good'", as: Int.self)
            #expect(bids == 1)
            let aside = try connection.first(
                """
                SELECT count(*) FROM entremise.set_aside
                WHERE source = 'tender' AND id = 'good' AND field = 'id'
                """, as: Int.self)
            #expect(aside == 1)
        }
    }

    @Test func aTimeLimitOfZeroIsRefusedBeforeTheRun() async throws {
        try await Self.withTenders { command, connection in
            var hasty = command
            hasty.environment["ENTREMISE_SOLVE_SECONDS"] = "0"
            let run = try hasty.run("run", "tenders", "--as-of", "2026-11-23")
            #expect(run.code == ExitCode.configuration.rawValue)
            #expect(run.errors.contains("expected a number from 0.1 to 3600"), "\(run.errors)")
        }
    }

    private static func withTenders(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await Command.onEmptyTables { command, connection in
            try fill(connection)
            try await body(command, connection)
        }
    }
}

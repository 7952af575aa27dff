import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// What `entremise check` says of the jobs' rows, of rights and of what stands before the database.
@Suite(.serialized) struct CheckTests {
    private static let day = ["--as-of", "2026-11-23"]

    /// What `check --json` prints, by subject.
    private static func json(
        _ command: Command, _ arguments: String..., code: ExitCode = .success
    ) throws -> [String: [String: Any]] {
        let outcome = try command.start(["check", "--json"] + day + arguments).wait()
        #expect(outcome.code == code.rawValue, "\(outcome.output)\(outcome.errors)")
        let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let checks = try #require(list as? [[String: Any]])
        return Dictionary(
            checks.map { ($0["subject"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
    }

    /// A network with something of everything wrong in it.
    private static func fill(_ connection: borrowing Connection) throws {
        try connection.addSkills("seo")
        try connection.addMember("owner", kind: "organisation", email: "owner@example.org")
        try connection.addMember("ada", email: "ada@", skills: ["seo": 4])
        try connection.addMember("bob")
        try connection.addMember("quiet", digest: "never")
        try connection.addMember("rude", email: "rude@example.org", rate: -5)
        try connection.addMission("m1", owner: "owner", skills: ["seo": 3])
        try connection.addMission("m2", owner: "owner", rateMax: -1)
        try connection.addMission(
            "m3", owner: "owner", text: nil, from: "2026-12-01", to: "2026-12-31")
    }

    @Test func everyJobsRowsAreToldWithWhatTheyMean() async throws {
        try await Command.onEmptyTables { command, connection in
            try Self.fill(connection)
            let checks = try Self.json(command)
            let missions = try #require(checks["queries of missions"])
            #expect(
                Set(missions.keys) == ["subject", "isWell", "found", "job", "meaning"])
            let job = try #require(missions["job"] as? [String: Any])
            #expect(
                Set(job.keys) == [
                    "name", "needs", "candidates", "past", "setAside", "unknownSkills",
                    "unknownOwners",
                    "unknownMembers", "members", "addresses",
                ])
            let needs = try #require(job["needs"] as? [String: Any])
            #expect(
                Set(needs.keys) == ["rows", "used", "skills", "texts", "coordinates", "dates"])
            #expect(needs["rows"] as? Int == 3 && needs["used"] as? Int == 2)
            #expect(needs["skills"] as? Double == 0.5 && needs["texts"] as? Double == 0.5)
            #expect(needs["coordinates"] as? Double == 0 && needs["dates"] as? Double == 0.5)
            let candidates = try #require(job["candidates"] as? [String: Any])
            #expect(candidates["rows"] as? Int == 4 && candidates["used"] as? Int == 3)
            let setAside = try #require(job["setAside"] as? [[String: Any]])
            #expect(setAside.count == 2)
            #expect(setAside.allSatisfy { Set($0.keys) == ["count", "example"] })
            let addresses = try #require(job["addresses"] as? [String: [String: Any]])
            #expect(addresses["missing"]?["examples"] as? [String] == ["bob"])
            #expect(addresses["malformed"]?["examples"] as? [String] == ["ada"])
            #expect(job["members"] as? Int == 5)
            let meaning = try #require(missions["meaning"] as? [[String: Any]])
            #expect(meaning.allSatisfy { Set($0.keys) == ["about", "means", "mend"] })
            let about = meaning.compactMap { $0["about"] as? String }
            #expect(about.contains("setAside") && about.contains("malformedAddresses"))
            #expect(about.contains("seldom"))
            let means = try #require(meaning.first?["means"] as? [String: String])
            #expect(Set(means.keys) == ["fr", "en"])
            #expect(checks["queries of services"]?["isWell"] as? Bool == true)
        }
    }

    @Test func theTextSaysTheSameInEitherLanguage() async throws {
        try await Command.onEmptyTables { command, connection in
            try Self.fill(connection)
            let english = try command.start(["check"] + Self.day).wait()
            #expect(english.code == 0, "\(english.output)")
            for words in [
                "✓ connection: to PostgreSQL itself", "needs: 3\u{A0}rows read, 1\u{A0}left out",
                "set aside: 1 × mission (such as m2)", "addresses malformed: 1 (ada)",
                "addresses missing: 1 (bob)", "No candidate has coordinates", "→",
                "One address is malformed", "the night goes on without them",
            ] {
                #expect(english.output.contains(words), "\(words) in: \(english.output)")
            }
            let french = try command.start(["check", "--language", "fr"] + Self.day).wait()
            for words in [
                "adresses mal formées", "Aucun candidat n’a de coordonnées", "mises de côté",
            ] {
                #expect(french.output.contains(words), "\(words) in: \(french.output)")
            }
        }
    }

    @Test func skillsOwnersAndMembersThatNobodyKnowsAreNamed() async throws {
        try await Command.onEmptyTables { command, connection in
            try Self.fill(connection)
            let needs = command.home.appending(path: "jobs/sql/missions.needs.sql")
            let text = try String(contentsOf: needs, encoding: .utf8)
            let sql = "SELECT needs.* FROM (\n\(text.replacing(";", with: ""))\n) AS needs"
            let column = "'[{\"skill\": \"ghost\"}]'::jsonb"
            // As a platform's own query would: with owners and skills that are nowhere else.
            try connection.script(
                """
                CREATE VIEW public.ghosts AS
                SELECT id, 'ghost-' || id AS owner, \(column) AS skills FROM network.mission
                """)
            let columns = try connection.describe(
                Query(raw: sql.replacing("$1", with: "'2026-11-23'"))
            )
            .map { column -> String in
                switch column.name {
                case "owner", "skills": "ghosts.\(column.name)"
                default: "needs.\(column.name)"
                }
            }
            try Data(
                """
                SELECT \(columns.joined(separator: ", "))
                FROM (
                \(text.replacing(";", with: ""))
                ) AS needs
                JOIN public.ghosts ON ghosts.id = needs.id
                """.utf8
            ).write(to: needs)
            let job = try #require(
                try Self.json(command)["queries of missions"]?["job"] as? [String: Any])
            let owners = try #require(job["unknownOwners"] as? [String: Any])
            #expect(owners["count"] as? Int == 2)
            #expect(owners["examples"] as? [String] == ["ghost-m1", "ghost-m3"])
            let skills = try #require(job["unknownSkills"] as? [[String: Any]])
            #expect(skills.count == 1)
            #expect(skills.first?["skill"] as? String == "ghost")
            #expect(skills.first?["count"] as? Int == 3)
            #expect(skills.first?["example"] as? String == "m1")
        }
    }

    @Test func checkEndsAsTheNightWouldAndReadsTheOtherJobs() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            try connection.execute("UPDATE network.mission SET status = 'closed'")
            let shrunk = try Self.json(command, code: .badData)
            let missions = try #require(shrunk["queries of missions"])
            #expect(missions["isWell"] as? Bool == false)
            #expect((missions["found"] as? String)?.contains("no row now") == true)
            #expect(missions["job"] != nil)
            #expect(shrunk["queries of services"]?["isWell"] as? Bool == true)
            #expect(shrunk["queries of tenders"]?["job"] != nil)
            let query = command.home.appending(path: "jobs/sql/services.needs.sql")
            try Data("SELECT 1 AS number".utf8).write(to: query)
            let broken = try command.start(["check"] + Self.day).wait()
            #expect(broken.output.contains("✗ queries of services"))
            #expect(broken.output.contains("jobs/sql/README.md"))
            #expect(broken.output.contains("✓ queries of tenders"))
            let night = try command.start(["run"] + Self.day).wait()
            #expect(night.code == broken.code)
        }
    }

    @Test func aRoleThatLacksRightsIsToldWhatToPaste() async throws {
        try await Command.onEmptyTables { command, connection in
            let role = "reader_\(UUID().uuidString.lowercased().prefix(8))"
            try connection.script(
                """
                CREATE ROLE \(role) LOGIN;
                CREATE TABLE public.extra (id text, word text, secret text)
                """)
            #expect(try command.run("migrate", "--grant", role).code == 0)
            let query = command.home.appending(path: "jobs/sql/services.needs.sql")
            let text = try String(contentsOf: query, encoding: .utf8)
            try Data(
                """
                SELECT needs.* FROM (
                \(text.replacing(";", with: ""))
                ) AS needs WHERE NOT EXISTS (SELECT word FROM public.extra WHERE extra.id = needs.id)
                """.utf8
            ).write(to: query)
            var reader = command
            reader.environment["ENTREMISE_DATABASE_CONNINFO"]? += " user=\(role)"
            let before = try reader.start(["check"] + Self.day).wait()
            #expect(before.code == ExitCode.noPermission.rawValue, "\(before.output)")
            let grant = "GRANT SELECT (id, word) ON public.extra TO \(role);"
            #expect(before.output.contains(grant), "\(before.output)")
            #expect(before.output.contains("✓ queries of missions"))
            let night = try reader.start(["run", "services"] + Self.day).wait()
            #expect(night.code == ExitCode.noPermission.rawValue)
            #expect(night.errors.contains(grant))
            try connection.execute(Query(raw: grant))
            #expect(try reader.start(["check"] + Self.day).wait().code == 0)
            try connection.execute("DROP OWNED BY \(identifier: role)")
            try connection.execute("DROP ROLE \(identifier: role)")
        }
    }

    @Test(arguments: [PoolMode.transaction, .session])
    func aPoolerIsRecognisedAndLeavesNoLockBehind(mode: PoolMode) async throws {
        try await Command.onEmptyTables { command, connection in
            try Self.fill(connection)
            let direct = try #require(command.environment["ENTREMISE_DATABASE_CONNINFO"])
            try await withPooler(before: direct, mode: mode) { conninfo in
                var pooled = command
                pooled.environment["ENTREMISE_DATABASE_CONNINFO"] = conninfo
                let check = try pooled.start(["check"] + Self.day).wait()
                let night = try pooled.start(["run"] + Self.day).wait()
                if mode == .transaction {
                    #expect(check.code == ExitCode.configuration.rawValue, "\(check.output)")
                    #expect(check.output.contains("✗ connection"))
                    #expect(check.output.contains("pool_mode=session"))
                    #expect(check.output.contains("✓ queries of missions"))
                    #expect(night.code == ExitCode.configuration.rawValue)
                    #expect(night.errors.contains("pool_mode=session"))
                } else {
                    #expect(check.code == 0, "\(check.output)")
                    #expect(check.output.contains("by way of a pooler that keeps the session"))
                    #expect(night.code == 0, "\(night.errors)")
                }
                let locks = try connection.first(
                    """
                    SELECT count(*) FROM pg_locks
                    WHERE locktype = 'advisory' AND database = (
                        SELECT oid FROM pg_database WHERE datname = current_database())
                    """, as: Int.self)
                #expect(locks == 0)
            }
        }
    }

    @Test func oneAddressThatNoMailReachesKeepsNobodyElseFromHearing() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            let member = try #require(
                try connection.first(
                    """
                    SELECT min(member_id COLLATE "C") FROM entremise.party
                    JOIN network.member ON member.id = party.member_id
                    WHERE email <> '' AND digest = 'daily' AND role = 'candidate'
                    """, as: String.self))
            try connection.execute(
                "UPDATE network.member SET email = 'nobody@' WHERE id = \(member)")
            let digest = try command.start(["digest"] + Self.day).wait()
            #expect(digest.code == 0, "\(digest.errors)")
            let written = try connection.rows(of: "SELECT member_id FROM entremise.message")
                .map { row in try row.value("member_id", as: String.self) }
            #expect(!written.isEmpty && !written.contains(member))
        }
    }
}

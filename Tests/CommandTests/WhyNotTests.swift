import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// What the commands say of pairs, on the sample network.
@Suite struct WhyNotTests {
    private struct Printed: Decodable {
        struct Above: Decodable {
            struct Part: Decodable { let difference: Double }
            let score: Double
            let parts: [Part]
        }
        struct LastRun: Decodable {
            let rank: Int?
            let eligible: Int?
        }
        let score: Double
        let floor: Double
        let place: Int?
        let matches: Int
        let why: [String: String]
        let above: Above?
        let lastRun: LastRun?
    }

    @Test func aPairIsExplainedInBothLanguagesAndAsJSON() async throws {
        try await Self.withNight { command, connection in
            let pairs = try Self.pairs(
                """
                SELECT key[1] AS need_id, key[2] AS candidate_id FROM entremise.proposal
                WHERE position = 2 ORDER BY id
                """, on: connection)
            let (need, candidate) = try #require(pairs.first)
            let french = try command.run("why", need, candidate, "--as-of", Self.day)
            #expect(french.code == 0, "\(french.errors)")
            for text in ["Conditions", "Signaux", "compétences", "Juste au-dessus", "place 2", "•"]
            {
                #expect(french.output.contains(text), "\(text)")
            }
            let english = try command.run(
                "why", need, candidate, "--as-of", Self.day, "--language", "en")
            for text in ["Signals", "skills", "Just above", "at place 2", "Last recorded run"] {
                #expect(english.output.contains(text), "\(text)")
            }
            #expect(!english.output.contains("compétences demandées"))

            let json = try command.run("why", need, candidate, "--as-of", Self.day, "--json")
            let printed = try JSONDecoder().decode(Printed.self, from: Data(json.output.utf8))
            #expect(printed.lastRun?.rank == 2 && printed.place ?? 0 >= 2)
            #expect(Set(printed.why.keys) == ["fr", "en"])
            let above = try #require(printed.above)
            let sum = above.parts.reduce(0) { $0 + $1.difference }
            #expect(abs(sum - above.score) < 0.005)
        }
    }

    @Test func whyNotNamesTheRuleAndWhatWouldHaveToChange() async throws {
        try await Self.withNight { command, connection in
            // On site, and far from Grenoble for somebody who travels little.
            let pairs = try Self.pairs(
                """
                SELECT mission.id AS need_id, member.id AS candidate_id
                FROM network.mission
                JOIN network.member ON member.kind = 'consultant' AND member.consent_matching
                    AND member.left_on IS NULL AND NOT member.remote AND member.radius_km < 60
                JOIN network.place AS one ON one.id = mission.place_id
                JOIN network.place AS other ON other.id = member.place_id
                WHERE mission.remote = 'no' AND mission.status = 'open'
                    AND abs(one.latitude - other.latitude) > 3
                ORDER BY 1, 2
                """, on: connection)
            let (need, candidate) = try #require(pairs.first)
            let text = try command.run("why-not", need, candidate, "--as-of", Self.day)
            #expect(text.code == 0, "\(text.errors)")
            #expect(text.output.contains("Ne fait pas partie des suggestions"))
            #expect(text.output.contains("✗ Trop loin") && text.output.contains("→ Il faudrait"))
            let english = try command.run(
                "why-not", need, candidate, "--as-of", Self.day, "--language", "en")
            #expect(english.output.contains("✗ Too far") && english.output.contains("radius"))
        }
    }

    @Test func aSuggestedPairIsSaidToBe() async throws {
        try await Self.withNight { command, connection in
            let pairs = try Self.pairs(
                """
                SELECT key[1] AS need_id, key[2] AS candidate_id FROM entremise.proposal
                WHERE position = 1 ORDER BY id
                """, on: connection)
            let (need, candidate) = try #require(pairs.first)
            let text = try command.run(
                "why-not", need, candidate, "--as-of", Self.day, "--language", "en")
            #expect(text.output.contains("Is among the suggestions, first in the list."))
        }
    }

    @Test func anUnknownIdIsToldTheNearest() async throws {
        try await Self.withNight { command, connection in
            let pairs = try Self.pairs(
                """
                SELECT key[1] AS need_id, key[2] AS candidate_id FROM entremise.proposal ORDER BY id
                """, on: connection)
            let (need, candidate) = try #require(pairs.first)
            let letter = try command.run("why", need, candidate + "x", "--as-of", Self.day)
            #expect(letter.code == ExitCode.noInput.rawValue)
            #expect(
                letter.errors.contains("did you mean") && letter.errors.contains("“\(candidate)”"))
            let far = try command.run("why-not", "mision-xx", candidate, "--as-of", Self.day)
            #expect(far.code == ExitCode.noInput.rawValue)
            #expect(far.errors.contains("no open need"))
            let name = try #require(
                try connection.first(
                    "SELECT name FROM network.member WHERE id = \(candidate)", as: String.self))
            let byName = try command.run("why", need, name, "--as-of", Self.day)
            #expect(byName.errors.contains("“\(candidate)”"), "\(byName.errors)")
        }
    }

    private static let day = "2026-11-23"

    private static func withNight(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await Command.afterNight(of: "missions", on: day, body)
    }

    private static func pairs(
        _ query: Query, on connection: borrowing Connection
    ) throws -> [(String, String)] {
        try connection.rows(of: query).map { row throws(PostgresError) in
            (
                try row.value("need_id", as: String.self),
                try row.value("candidate_id", as: String.self)
            )
        }
    }
}

import Foundation
import Jobs
import Ledger
import Market
import Postgres
import TestSupport
import Testing
import Verbs

/// What a platform says of its pages and deadlines, from its columns to what people read.
@Suite struct PagesTests {
    private static let need = "https://example.org/needs/"

    /// Adds columns to a query of a fixture.
    private static func add(
        _ columns: String, to name: String, in fixture: VerbFixture
    ) throws {
        let file = fixture.folder.appending(path: "jobs/sql/\(name).sql")
        let shipped = try String(contentsOf: file, encoding: .utf8)
        try Data("SELECT shipped.*, \(columns) FROM (\n\(shipped)\n) AS shipped".utf8).write(
            to: file)
    }

    @Test(arguments: [VerbExample.rank, .assign])
    func `pages and deadlines reach the record, the report, its tables and its JSON`(
        example: VerbExample
    ) async throws {
        try await VerbFixture.with(example) { fixture, ledger in
            let before = try await fixture.run(on: ledger)
            let first = try #require(before.results.proposals.first?.key.pair)
            try Self.add(
                """
                '\(Self.need)' || id || '?a=1&b=2' AS url, 'Ask & Co' AS owner_name,
                CASE WHEN id = '\(first.need)' THEN '2027-01-02 17:00'::timestamp
                    ELSE '2027-03-04' END AS deadline
                """, to: "missions.needs", in: fixture)
            try Self.add(
                "CASE WHEN id = '\(first.candidate)' THEN 'https://example.org/them' "
                    + "ELSE 'javascript:alert(1)' END AS url",
                to: "consultants", in: fixture)
            let after = try await fixture.run(on: ledger)
            // The same pairs, each in a new version.
            #expect(after.results.proposals.map(\.key) == before.results.proposals.map(\.key))
            #expect(after.counts?.changed == before.results.proposals.count)
            let said = try ledger.connection.first(
                """
                SELECT concat_ws(
                    ' ', need_url, candidate_url, deadline_on, deadline_at, owner_name
                )
                FROM (
                    SELECT need_id, candidate_id, need_url, candidate_url, deadline_on,
                        deadline_at, owner_name
                    FROM entremise.current_suggestion
                    UNION ALL
                    SELECT need_id, candidate_id, need_url, candidate_url, deadline_on,
                        deadline_at, owner_name
                    FROM entremise.current_assignment
                ) AS pair
                WHERE need_id = \(first.need) AND candidate_id = \(first.candidate)
                """, as: String.self)
            let page = Self.need + first.need + "?a=1&b=2"
            #expect(
                said == "\(page) https://example.org/them 2027-01-02 2027-01-02 17:00:00 Ask & Co")

            _ = try fixture.application().publishReport(from: ledger, jobs: try fixture.jobs())
            let html = try fixture.reportFile("index.html")
            let link = Self.need + first.need + "?a=1&amp;b=2"
            #expect(html.contains("<h3><a href=\"\(link)\" rel=\"noopener noreferrer\">"))
            #expect(
                html.contains(
                    "<b><a href=\"https://example.org/them\" rel=\"noopener noreferrer\">"))
            #expect(!html.contains("href=\"javascript"))
            #expect(html.contains("Ask &amp; Co"))
            // Whose day comes first comes first.
            let headings = html.components(separatedBy: "<h3><a href=\"\(Self.need)").dropFirst()
            #expect(headings.first?.hasPrefix(first.need + "?") ?? false)
            #expect(
                html.contains("Réponse attendue avant le 2\u{A0}janvier 2027 à 17\u{A0}h<"))
            #expect(html.contains("Réponse attendue jusqu’au 4\u{A0}mars 2027<"))
            let csv = try fixture.reportFile("\(example.verb.plural).csv")
            #expect(csv.contains("\(page),https://example.org/them,2027-01-02T17:00"))
            let json = try fixture.reportFile("night.json")
            #expect(json.contains("\"need_url\" : \"\(page)\""))
            #expect(json.contains("\"candidate_url\" : \"https://example.org/them\""))
            #expect(json.contains("\"deadline\" : \"2027-01-02T17:00\""))
        }
    }

    @Test func `pages of tenders and lots and the hour of a deadline reach what tells of bids`()
        async throws
    {
        try await VerbFixture.with(.form) { fixture, ledger in
            let before = try await fixture.run(on: ledger)
            let key = try #require(
                before.results.proposals.first { !$0.parties.isEmpty }?.key.parts.first)
            try Self.add(
                "'https://example.org/lots/' || id || '?a=1&b=2' AS url", to: "tenders.lots",
                in: fixture)
            let file = fixture.folder.appending(path: "jobs/sql/tenders.sql")
            let shipped = try String(contentsOf: file, encoding: .utf8)
            let deadline = "tender.deadline_on AS deadline,"
            try #require(shipped.contains(deadline))
            try Data(
                shipped.replacing(
                    deadline,
                    with: """
                        tender.deadline_on + time '12:00' AS deadline,
                        'https://example.org/tenders/' || tender.id AS url,
                        """
                ).utf8
            ).write(to: file)
            let after = try await fixture.run(on: ledger)
            #expect(after.results.proposals.map(\.key) == before.results.proposals.map(\.key))
            // The same groups: nobody is told anew.
            #expect(after.counts?.new == 0)
            #expect(after.counts?.changed == before.results.proposals.count)
            let said = try #require(
                try ledger.connection.first(
                    """
                    SELECT concat_ws(
                        ' ', tender_url, to_char(deadline_at, 'HH24:MI'),
                        deadline_at::date = deadline_on
                    )
                    FROM entremise.current_bid WHERE tender_id = \(key)
                    """, as: String.self))
            #expect(said == "https://example.org/tenders/\(key) 12:00 t")
            let lot = try #require(
                try ledger.connection.first(
                    """
                    SELECT lot_url FROM entremise.current_bid_lot
                    WHERE tender_id = \(key) AND is_bid_for ORDER BY position LIMIT 1
                    """, as: String.self))

            _ = try fixture.application().publishReport(from: ledger, jobs: try fixture.jobs())
            let html = try fixture.reportFile("index.html")
            let link = "<a href=\"https://example.org/tenders/\(key)\" rel=\"noopener noreferrer\">"
            let escaped = lot.replacing("&", with: "&amp;")
            #expect(html.contains("<h3>\(link)"))
            #expect(html.contains("<h4><a href=\"\(escaped)\" rel=\"noopener noreferrer\">"))
            #expect(html.contains(" à 12\u{A0}h ("))
            let names = try FileManager.default.contentsOfDirectory(
                atPath: fixture.folder.appending(path: "reports/latest").path)
            let name = try #require(
                names.first { $0.hasPrefix("bid-") && $0.hasSuffix(".fr.html") })
            let sheet = try fixture.reportFile(name)
            #expect(sheet.contains("<h1><a href=\"https://example.org/tenders/"))
            #expect(sheet.contains(" à 12\u{A0}h"))
            let csv = try fixture.reportFile("bids.csv")
            #expect(csv.contains(",https://example.org/tenders/\(key),\(lot)\r\n"))
            #expect(csv.contains("T12:00,"))
            let json = try fixture.reportFile("night.json")
            #expect(json.contains("\"url\" : \"https://example.org/tenders/\(key)\""))
            #expect(json.contains("\"url\" : \"\(lot)\""))
            let messages = try await fixture.application().publishDigests(
                from: ledger, jobs: try fixture.jobs())
            let message = try String(contentsOfFile: try #require(messages.first), encoding: .utf8)
            // Lines are soft-wrapped.
            let text = message.replacing("=\r\n", with: "")
            #expect(text.contains("https://example.org/tenders/"))
        }
    }
}

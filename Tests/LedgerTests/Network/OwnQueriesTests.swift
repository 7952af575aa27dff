import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// Members, skills, places and the like of a platform whose tables nobody here knows.
@Suite struct OwnQueriesTests {
    private static func file(_ name: String, _ sql: String) -> JobQueries.File {
        JobQueries.File(name: "\(name).sql", sql: sql)
    }

    private static func job(
        needs: String = "SELECT 'n1' AS id, 'Aide' AS title",
        candidates: String = "SELECT 'a' AS id"
    ) -> JobQueries {
        JobQueries(
            job: "aid", needs: file("needs", needs), candidates: file("candidates", candidates))
    }

    private static func source(_ change: (inout NetworkSource.Queries) -> Void) -> NetworkSource {
        var queries = NetworkSource.Queries()
        change(&queries)
        return NetworkSource(timeZone: "Europe/Paris", queries: queries)
    }

    private static func with(
        _ network: NetworkSource, _ body: (borrowing Ledger) throws -> Void
    ) async throws {
        try await withDatabase(holding: .empty) { _, conninfo in
            try body(try Ledger(conninfo: conninfo, network: network))
        }
    }

    @Test func aSchemaNetworkWithoutRowsKeepsNobodyFromHearing() async throws {
        let network = Self.source {
            $0.members = Self.file(
                "members",
                """
                SELECT * FROM (VALUES
                    (1, 'Ada', ' ada@example.org ', 'en', NULL, NULL::boolean, NULL::date),
                    (2, 'Bo', 'bo@example.org', NULL, 'weekly', true, NULL),
                    (3, 'Cy', 'cy@example.org', NULL, NULL, false, NULL),
                    (4, 'Di', 'di@example.org', NULL, NULL, NULL, '2026-11-23'),
                    (5, 'Ed', 'ED@example.org', NULL, NULL, NULL, 'infinity'),
                    (6, 'Flo', NULL, NULL, NULL, NULL, NULL),
                    (7, 'Gil', 'gil@example.org', NULL, 'sometimes', NULL, NULL)
                ) AS person (id, name, email, locale, digest, consent, "left")
                """)
            $0.bounces = Self.file("bounces", "SELECT 'Ed@Example.org' AS email")
        }
        try await Self.with(network) { ledger in
            let everybody = (1...7).map { Proposal.example(candidate: String($0), rank: $0) }
            try ledger.run(.example(everybody))
            let audience = [DigestAudience(job: "missions", roles: ["candidate"])]
            let monday = try ledger.news(asOf: today, network: "R", audiences: audience)
            #expect(
                monday.map(\.recipient) == [
                    News.Recipient(
                        member: "1", name: "Ada", address: "ada@example.org", language: .english),
                    News.Recipient(
                        member: "2", name: "Bo", address: "bo@example.org", language: .french),
                ])
            var faults: [SetAside] = []
            let contacts = try ledger.contacts(asOf: today, faults: &faults)
            #expect(contacts.filter(\.value.bounces).map(\.key) == ["5"])
            #expect(faults.map { "\($0.source) \($0.id) \($0.field)" } == ["member 7 digest"])
            let tuesday = try ledger.news(
                asOf: today.advanced(by: 1), network: "R", audiences: audience)
            #expect(tuesday.map(\.recipient.member) == ["1"])
        }
    }

    @Test func aMemberOfWhomOnlyTheIDAndTheAddressAreKnownIsWrittenToDaily() async throws {
        let network = Self.source {
            $0.members = Self.file("members", "SELECT 9 AS id, 'nine@example.org' AS email")
        }
        try await Self.with(network) { ledger in
            try ledger.run(.example([.example(candidate: "9")]))
            let news = try ledger.news(
                asOf: today.advanced(by: 1), network: "R",
                audiences: [DigestAudience(job: "missions", roles: ["candidate"])])
            #expect(news.map(\.recipient.address) == ["nine@example.org"])
        }
    }

    @Test func aQueryOfCandidatesMaySayTheAddressOfTheMember() async throws {
        let network = Self.source {
            $0.members = Self.file(
                "members", "SELECT 'b' AS id, 'known@example.org' AS email, 'never' AS digest")
        }
        let candidates = Self.file(
            "candidates",
            """
            SELECT * FROM (VALUES
                (1, 'a', 'Ada', 'ada@example.org', 'en'), (2, 'b', 'Bo', 'bo@example.org', 'fr'),
                (3, 'c', 'Cy', NULL, 'fr'), (4, 'a', 'Ada', 'other@example.org', 'fr')
            ) AS offer (id, member, name, email, locale)
            """)
        try await Self.with(network) { ledger in
            let found = try ledger.snapshot(
                of: JobQueries(
                    job: "aid", needs: Self.job().needs, candidates: candidates), asOf: today)
            #expect(found.candidates.map(\.member) == ["a", "b", "c", "a"])
            try ledger.run(
                .example(["a", "b", "c"].map { Proposal.example(candidate: $0) }))
            let news = try ledger.news(
                asOf: today, network: "R",
                audiences: [
                    DigestAudience(job: "missions", roles: ["candidate"], candidates: candidates)
                ])
            #expect(
                news.map(\.recipient) == [
                    News.Recipient(
                        member: "a", name: "Ada", address: "ada@example.org", language: .english)
                ])
        }
    }

    @Test func skillsAndPlacesAreFoundByTheIDsAndNamesOfThePlatform() async throws {
        let network = Self.source {
            $0.skills = Self.file(
                "skills",
                """
                SELECT 5 AS id, 'Plomberie' AS label_fr, ARRAY['Plombier'] AS alternatives_fr
                UNION ALL SELECT 6, NULL, NULL
                """)
            $0.places = Self.file(
                "places",
                """
                SELECT * FROM (VALUES
                    (1, 'Étel', 47.66, -3.20), (2, 'Saint-Denis', 48.93, 2.36),
                    (3, 'Saint-Denis', -20.88, 55.45), (4, 'Nulle part', 95, 0),
                    (5, 'Inconnu', NULL, NULL)
                ) AS town (id, name, latitude, longitude)
                """)
        }
        try await Self.with(network) { ledger in
            let found = try ledger.snapshot(
                of: Self.job(
                    needs: """
                        SELECT * FROM (VALUES
                            ('by name', 'ETEL'), ('by id', '2'), ('ambiguous', 'saint-denis'),
                            ('none', 'Ys'), ('off', 'Nulle part'), ('empty', NULL)
                        ) AS post (id, place), LATERAL (
                            SELECT 'Aide' AS title, '[{"skill": "5"}, {"skill": "6"}]'::jsonb AS skills
                        ) AS more
                        """), asOf: today)
            let places = Dictionary(uniqueKeysWithValues: found.needs.map { ($0.id, $0.place) })
            #expect(places["by name"]??.latitude == 47.66)
            #expect(places["by name"]??.name == "Étel")
            #expect(places["by id"]??.latitude == 48.93)
            for id in ["ambiguous", "none", "off", "empty"] { #expect(places[id] == .some(nil)) }
            #expect(
                found.skills["5"]
                    == Skill(
                        id: "5", french: "Plomberie", english: "Plomberie",
                        frenchAlternatives: ["Plombier"], englishAlternatives: []))
            #expect(found.skills["6"]?.french == "6")
            #expect(
                found.setAside.map { "\($0.source) \($0.id) \($0.field)" } == ["place 4 latitude"])
        }
    }

    @Test func refusalsAndCollaborationsAreThoseOfThePlatform() async throws {
        let network = Self.source {
            $0.refusals = Self.file(
                "refusals",
                """
                SELECT * FROM (VALUES ('a', 'b'), ('c', 'c'), (NULL, 'd')) AS pair (member, refused)
                """)
            $0.collaborations = Self.file(
                "collaborations",
                """
                SELECT * FROM (VALUES
                    ('a', 'b', '2024-05-01'::timestamp), ('b', 'a', '2026-01-02'),
                    ('a', 'c', '2023-11-23'), ('a', 'd', '2026-11-24'), ('a', 'a', '2026-01-01'),
                    ('e', 'f', NULL)
                ) AS work (member, other, worked)
                """)
        }
        try await Self.with(network) { ledger in
            let found = try ledger.snapshot(of: Self.job(), asOf: today)
            #expect(found.refusals == [MemberPair("a", "b")])
            #expect(
                found.collaborations == [
                    MemberPair("a", "b"): Collaboration(
                        count: 2, last: try #require(Day("2026-01-02"))),
                    MemberPair("e", "f"): Collaboration(count: 1, last: today),
                ])
            #expect(
                found.setAside.map { "\($0.source) \($0.id) \($0.field)" } == [
                    "refusal  member", "refusal c refused", "collaboration a other",
                ])
        }
    }

    @Test func aColumnThatIsMisspeltIsRefusedUnderTheFileThatReturnsIt() async throws {
        let network = Self.source {
            $0.members = Self.file("people", "SELECT 1 AS id, 'x' AS e_mail")
            $0.skills = Self.file("labels", "SELECT 1 AS id, 'x' AS label")
            $0.refusals = Self.file("refusals", "SELECT 'a' AS member")
        }
        try await Self.with(network) { ledger in
            let error = #expect(throws: LedgerError.self) {
                try ledger.check(Self.job())
            }
            let text = "\(try #require(error))"
            #expect(text.contains("labels.sql") && text.contains("label_fr"))
            #expect(text.contains("refusals.sql") && text.contains("refused"))
            let other = #expect(throws: LedgerError.self) {
                try ledger.news(asOf: today, network: "R", audiences: [])
            }
            let words = "\(try #require(other))"
            #expect(words.contains("people.sql") && words.contains("e_mail"))
            #expect(words.contains("email"))
        }
    }

    @Test func queriesReadTheKeyAndTheParametersOfTheirNetwork() async throws {
        try await withDatabase(holding: .empty) { _, conninfo in
            for (key, region) in [("lyon", "69"), ("metz", "57'--")] {
                let ledger = try Ledger(
                    conninfo: conninfo,
                    network: NetworkSource(key: key, parameters: ["region": region]))
                let found = try ledger.snapshot(
                    of: Self.job(
                        needs: """
                            SELECT current_setting('network.key') AS id,
                                current_setting('network.region') AS title
                            """), asOf: today)
                #expect(found.needs.map { "\($0.id) \($0.title)" } == ["\(key) \(region)"])
                // They are gone with the transaction.
                let after = try ledger.connection.first(
                    "SELECT coalesce(current_setting('network.region', true), '')", as: String.self)
                #expect(after == "")
            }
            let error = #expect(throws: LedgerError.self) {
                let ledger = try Ledger(conninfo: conninfo)
                _ = try ledger.snapshot(
                    of: Self.job(
                        needs: "SELECT current_setting('network.nowhere') AS id, 'x' AS title"),
                    asOf: today)
            }
            #expect("\(try #require(error))".contains("network.nowhere"))
        }
    }

    /// Tenders of a platform whose tables nobody here knows, in one of their stages.
    private static func tenders(areOver: Bool) -> NetworkSource {
        source {
            $0.tenders = file(
                "all",
                """
                SELECT * FROM (VALUES
                    (1, 'Halle', '2026-11-01'::date, \(areOver), 'l1',
                        '2027-03-01'::date, '2027-03-31'::date),
                    (1, NULL, NULL, NULL, 'l2', '2027-04-01', 'infinity'),
                    (1, NULL, NULL, NULL, NULL, NULL, NULL),
                    (2, 'Quai', '2027-01-05', NULL, 'l3', NULL, NULL)
                ) AS lot (id, title, deadline, over, lot, starts, ends)
                """)
        }
    }

    private static let sent = JobQueries(
        job: "tenders", needs: file("lots", "SELECT 'none' AS id WHERE false"),
        candidates: file("candidates", "SELECT 'a' AS id"),
        tenders: file("tenders", "SELECT 'none' AS id WHERE false"),
        records: JobQueries.Records(accepted: true))

    @Test(arguments: [false, true])
    func anAcceptedBidHoldsItsDaysUntilThePlatformSaysThatItsTenderIsOver(
        isOver: Bool
    ) async throws {
        try await Self.with(Self.tenders(areOver: isOver)) { ledger in
            try ledger.run(.example([.team(tender: "1")]), job: "tenders")
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            let windows = try ledger.snapshot(of: Self.sent, asOf: today).lotWindows
            #expect(
                windows.mapValues { $0.mapValues(\.length) } == (isOver ? [:] : ["1": ["l1": 31]]))
            let known = try ledger.tenders(asOf: today)
            #expect(known.map(\.id) == ["1", "2"] && known.map(\.title) == ["Halle", "Quai"])
            #expect(known.map { $0.deadline?.description } == ["2026-11-01", "2027-01-05"])
            #expect(known.map(\.isOver) == [isOver, false])
        }
    }

    @Test func whatCanNoLongerBeAnsweredIsLeftOutAndCounted() async throws {
        let job = JobQueries(
            job: "aid",
            needs: Self.file(
                "needs",
                """
                SELECT id, 'Aide' AS title, deadline, tender FROM (VALUES
                    ('past', '2026-11-22 23:59'::timestamp, NULL),
                    ('today', '2026-11-23 00:30', NULL), ('open', NULL, NULL),
                    ('lot', NULL, 't')
                ) AS need (id, deadline, tender)
                """),
            candidates: Self.file("candidates", "SELECT 'a' AS id"))
        try await Self.with(Self.source { _ in }) { ledger in
            let snapshot = try ledger.snapshot(of: job, asOf: today)
            #expect(snapshot.needs.map(\.id) == ["lot", "open", "today"])
            #expect(snapshot.pastNeeds.mapValues(\.description) == ["past": "2026-11-22"])
            #expect(snapshot.rowsRead["needs"] == 4, "a deadline is no loss of rows")
            let tenders = JobQueries(
                job: "bids", needs: job.needs, candidates: job.candidates,
                tenders: Self.file(
                    "tenders", "SELECT 't' AS id, 'T' AS title, '2026-11-22'::date AS deadline"))
            let bids = try ledger.snapshot(of: tenders, asOf: today)
            #expect(bids.tenders.isEmpty && bids.needs.isEmpty)
            #expect(bids.pastNeeds["lot"] != nil && bids.pastTenders.keys.sorted() == ["t"])
            #expect(!bids.setAside.contains { $0.id == "lot" })
        }
    }
}

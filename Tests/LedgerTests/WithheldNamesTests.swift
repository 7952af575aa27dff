import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// What changes between the night and the message.
@Suite struct WithheldNamesTests {
    private static let audience = [
        DigestAudience(
            job: "missions", roles: ["candidate", "owner", "lead", "member"], asking: ["owner"])
    ]

    private static let proposals = [
        Proposal.example(), .example(candidate: "paul", rank: 2),
        .team(["claire", "paul"], tender: "t1"),
    ]

    /// Who hears of what, after a night and a change on the platform.
    private static func heard(after change: String) async throws -> [String: [String]] {
        try await withLedger { ledger, _ in
            for id in ["owner", "claire", "paul"] {
                try ledger.connection.addMember(id, email: "\(id)@example.org")
            }
            try ledger.run(.example(proposals))
            try ledger.connection.execute("\(raw: change)")
            let news = try ledger.news(asOf: today, network: "R", audiences: audience)
            return Dictionary(
                uniqueKeysWithValues: news.map { news in
                    (
                        news.recipient.member,
                        news.items.map { $0.proposal.key.parts.joined(separator: " ") }
                    )
                })
        }
    }

    @Test func nothingIsHeldBackWhereNothingChanged() async throws {
        #expect(
            try await Self.heard(after: "SELECT 1") == [
                "owner": ["m1 claire", "m1 paul"], "claire": ["m1 claire", "t1"],
                "paul": ["m1 paul", "t1"],
            ])
    }

    @Test(
        arguments: [
            "UPDATE network.member SET consent_matching = false WHERE id = 'paul'",
            "UPDATE network.member SET left_on = '2026-11-23' WHERE id = 'paul'",
        ])
    func whoWithdrewOrLeftIsNeitherNamedNorWrittenTo(change: String) async throws {
        #expect(
            try await Self.heard(after: change)
                == ["owner": ["m1 claire"], "claire": ["m1 claire"]])
    }

    @Test func whoRefusesAnotherIsNotNamedToThem() async throws {
        let change = """
            INSERT INTO network.refusal (member_id, refused_id, said_on)
            VALUES ('paul', 'owner', '2026-11-23')
            """
        #expect(
            try await Self.heard(after: change) == [
                "owner": ["m1 claire"], "claire": ["m1 claire", "t1"], "paul": ["t1"],
            ])
    }

    @Test func whoAsksNeedNotAgreeToBeSuggested() async throws {
        let change = "UPDATE network.member SET consent_matching = false WHERE id = 'owner'"
        #expect(
            try await Self.heard(after: change)
                == ["claire": ["m1 claire", "t1"], "paul": ["m1 paul", "t1"]])
    }
}

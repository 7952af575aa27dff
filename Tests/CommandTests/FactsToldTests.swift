import Foundation
import Postgres
import TestSupport
import Testing

/// Who is told what of prices and accounts, over every message of the sample network.
@Suite struct FactsToldTests {
    /// A message with the soft line breaks and escapes of quoted-printable undone.
    private static func text(of file: URL) throws -> String {
        let written = try Data(contentsOf: file)
        var bytes: [UInt8] = []
        var rest = written[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let code = String(decoding: rest.prefix(2), as: UTF8.self)
            rest = rest.dropFirst(2)
            if let byte = UInt8(code, radix: 16) { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whole euros that a text names, as French and English write them.
    private static func euros(in text: String) -> Set<Int> {
        Set(
            text.matches(of: /€(\d[\d,]*)|(\d[\d\u{202F}\u{A0}]*)(?:,\d\d)?\u{A0}€/).compactMap {
                Int(($0.1 ?? $0.2 ?? "").filter { ("0"..."9").contains($0) })
            })
    }

    @Test func nobodyIsToldPricesOrAccountsThatAreNotTheirs() async throws {
        let day = "2026-11-23"
        try await Command.afterNight(of: "missions", on: day) { command, connection in
            #expect(try command.run("run", "services", "tenders", "--as-of", day).code == 0)
            #expect(try command.run("digest", "--as-of", day).code == 0)
            var own: [String: Set<Int>] = [:]
            try connection.rows(
                of: """
                    SELECT member_id, amount_cents / 100 AS euros FROM entremise.party
                    WHERE amount_cents IS NOT NULL
                    """
            ).forEach { row throws(PostgresError) in
                own[try row.value("member_id"), default: []].insert(try row.value("euros"))
            }
            let messages = try connection.rows(
                of: """
                    SELECT message.member_id, message.file, array_agg(told.role) AS roles
                    FROM entremise.message
                    JOIN entremise.message_proposal AS told ON told.message_id = message.id
                    GROUP BY message.id ORDER BY message.id
                    """
            ).map { row throws(PostgresError) in
                (
                    member: try row.value("member_id", as: String.self),
                    file: try row.value("file", as: String.self),
                    roles: Set(try row.value("roles", as: [String].self))
                )
            }
            #expect(messages.count > 50)
            var fits = 0
            for message in messages {
                let file = URL(filePath: message.file, relativeTo: command.home)
                let text = try Self.text(of: file)
                let named = Self.euros(in: text)
                #expect(
                    named.isSubset(of: own[message.member] ?? []),
                    "\(message.member): \(named.sorted())")
                let isAsking = message.roles.contains("owner")
                let words = [
                    "prix prévu", "limite prévue", "prix plus bas", "price planned",
                    "limit planned", "lower price",
                ]
                #expect(isAsking || !words.contains { text.contains($0) }, "\(text)")
                #expect(
                    !text.contains("moins que le prix") && !text.contains("less than the price"))
                if text.contains("limite prévue") { fits += 1 }
            }
            #expect(fits > 0, "owners hear whether prices fit")
        }
    }
}

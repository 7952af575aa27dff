import Foundation
import TestSupport
import Testing

/// Who messages come from, as the configuration says it.
@Suite struct SenderTests {
    @Test func aSenderMayHaveANameAndADomainInAnyLetters() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            var command = command
            command.environment["ENTREMISE_MAIL_FROM"] = "Passerelles <nuit@réseau.example>"
            command.environment["ENTREMISE_NETWORK_REPLY_TO"] =
                "\"Jeanne, Paul\" <a@Bücher.example>"
            let digest = try command.run("digest", "--as-of", "2026-11-23")
            #expect(digest.code == 0, "\(digest.errors)")
            let outbox = command.home.appending(path: "var/outbox")
            let files = try FileManager.default.contentsOfDirectory(atPath: outbox.path)
                .filter { $0.hasSuffix(".eml") }
            #expect(!files.isEmpty)
            for file in files {
                let text = try String(contentsOf: outbox.appending(path: file), encoding: .utf8)
                #expect(text.contains("From: Passerelles <nuit@xn--rseau-bsa.example>\r\n"))
                #expect(
                    text.contains("Reply-To: \"Jeanne, Paul\" <a@xn--bcher-kva.example>\r\n"))
            }
            let check = try command.run("check")
            #expect(check.output.contains("✓ mail"), "\(check.output)")
        }
    }

    @Test func aSenderThatNoServerReachesIsRefusedBeforeTheNight() throws {
        var command = try Command(conninfo: "host=127.0.0.1 port=1")
        defer { command.remove() }
        command.environment["ENTREMISE_MAIL_FROM"] = "Nuit <été@example.org>"
        let outcome = try command.run("run")
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("ENTREMISE_MAIL_FROM: expected ASCII before the @"))
    }
}

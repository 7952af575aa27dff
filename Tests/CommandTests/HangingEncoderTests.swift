import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// An embedding server that never answers does not keep the night from ending.
@Suite(.timeLimit(.minutes(5)))
struct HangingEncoderTests {
    /// Left alone it would be waited for ten minutes.
    @Test(arguments: ["hang", "vectors"])
    func `SIGTERM ends the wait for the embedding server`(behaviour: String) async throws {
        try await withWebServer { server in
            try await withDatabase(holding: .sample) { connection, conninfo in
                let command = try Command(
                    conninfo: conninfo,
                    settings: [
                        "ENTREMISE_ENCODER_KIND": "server", "ENTREMISE_ENCODER_MODEL": "m",
                        "ENTREMISE_ENCODER_URL": "\(server.url)/\(behaviour)",
                        "ENTREMISE_ENCODER_TIMEOUT_SECONDS": "600",
                    ])
                defer { command.remove() }
                let running = try command.start(["run", "missions", "--as-of", "2026-11-23"])
                try server.blockUntilHanging()
                kill(running.process.processIdentifier, SIGTERM)
                let night = try running.wait()
                #expect(night.code == Jobs.ExitCode.terminated.rawValue)
                #expect(night.errors.contains("stopped by SIGTERM"), "\(night.errors)")
                let runs = try connection.first(
                    "SELECT coalesce(string_agg(status, ' '), '') FROM entremise.run",
                    as: String.self)
                #expect(runs == (behaviour == "hang" ? "" : "interrupted"))
            }
        }
    }
}

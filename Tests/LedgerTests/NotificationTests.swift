import Foundation
import Ledger
import Market
import TestSupport
import Testing

/// What listeners hear of runs.
@Suite struct NotificationTests {
    /// A psql that listens to `entremise_run`.
    private struct Listener {
        private let process = Process()
        private let input = Pipe()
        private let output = Pipe()

        init(_ conninfo: String) throws {
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["LC_ALL=C", "psql", "-X", "-q", "-d", conninfo]
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            try say("LISTEN entremise_run;\n\\! echo listening\n")
            var heard = Data()
            while !String(decoding: heard, as: UTF8.self).contains("listening") {
                let more = output.fileHandleForReading.availableData
                try #require(!more.isEmpty, "psql ended")
                heard += more
            }
        }

        private func say(_ text: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        }

        /// What it has heard, once it has spoken to the server again.
        func heard() throws -> [String] {
            try say("SELECT 1;\n")
            try input.fileHandleForWriting.close()
            let said = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return String(decoding: said, as: UTF8.self)
                .matches(of: /"entremise_run" with payload "(.*)" received/).map { String($0.1) }
        }
    }

    @Test func whoListensHearsOfEveryRunWhoseResultsHold() async throws {
        try await withLedger { ledger, conninfo in
            let listener = try Listener(conninfo)
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            // What cannot be written is not told, nor is a run that failed.
            let failed = try ledger.begin(.example())
            #expect(throws: LedgerError.self) {
                try ledger.complete(
                    failed, with: .example([.example(score: 0.5), .example(score: 0.4)]),
                    peakBytes: { 0 })
            }
            try ledger.fail(failed, because: "twice")
            try ledger.run(.example([.team()]), job: "tenders", asOf: today.advanced(by: 1))
            try ledger.run(
                .example([.example(score: 0.5), .example(candidate: "zoe", rank: 3)]),
                asOf: today.advanced(by: 1))
            #expect(
                try listener.heard() == [
                    """
                    {"day": "2026-11-23", "job": "missions", "new": 2, "run": 1, "closed": 0, \
                    "changed": 0, "network": "", "unchanged": 0}
                    """,
                    """
                    {"day": "2026-11-24", "job": "tenders", "new": 1, "run": 3, "closed": 0, \
                    "changed": 0, "network": "", "unchanged": 0}
                    """,
                    """
                    {"day": "2026-11-24", "job": "missions", "new": 1, "run": 4, "closed": 1, \
                    "changed": 1, "network": "", "unchanged": 0}
                    """,
                ])
        }
    }
}

import Foundation
import TestSupport
import Testing

/// The webhook, as an operator has it: `entremise run` beside a server of the platform's.
@Suite(.timeLimit(.minutes(5)))
struct NightWebhookTests {
    private static let day = "2026-11-23"
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private struct Body: Decodable {
        let type: String
        let timestamp: String
        let data: Contents

        struct Contents: Decodable {
            let network, networkName, job, status: String
            let run: Int
            let asOf: String
            let counts: [String: [String: Int]]
            let needs, needsWithoutAnybody, rowsSetAside: Int
            let programVersion: String
            let report: String?
        }
    }

    /// The command after a night of missions, with a webhook of the server's.
    private func onSample(
        _ behaviour: String, _ body: (Command, WebServer) async throws -> Void
    ) async throws {
        try await withWebServer(secret: Self.secret) { server in
            try await Command.afterNight(of: "missions", on: Self.day) { command, _ in
                var command = command
                command.environment["ENTREMISE_PUBLISH_WEBHOOK"] =
                    "\(server.url)/\(behaviour)?key=jeton"
                command.environment["ENTREMISE_PUBLISH_WEBHOOK_SECRET"] = Self.secret
                command.environment["ENTREMISE_REPORT_URL"] = "https://reports.example.org/n/"
                try await body(command, server)
            }
        }
    }

    @Test func `Each run that completes is told once, signed, with what it changed`() async throws {
        try await onSample("ok") { command, server in
            let summary = try command.run("run", "missions", "services", "--as-of", Self.day)
            #expect(summary.code == 0, "\(summary.errors)")
            #expect(summary.errors.isEmpty)
            let requests = try await server.requests()
            #expect(requests.count == 2)
            #expect(requests.allSatisfy { $0.isSigned && $0.isRecent })
            #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 2)
            #expect(requests.allSatisfy { $0.headers["user-agent"] == "entremise/0.1.0" })
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let told = try requests.map {
                #expect($0.body.contains("\"rows_set_aside\":"))
                return try decoder.decode(Body.self, from: Data($0.body.utf8))
            }
            #expect(told.map(\.data.job) == ["missions", "services"])
            #expect(told.map(\.type) == ["run.completed", "run.completed"])
            for body in told {
                #expect(body.timestamp.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))
                let data = body.data
                #expect(data.status == "completed")
                #expect(data.asOf == Self.day)
                #expect(data.network.isEmpty)
                #expect(data.networkName == "Réseau")
                #expect(data.programVersion == "0.1.0")
                #expect(data.report == "https://reports.example.org/n/\(Self.day)/")
                #expect(data.needs >= data.needsWithoutAnybody)
            }
            let (again, first) = (told[0].data, told[1].data)
            #expect(first.run == again.run + 1)
            #expect(again.counts["suggestion"]?["new"] == 0)
            #expect(again.counts["suggestion"]?["standing"] ?? 0 > 20)
            #expect(first.counts["suggestion"]?["new"] ?? 0 > 20)
            #expect(first.counts["suggestion"]?["standing"] == 0)
            #expect(first.counts.keys.sorted() == ["suggestion"])
        }
    }

    @Test func `A dry run and a run that fails tell nothing`() async throws {
        try await onSample("ok") { command, server in
            #expect(
                try command.run("run", "missions", "--dry-run", "--as-of", Self.day).code == 0)
            let query = command.home.appending(path: "jobs/sql/missions.needs.sql")
            try Data("SELECT nothing".utf8).write(to: query)
            #expect(try command.run("run", "missions", "--as-of", Self.day).code != 0)
            #expect(try await server.requests().isEmpty)
        }
    }

    @Test func `A webhook that is not taken fails no night, and is a warning without a secret`()
        async throws
    {
        try await onSample("wrong") { command, server in
            let night = try command.run("run", "--as-of", Self.day)
            #expect(night.code == 0, "\(night.errors)")
            #expect(night.output.split(separator: "\n").count == 3)
            let warnings = night.errors.split(separator: "\n")
            #expect(warnings.count == 3)
            for warning in warnings {
                #expect(warning.contains("The webhook was not told of a run"))
                #expect(warning.contains("\(server.url) did not take it after 1 attempt"))
            }
            #expect(!night.errors.contains(/jeton|MfKQ9r8/))
            let check = try command.run("check")
            #expect(
                check.output.contains("runs are told to \(server.url), signed"), "\(check.output)")
            #expect(!(check.output + check.errors).contains(/jeton|MfKQ9r8/))
        }
    }

    /// Left alone it would try for half a minute, and say so.
    @Test func `SIGTERM ends the wait for a server that hangs, and the run stands`() async throws {
        try await onSample("hang") { command, server in
            let running = try command.start(["run", "missions", "--as-of", Self.day])
            try server.blockUntilHanging()
            kill(running.process.processIdentifier, SIGTERM)
            let night = try running.wait()
            #expect(night.code == 0)
            #expect(night.output.contains("missions \(Self.day): 0 new suggestions"))
            #expect(
                night.errors.contains(
                    "the program was asked to stop before \(server.url) took it"),
                "\(night.errors)")
        }
    }

    @Test(arguments: [
        ("ENTREMISE_PUBLISH_WEBHOOK", "ftp://example.org/jeton", "expected an http or https URL"),
        (
            "ENTREMISE_PUBLISH_WEBHOOK_SECRET", "jeton",
            "expected whsec_ and 24 to 64 bytes in Base64"
        ),
    ])
    func `A wrong address or secret is refused unseen`(
        variable: String, value: String, words: String
    ) throws {
        var command = try Command(conninfo: "host=127.0.0.1 port=1")
        defer { command.remove() }
        command.environment[variable] = value
        let outcome = try command.run("run")
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("\(variable): \(words)"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("jeton"))
    }

    /// What the page for platforms gives to receivers.
    @Test func `The receiver's check on the page holds for what is sent`() async throws {
        try await onSample("ok") { command, server in
            try #require(command.run("run", "missions", "--as-of", Self.day).code == 0)
            let request = try #require(try await server.requests().first)
            let page = try String(
                contentsOf: Checkout.root.appending(path: "docs/integration.md"), encoding: .utf8)
            let match = try #require(page.firstMatch(of: /```python\n([^`]+)```/))
            let input = command.home.appending(path: "request.json")
            let said = try JSONEncoder().encode(["body": request.body])
            try said.write(to: input)
            let headers = try JSONEncoder().encode(request.headers)
            try headers.write(to: command.home.appending(path: "headers.json"))
            let script = """
                \(match.1)
                import json
                body = json.load(open("request.json"))["body"].encode()
                headers = json.load(open("headers.json"))
                print(is_ours(headers, body, "\(Self.secret)"), is_ours(headers, body + b" ", "\(Self.secret)"))
                """
            let python = Process()
            python.executableURL = URL(filePath: "/usr/bin/env")
            python.arguments = ["python3", "-c", script]
            python.currentDirectoryURL = command.home
            let output = Pipe()
            python.standardOutput = output
            try python.run()
            let found = try output.fileHandleForReading.readToEnd() ?? Data()
            python.waitUntilExit()
            #expect(String(decoding: found, as: UTF8.self) == "True False\n")
        }
    }
}

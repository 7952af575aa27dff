import Foundation
import HTTP
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct HTTPClientTests {
    private func request(_ url: String, body: String = "{}") throws -> HTTPRequest {
        try HTTPRequest(
            post: Array(body.utf8), to: try #require(HTTPAddress(url)),
            headers: ["Content-Type": "application/json", "X-Key": "clé"])
    }

    private func send(
        _ url: String, within time: Duration = .seconds(60), atMost limit: Int = 1 << 20
    ) async throws -> HTTPResponse {
        try await HTTPClient().send(try request(url), within: time, atMost: limit)
    }

    @Test(arguments: ["", "{\"text\": \"é\"}", String(repeating: "abc", count: 1 << 20)])
    func `A request arrives as it is, and the answer comes back`(body: String) async throws {
        try await withWebServer { server in
            let answer = try await HTTPClient().send(
                try request("\(server.url)/ok/a?b=c", body: body), within: .seconds(60),
                atMost: 1 << 20)
            #expect(answer.status == 200)
            #expect(answer.isSuccess)
            #expect(String(decoding: answer.body, as: UTF8.self) == "thank you")
            #expect(answer.header("x-said") == "well")
            #expect(answer.header("Retry-After") == nil)
            let asked = try #require(try await server.requests().first)
            #expect(asked.path == "/ok/a?b=c")
            #expect(asked.body == body)
            #expect(asked.headers["content-type"] == "application/json")
            #expect(asked.headers["expect"] == nil)
        }
    }

    @Test func `A connection is kept for the next request`() async throws {
        try await withWebServer { server in
            let client = HTTPClient()
            for _ in 0..<3 {
                _ = try await client.send(
                    try request("\(server.url)/ok"), within: .seconds(60), atMost: 100)
            }
            #expect(Set(try await server.requests().map(\.peer)).count == 1)
        }
    }

    @Test func `Many requests at once are each given their own answer`() async throws {
        try await withWebServer { server in
            let client = HTTPClient()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<40 {
                    let request = try request("\(server.url)/\(index % 2 == 0 ? "ok" : "wrong")")
                    group.addTask {
                        try await client.send(request, within: .seconds(60), atMost: 1 << 16)
                            .status
                    }
                }
                let found = try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                #expect(found == [200: 20, 400: 20])
            }
        }
    }

    @Test(arguments: ["endless", "endless-head"])
    func `An endless answer is given up`(behaviour: String) async throws {
        try await withWebServer { server in
            await #expect(throws: HTTPError.tooLong(bytes: 100_000)) {
                try await send("\(server.url)/\(behaviour)", atMost: 100_000)
            }
        }
    }

    @Test func `An answer may have as many bytes as are allowed, and not one more`() async throws {
        try await withWebServer { server in
            let answer = try await send("\(server.url)/ok", atMost: 9)
            #expect(answer.body.count == 9)
            await #expect(throws: HTTPError.tooLong(bytes: 8)) {
                try await send("\(server.url)/ok", atMost: 8)
            }
        }
    }

    @Test func `A redirection is an answer, and is not followed`() async throws {
        try await withWebServer { server in
            let answer = try await send("\(server.url)/redirect")
            #expect(answer.status == 302)
            #expect(!answer.isSuccess)
            #expect(!answer.isPassing)
            #expect(try await server.requests().map(\.path) == ["/redirect"])
        }
    }

    @Test(arguments: ["hang", "drip"])
    func `A server that does not answer in time is given up`(behaviour: String) async throws {
        try await withWebServer { server in
            await #expect(throws: HTTPError.late(.milliseconds(400))) {
                try await send("\(server.url)/\(behaviour)", within: .milliseconds(400))
            }
        }
    }

    @Test func `Nobody there, and a connection that breaks off, are told apart`() async throws {
        let port = try freePort()
        await #expect(throws: HTTPError.refused) { try await send("http://127.0.0.1:\(port)") }
        try await withWebServer { server in
            await #expect(throws: HTTPError.brokenOff) {
                try await send("\(server.url)/breaks-off")
            }
        }
    }

    /// Left to itself the server would answer after ten minutes, and the request end before.
    @Test func `A cancelled task stops waiting, and the client goes on`() async throws {
        try await withWebServer { server in
            let client = HTTPClient()
            let hanging = try request("\(server.url)/hang")
            let task = Task {
                try await client.send(hanging, within: .seconds(500), atMost: 100)
            }
            try await server.waitForHanging()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let next = try await client.send(
                try request("\(server.url)/ok"), within: .seconds(60), atMost: 100)
            #expect(next.status == 200)
        }
    }

    @Test func `A certificate that nobody vouches for is refused in words`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pem")
        defer { try? FileManager.default.removeItem(at: file) }
        let making = Process()
        making.executableURL = URL(filePath: "/usr/bin/env")
        making.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
            "/CN=127.0.0.1", "-keyout", file.path, "-out", file.path + ".crt",
        ]
        making.standardError = FileHandle.nullDevice
        try making.run()
        making.waitUntilExit()
        let certificate = URL(filePath: file.path + ".crt")
        defer { try? FileManager.default.removeItem(at: certificate) }
        try (try Data(contentsOf: file) + Data(contentsOf: certificate)).write(to: file)
        try await withWebServer(certificate: file) { server in
            let error = await #expect(throws: HTTPError.self) { try await send("\(server.url)/ok") }
            #expect(
                error?.description
                    == "its certificate is not to be trusted: it is signed by itself")
            #expect(error?.isPassing == false)
        }
        try await withWebServer { server in
            let plain = server.url.replacing("http:", with: "https:")
            let error = await #expect(throws: HTTPError.self) { try await send("\(plain)/ok") }
            #expect(error?.description.contains("does it speak https?") == true)
        }
    }

    @Test(arguments: ["a\nb", "a\rb", "a\0b", ""])
    func `A header that would break its line is refused by its name`(value: String) throws {
        let address = try #require(HTTPAddress("http://127.0.0.1"))
        #expect(throws: HTTPError.header(name: "X-Key")) {
            try HTTPRequest(post: [], to: address, headers: ["X-Key": value])
        }
        #expect(throws: HTTPError.header(name: "X: Key")) {
            try HTTPRequest(post: [], to: address, headers: ["X: Key": "a"])
        }
    }

    @Test(arguments: ["", "localhost:8080", "ftp://example.org/v1", "http://", "pas une adresse"])
    func `What is no http or https address is none`(text: String) {
        #expect(HTTPAddress(text) == nil)
    }

    @Test func `An address shows neither user nor password nor query`() throws {
        let address = try #require(
            HTTPAddress("https://anne:motdepasse@example.org:81/v1/?t=xyz#a", appending: "/b"))
        var dumped = ""
        dump(address, to: &dumped)
        #expect("\(address)" == "https://example.org:81/v1/b")
        #expect(address.origin == "https://example.org:81")
        #expect(!"\(String(reflecting: address)) \(dumped)".contains(/motdepasse|xyz|anne/))
    }
}

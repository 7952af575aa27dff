import Encoding
import Foundation
import FoundationNetworking
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ServerEncoderTests {
    private func settings(
        _ url: String, batch: Int = 64, timeout: Duration = .seconds(60), retries: Int = 3,
        key: ServerEncoder.Key? = nil, dimension: Int? = nil
    ) -> ServerEncoder.Settings {
        ServerEncoder.Settings(
            url: url, model: "e5-query", key: key, batch: batch, timeout: timeout,
            retries: retries, dimension: dimension, firstPause: .milliseconds(10))
    }

    /// The error that one of both, opening or encoding, ends with.
    private func failure(
        _ settings: ServerEncoder.Settings, texts: [String] = ["un", "deux"]
    ) async throws -> EncodingError {
        do {
            _ = try await ServerEncoder(settings).encode(texts)
        } catch let error as EncodingError {
            return error
        }
        return try #require(nil as EncodingError?, "no error")
    }

    /// The server takes the plain mean of what the same model says of the tokens.
    @Test func `The package's own server gives vectors near the embedded model's, by another name`()
        async throws
    {
        let embedded = try ModelFolder.encoder()
        var random = SeededGenerator(seed: 7)
        let texts = randomTexts(40, using: &random) + ["création d'un site internet", "web design"]
        try await withPackageServer { url in
            let server = try await ServerEncoder(settings(url, batch: 16, timeout: .seconds(120)))
            #expect(server.model.dimension == 384)
            #expect(server.model.name != embedded.model.name)
            let (served, own) = (
                try await server.encode(texts), try await embedded.encode(texts)
            )
            for (row, text) in texts.enumerated() {
                if text.isEmpty {
                    #expect(served[row].allSatisfy { $0 == 0 })
                } else {
                    #expect(cosine(served[row], own[row]) > 0.9, "\(text)")
                    #expect(cosine(served[row], own[row]) < 0.9999, "\(text)")
                }
            }
        }
    }

    @Test func `Common words around two rare ones tie them less than in the server's plain mean`()
        async throws
    {
        let rare = ["menuisier", "comptable", "apiculteur", "scaphandrier", "vétérinaire"]
        let frames = [
            ("nous avons besoin de vous pour un ", " ici"), ("il est pour les ", " de la"),
            ("", ""),
        ]
        let embedded = try ModelFolder.encoder()
        try await withPackageServer { url in
            let server = try await ServerEncoder(settings(url, batch: 16, timeout: .seconds(120)))
            for frame in frames {
                let texts = rare.map { frame.0 + $0 + frame.1 }
                let (plain, own) = (
                    try await server.encode(texts), try await embedded.encode(texts)
                )
                for left in rare.indices {
                    for right in rare.indices where right > left {
                        #expect(
                            cosine(own[left], own[right]) < cosine(plain[left], plain[right]),
                            "\(texts[left]), \(texts[right])")
                    }
                }
            }
        }
    }

    @Test(arguments: ["good", "backwards"])
    func `Vectors come in the order of the texts, normalised`(behaviour: String) async throws {
        try await withStub { url in
            let encoder = try await ServerEncoder(settings("\(url)/\(behaviour)/v1/", batch: 2))
            let texts = ["a", "bbbb", "", "cc", "a", "dddddddd"]
            var steps: [Int] = []
            let vectors = try await encoder.encode(texts) { steps.append($0) }
            for (row, text) in texts.enumerated() where !text.isEmpty {
                let length = Float(text.utf8.count)
                #expect(abs(vectors[row].first! / vectors[row].last! - length / 2) < 1e-4)
                #expect(abs(cosine(vectors[row], vectors[row]) - 1) < 1e-5)
            }
            #expect(vectors[2].allSatisfy { $0 == 0 })
            #expect(steps == steps.sorted())
            #expect(steps.last == texts.count)
        }
    }

    @Test(arguments: ["busy", "breaks-off", "late-busy"])
    func `A refusal for the moment is tried again`(behaviour: String) async throws {
        try await withStub { url in
            let encoder = try await ServerEncoder(settings("\(url)/\(behaviour)/v1"))
            #expect(try await encoder.encode(["un", "deux"]).count == 2)
        }
    }

    @Test func `Attempts end, and the error says how many there were and what was said`()
        async throws
    {
        try await withStub { url in
            let busy = try await failure(settings("\(url)/always-busy/v1", retries: 2))
            #expect(
                busy
                    == .serverRefused(
                        url: "\(url)/always-busy/v1/embeddings", status: 429, attempts: 3,
                        message: "slow down"))
            #expect(busy.description.contains("encoder.retries"))
            let broken = try await failure(settings("\(url)/late-broken/v1", retries: 1))
            #expect(broken.description.contains("answered 500 after 2 attempts: out of memory."))
        }
    }

    @Test(arguments: [
        ("nan", "NaN"), ("late-nan", "NaN"), ("huge", "finite numbers"), ("null", "list"),
        ("late-wider", "4 numbers a vector, found 5"), ("late-fewer", "2 vectors, found 1"),
        ("late-same-index", "each index from 0 to 1 once"), ("page", "expected JSON"),
        ("zeros", "zeros alone"),
    ])
    func `An answer that is no vectors is refused at once`(
        behaviour: String, word: String
    ) async throws {
        try await withStub { url in
            let error = try await failure(settings("\(url)/\(behaviour)/v1"))
            guard case .serverAnswer = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.description.contains(word), "\(error)")
        }
    }

    @Test func `A dimension other than the one asked for is refused`() async throws {
        try await withStub { url in
            let error = try await failure(settings("\(url)/good/v1", dimension: 384))
            #expect(error.description.contains("expected 384 numbers a vector, found 4"))
        }
    }

    @Test(arguments: ["hang", "drip", "late-hang"])
    func `A server that does not answer in time is given up`(behaviour: String) async throws {
        try await withStub { url in
            let error = try await failure(
                settings("\(url)/\(behaviour)/v1", timeout: .milliseconds(400), retries: 1))
            guard case .serverUnreachable(_, let attempts, let reason) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(attempts == 2)
            // After ten minutes the server would have hung up, or sent all: another reason.
            #expect(reason.contains("no answer"))
        }
    }

    @Test(arguments: ["endless", "late-endless"])
    func `An answer longer than vectors can be is given up`(behaviour: String) async throws {
        try await withStub { url in
            let error = try await failure(settings("\(url)/\(behaviour)/v1"))
            guard case .serverAnswer(_, let expected, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(expected.hasPrefix("an answer of at most"))
        }
    }

    @Test func `A key that would break its line is refused`() async throws {
        let key = ServerEncoder.Key("sk\r\nX-Other: a")
        let error = try await failure(settings("http://127.0.0.1/v1", key: key))
        #expect(error.description.contains("encoder.key: expected a key of one line"))
    }

    /// It answers well before, and after.
    @Test func `Every way of failing for the moment is tried again in the middle of many batches`()
        async throws
    {
        try await withStub { url in
            for behaviour in ["late-busy", "late-breaks-off"] {
                let encoder = try await ServerEncoder(settings("\(url)/\(behaviour)/v1", batch: 1))
                let texts = (0..<20).map { String(repeating: "a", count: $0 + 1) }
                let vectors = try await encoder.encode(texts)
                for row in texts.indices {
                    let length = Float(texts[row].utf8.count)
                    #expect(abs(vectors[row].first! / vectors[row].last! - length / 2) < 1e-4)
                }
            }
        }
    }

    @Test func `A server that is not there is named, with what to check`() async throws {
        let port = try freePort()
        let error = try await failure(settings("http://127.0.0.1:\(port)/v1", retries: 1))
        #expect(
            error
                == .serverUnreachable(
                    url: "http://127.0.0.1:\(port)/v1/embeddings", attempts: 2,
                    reason: "the connection was refused"))
        #expect(error.description.contains("Check encoder.url"))
    }

    @Test func `The key goes to the server and into no error`() async throws {
        try await withStub { url in
            let right = try await ServerEncoder(
                settings("\(url)/key/v1", key: ServerEncoder.Key("right")))
            #expect(try await right.encode(["un"]).count == 1)
            let secret = "sk-very-secret"
            let wrong = settings("\(url)/key/v1", key: ServerEncoder.Key(secret))
            let error = try await failure(wrong)
            #expect(error.description.contains("Check encoder.key"))
            #expect(!error.description.contains(secret))
            var dumped = ""
            dump(wrong, to: &dumped)
            #expect(!"\(wrong) \(String(reflecting: wrong)) \(dumped)".contains(secret))
        }
    }

    @Test func `A text that the server repeats stays out of the error`() async throws {
        try await withStub { url in
            let error = try await failure(
                settings("\(url)/late-echo/v1"), texts: ["je cherche un soin discret"])
            #expect(error.description.contains("answered 400"))
            #expect(!error.description.contains("discret"))
        }
    }

    @Test func `A redirection is not followed`() async throws {
        try await withStub { url in
            let error = try await failure(settings("\(url)/redirect/v1"))
            #expect(error.description.contains("answered 302"))
            #expect(error.description.contains("final address"))
        }
    }

    @Test func `A wrong path is told from a wrong model`() async throws {
        try await withStub { url in
            let error = try await failure(settings("\(url)/no-route/v1"))
            #expect(error.description.contains("model not found"))
            #expect(error.description.contains("encoder.model"))
        }
    }

    @Test(arguments: ["", "localhost:8080", "ftp://example.org/v1", "http://", "pas une adresse"])
    func `An address that is none is refused without being shown`(url: String) async throws {
        let error = try await failure(settings(url))
        #expect(error.description.contains("encoder.url: expected an address"))
    }

    @Test func `A password in the address is not shown`() async throws {
        let port = try freePort()
        let error = try await failure(
            settings("http://anne:motdepasse@127.0.0.1:\(port)/v1?token=xyz", retries: 0))
        #expect(!error.description.contains("motdepasse"))
        #expect(!error.description.contains("xyz"))
    }

    @Test func `Settings out of range are refused`() async throws {
        #expect(
            try await failure(settings("http://127.0.0.1/v1", batch: 0)).description
                .contains("encoder.batch: expected 1 to 2,048, found 0"))
        #expect(
            try await failure(settings("http://127.0.0.1/v1", retries: -1)).description
                .contains("encoder.retries"))
    }

    @Test func `A cancelled task stops waiting`() async throws {
        try await withStub { url in
            let encoder = try await ServerEncoder(settings("\(url)/late-hang/v1"))
            let task = Task { try await encoder.encode(["un"]) }
            let waiting = try #require(URL(string: "\(url)/waiting"))
            _ = try await URLSession.shared.data(from: waiting)
            task.cancel()
            // Left to itself the server would hang up, which is no cancellation.
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}

internal import Foundation
internal import FoundationNetworking

/// Requests to one `/embeddings` address, with time-outs and further attempts.
struct EmbeddingConnection: Sendable {
    /// The address as errors name it: without user, password, query and fragment.
    let shownURL: String

    private let endpoint: URL
    private let settings: ServerEncoder.Settings
    private let session: URLSession

    init(_ settings: ServerEncoder.Settings) throws(EncodingError) {
        try settings.check()
        guard var parts = URLComponents(string: settings.url),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty
        else {
            throw .setting(
                name: "encoder.url", expected: "an address such as http://localhost:8080/v1",
                found: "something else")
        }
        while parts.path.hasSuffix("/") { parts.path.removeLast() }
        parts.path += "/embeddings"
        guard let endpoint = parts.url else {
            throw .setting(
                name: "encoder.url", expected: "an address such as http://localhost:8080/v1",
                found: "something else")
        }
        self.endpoint = endpoint
        (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
        shownURL = parts.string ?? "(address hidden)"
        self.settings = settings
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = settings.requestsAtOnce
        configuration.timeoutIntervalForRequest = settings.timeout / .seconds(1)
        session = URLSession(
            configuration: configuration, delegate: NoRedirection(), delegateQueue: nil)
    }

    /// Vectors of the texts of one request.
    ///
    /// - Parameter dimension: Numbers that each must have; nil: any, but the same for all.
    func vectors(of texts: [String], dimension: Int?) async throws -> Vectors {
        let request = try request(for: texts)
        var attempt = 1
        while true {
            try Task.checkCancellation()
            let pause: Duration
            do {
                let (body, answer) = try await send(request)
                if answer.statusCode == 200 {
                    let reader = EmbeddingAnswer(url: shownURL, texts: texts.count)
                    return try reader.vectors(from: body, dimension: dimension)
                }
                guard isPassing(answer.statusCode), attempt <= settings.retries else {
                    throw EncodingError.serverRefused(
                        url: shownURL, status: answer.statusCode, attempts: attempt,
                        message: EmbeddingAnswer.message(
                            in: body, hiding: texts + [settings.key?.secret].compactMap(\.self)))
                }
                pause =
                    RetryPause.asked(by: answer.value(forHTTPHeaderField: "Retry-After"))
                    ?? self.pause(after: attempt)
            } catch let failure as ConnectionFailure {
                guard failure.isPassing, attempt <= settings.retries else {
                    throw EncodingError.serverUnreachable(
                        url: shownURL, attempts: attempt, reason: failure.reason)
                }
                pause = self.pause(after: attempt)
            }
            try await Task.sleep(for: min(pause, settings.longestPause))
            attempt += 1
        }
    }

    private func pause(after attempt: Int) -> Duration {
        settings.firstPause * (1 << min(attempt - 1, 20))
    }

    private func isPassing(_ status: Int) -> Bool {
        [408, 425, 429].contains(status) || (500...599).contains(status) && status != 501
    }

    private func request(for texts: [String]) throws -> URLRequest {
        struct Body: Encodable {
            let model: String
            let input: [String]
            let encodingFormat = "float"

            enum CodingKeys: String, CodingKey {
                case model, input
                case encodingFormat = "encoding_format"
            }
        }
        var request = URLRequest(url: endpoint)
        request.httpMethod = "POST"
        request.timeoutInterval = settings.timeout / .seconds(1)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let key = settings.key, !key.secret.isEmpty {
            request.setValue("Bearer \(key.secret)", forHTTPHeaderField: "Authorization")
        }
        request.httpBody = try JSONEncoder().encode(Body(model: settings.model, input: texts))
        return request
    }

    /// One attempt, which ends when the time is over: a server that sends a byte now and then does
    /// not hold it up.
    private func send(_ request: URLRequest) async throws -> (Data, HTTPURLResponse) {
        try await withThrowingTaskGroup(of: (Data, HTTPURLResponse)?.self) { group in
            group.addTask { [session] in
                do {
                    let (body, answer) = try await session.data(for: request)
                    guard let answer = answer as? HTTPURLResponse else {
                        throw ConnectionFailure(reason: "no HTTP answer", isPassing: false)
                    }
                    return (body, answer)
                } catch let error as URLError {
                    throw ConnectionFailure(error)
                }
            }
            group.addTask { [timeout = settings.timeout] in
                try await Task.sleep(for: timeout)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let answer = first else {
                throw ConnectionFailure(
                    reason: "no answer within \(settings.timeout / .seconds(1)) s",
                    isPassing: true)
            }
            return answer
        }
    }
}

/// Refuses redirections, which would send the key to another server.
private final class NoRedirection: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

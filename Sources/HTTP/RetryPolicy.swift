/// How often and until when a request is tried again that failed for the moment.
public struct RetryPolicy: Sendable, Hashable {
    /// Further attempts after the first, 0 or more.
    public let retries: Int
    /// Time for one attempt, more than 0.
    public let attempt: Duration
    /// Time for all attempts with the pauses between them; nil: no more than they take.
    public let overall: Duration?
    /// Pause before the second attempt; it doubles from one attempt to the next.
    public let firstPause: Duration
    /// Longest pause, also where the server asks for more.
    public let longestPause: Duration

    public init(
        retries: Int, attempt: Duration, overall: Duration? = nil,
        firstPause: Duration = .milliseconds(500), longestPause: Duration = .seconds(60)
    ) {
        self.retries = retries
        self.attempt = attempt
        self.overall = overall
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// The pause after an attempt, counted from 1.
    func pause(after attempt: Int, asked: Duration?) -> Duration {
        min(asked ?? firstPause * (1 << min(attempt - 1, 20)), longestPause)
    }
}

/// What the last attempt came to, and how many there were.
public struct HTTPOutcome: Sendable {
    public let result: Result<HTTPResponse, HTTPError>
    public let attempts: Int
}

extension HTTPClient {
    /// Sends a request, and sends it again while it fails for the moment: no connection, no answer in
    /// time, 408, 425, 429 or 5xx. Pauses double, or are what `Retry-After` asks for.
    ///
    /// - Parameters:
    ///   - policy: How often, and until when.
    ///   - limit: Bytes that the body of an answer may have.
    ///   - request: Makes the request of an attempt; an ``HTTPError`` of it ends the attempts.
    /// - Returns: The last attempt, whatever came of it.
    /// - Throws: What `request` throws; `CancellationError` at once where the task is cancelled.
    public func send(
        retrying policy: RetryPolicy, atMost limit: Int, _ request: () throws -> HTTPRequest
    ) async throws -> HTTPOutcome {
        let clock = ContinuousClock()
        let end = policy.overall.map { clock.now + $0 }
        var attempts = 0
        while true {
            attempts += 1
            let left = end.map { $0 - clock.now } ?? policy.attempt
            let result: Result<HTTPResponse, HTTPError>
            do {
                let response = try await send(
                    try request(), within: max(min(policy.attempt, left), .milliseconds(1)),
                    atMost: limit)
                result = .success(response)
            } catch let error as HTTPError {
                result = .failure(error)
            }
            let asked = try? result.get().askedPause
            let pause = policy.pause(after: attempts, asked: asked)
            let hasTime = end.map { clock.now + pause < $0 } ?? true
            guard result.isPassing, attempts <= policy.retries, hasTime else {
                return HTTPOutcome(result: result, attempts: attempts)
            }
            try await Task.sleep(for: pause)
        }
    }
}

extension Result<HTTPResponse, HTTPError> {
    fileprivate var isPassing: Bool {
        switch self {
        case .success(let response): response.isPassing
        case .failure(let error): error.isPassing
        }
    }
}

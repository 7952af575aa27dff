import Foundation
import Jobs
import Testing

/// What stops a night.
@Suite struct DeadlineTests {
    @Test func atItsDeadlineANightStopsAsOnSIGTERM() async throws {
        let cancellation = CancellationToken()
        let stopped = AsyncStream.makeStream(of: Void.self)
        _ = cancellation.onStop { stopped.continuation.yield() }
        let deadline = Deadline(minutes: 0.0001, cancellation: cancellation)
        for await _ in stopped.stream { break }
        deadline.stop()
        let cause = try #require(cancellation.cause)
        #expect(cause.signal == SIGTERM)
        #expect("\(cause)".contains("run.deadline"))
        #expect(throws: Cancelled.self) { try cancellation.check() }
    }

    @Test func theFirstCauseCounts() throws {
        let cancellation = CancellationToken()
        cancellation.stop(signal: SIGINT)
        cancellation.stop(because: Cancelled(signal: SIGTERM, deadline: 240))
        #expect(cancellation.cause?.signal == SIGINT)
        #expect("\(try #require(cancellation.cause))".hasPrefix("stopped by SIGINT"))
    }

    @Test func aDeadlineThatIsTakenBackStopsNothing() {
        let cancellation = CancellationToken()
        let deadline = Deadline(minutes: 60, cancellation: cancellation)
        deadline.stop()
        #expect(cancellation.cause == nil)
    }
}

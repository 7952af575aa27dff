import Foundation
import TestSupport
import Testing

/// The short form of the fault harness; CONTRIBUTING.md tells of the long one.
@Suite struct FaultTests {
    /// A rare fault is for the long form to find; a kind that came back is found here.
    @Test func `Nothing stops the night, and nothing is left by halves`() async throws {
        let process = Process()
        process.executableURL = Checkout.program.deletingLastPathComponent()
            .appending(path: "fault-harness")
        process.arguments = [
            "--kills=3", "--servers=2", "--rows=60", "--queries=1", "--mutations=4",
            "--seed=20261129",
        ]
        let file = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID())")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardOutput = try FileHandle(forWritingTo: file)
        process.standardError = process.standardOutput
        // Other tests go on meanwhile.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        let said = try String(contentsOf: file, encoding: .utf8)
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("together"))
    }
}

import Foundation
import Jobs
import Ledger
import Logging
import Market
import Settings
import TestSupport
import Verbs

/// A folder of its own, and a database, in which the job of an example runs.
struct VerbFixture {
    let folder: URL
    let conninfo: String
    let example: VerbExample

    /// Gives a test the job of an example on a migrated database.
    ///
    /// - Parameter isEmpty: Whether the network stays empty; otherwise it is the sample.
    static func with(
        _ example: VerbExample, isEmpty: Bool = false,
        _ body: (VerbFixture, borrowing Ledger) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "verb-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Checkout.root.appending(path: "jobs"), to: folder.appending(path: "jobs"))
        try await withLedger(isEmpty ? .empty : .sample) { ledger, conninfo in
            let fixture = VerbFixture(folder: folder, conninfo: conninfo, example: example)
            try fixture.write(solve: example.solve)
            try await body(fixture, ledger)
        }
    }

    /// Writes the job with this text under `solve:`, and gives the line that it stands on.
    @discardableResult
    func write(solve: String) throws -> Int {
        let shipped = Checkout.root.appending(path: "jobs/\(example.job).yaml")
        let lines = try String(contentsOf: shipped, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "solve:") else { return 0 }
        let rest = lines[(start + 1)...].drop { $0.isEmpty || $0.hasPrefix(" ") }
        let text = lines[...start] + ["  " + solve, ""] + rest
        let file = folder.appending(path: "jobs/\(example.job).yaml")
        try Data(text.joined(separator: "\n").utf8).write(to: file)
        return start + 2
    }

    /// The program on the sample's day, without a model.
    func application(
        cancellation: CancellationToken = CancellationToken(),
        progress: any ProgressDisplay = NoProgress()
    ) throws -> Application {
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: [
                "ENTREMISE_DATABASE_CONNINFO": conninfo, "ENTREMISE_ENCODER_KIND": "words",
                "ENTREMISE_JOBS_DIRECTORY": folder.appending(path: "jobs").path,
                "ENTREMISE_REPORT_DIRECTORY": folder.appending(path: "reports").path,
                "ENTREMISE_DIGEST_OUTBOX": folder.appending(path: "outbox").path,
            ])
        return Application(
            configuration: configuration, asOf: configuration.demo.asOf,
            logger: Logger(label: "test"), cancellation: cancellation, progress: progress)
    }

    /// The job of the example.
    func jobs() throws -> [JobFile] { try application().jobs(named: [example.job]) }

    /// One run of the job.
    func run(
        on ledger: borrowing Ledger, isDryRun: Bool = false
    ) async throws -> RunSummary {
        let results = try await application().run(try jobs(), on: ledger, isDryRun: isDryRun)
        return try results[0].get()
    }

    /// A file of the report.
    func reportFile(_ name: String) throws -> String {
        try String(
            contentsOf: folder.appending(path: "reports/latest/\(name)"), encoding: .utf8)
    }
}

/// Asks the program to stop when a stage begins.
struct StopsAt: ProgressDisplay {
    let stage: String
    let cancellation: CancellationToken

    func begin(_ stage: String, total: Int?) {
        if stage.hasSuffix(": " + self.stage) { cancellation.stop(signal: 15) }
    }
    func advance(to done: Int) {}
    func end() {}
}

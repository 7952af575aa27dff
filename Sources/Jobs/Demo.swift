internal import Foundation
internal import Ledger
internal import Market
internal import Postgres
internal import PostgresCluster
internal import Settings
public import Verbs

/// What the demo leaves behind, to be looked at.
public struct DemoResult: Sendable {
    public let report: String
    public let messages: [String]
    public let outbox: String
    /// How to connect to the private database.
    public let conninfo: String
    /// The best of what was proposed, best first, a line each by language.
    public let examples: [Example]
    public let summaries: [RunSummary]
}

extension Application {
    /// A whole night on the sample network, in the private cluster whatever is configured: import,
    /// run, report, digest.
    ///
    /// - Parameters:
    ///   - replace: Whether the sample may take the place of another network.
    ///   - say: Hears of each step as it begins.
    /// - Throws: ``JobError/otherNetwork`` where the private database holds another network.
    public func demo(replace: Bool, say: (String) -> Void) async throws -> DemoResult {
        say("Starting the private PostgreSQL in \(configuration.database.directory)")
        let conninfo = try cluster.start()
        // The sample lies in the schema `network`, whatever queries a platform has of its own.
        let ledger = Ledger(
            try Connection(conninfo: conninfo, logger: logger),
            network: NetworkSource(timeZone: configuration.network.timeZone), logger: logger)
        try ledger.migrate()
        try loadSample(into: ledger, replace: replace, say: say)
        let jobs = try jobs()
        var summaries: [RunSummary] = []
        for result in try await run(
            jobs, on: ledger, acceptsShrink: replace,
            finished: { job, result in
                if case .success(let summary) = result { (try? summary.line).map(say) }
            })
        {
            summaries.append(try result.get())
        }
        let report = try publishReport(from: ledger, jobs: jobs)
        let messages = try await publishDigests(from: ledger, jobs: jobs)
        return DemoResult(
            report: report, messages: messages, outbox: configuration.digest.outbox,
            conninfo: conninfo, examples: try Self.examples(of: summaries), summaries: summaries)
    }

    private func loadSample(
        into ledger: borrowing Ledger, replace: Bool, say: (String) -> Void
    ) throws {
        if let rows = try importSample(into: ledger, replace: replace) {
            say("Loaded the sample network: \(rows) rows")
        } else if try holds(configuration.demo.directory, ledger) {
            say("The sample network is loaded already")
        } else {
            throw JobError.otherNetwork
        }
    }

    /// Rows that were imported; nil where the ledger holds a network already.
    private func importSample(
        into ledger: borrowing Ledger, replace: Bool
    ) throws(LedgerError) -> Int? {
        do {
            return try ledger.importNetwork(from: configuration.demo.directory, replace: replace)
                .reduce(0) { $0 + $1.rows }
        } catch {
            if case .networkNotEmpty = error { return nil }
            throw error
        }
    }

    /// Whether the ledger's network is, byte for byte, the one in a folder.
    private func holds(_ folder: String, _ ledger: borrowing Ledger) throws -> Bool {
        let copy = FileManager.default.temporaryDirectory
            .appending(path: "entremise-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        return try ledger.exportNetwork(to: copy.path).allSatisfy { table in
            FileManager.default.contentsEqual(
                atPath: copy.appending(path: "\(table.table).csv").path,
                andPath: "\(folder)/\(table.table).csv")
        }
    }

    /// The three best examples of what was proposed.
    private static func examples(of summaries: [RunSummary]) throws -> [Example] {
        return try summaries.flatMap {
            try type(of: $0.verb).examples(of: $0.results, skills: $0.results.skills)
        }
        .sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(3).map(\.self)
    }
}

public import Foundation
public import Jobs
internal import Ledger
internal import Logging
public import Market
internal import Settings
internal import TestSupport
internal import Testing

/// Two nights of the same day, with the shipped jobs and the real model: the second must find what the
/// first found, and write nothing.
///
/// - Parameters:
///   - folder: The network, one CSV file a table.
///   - names: Jobs to run.
///   - asOf: The day; nil: the sample's.
///   - settings: Variables of the environment over the shipped configuration.
///   - check: Takes what the first night found, and the database's connection string.
public func runTwice(
    _ names: [String], on folder: URL, asOf: Day? = nil, settings: [String: String] = [:],
    check: ([RunSummary], String) throws -> Void
) async throws {
    try await withDatabase { _, conninfo in
        let application = try shippedApplication(
            on: conninfo, asOf: asOf, settings: settings)
        let jobs = try application.jobs(named: names)
        let ledger = try application.openLedger()
        try ledger.migrate()
        _ = try ledger.importNetwork(from: folder.path)
        let encoder = try SharedEncoder.get()
        var first: [RunSummary] = []
        for job in jobs {
            first.append(try await application.run(job, encoder: encoder, on: ledger))
        }
        try check(first, conninfo)
        for (job, one) in zip(jobs, first) {
            let other = try await application.run(job, encoder: encoder, on: ledger)
            #expect(other.counts?.written == 0)
            #expect(other.counts?.closed == 0)
            #expect(try one.results.suggestions == other.results.suggestions)
            #expect(one.results.inputHash == other.results.inputHash)
        }
    }
}

/// A night with the shipped configuration.
///
/// - Parameters:
///   - conninfo: The database.
///   - asOf: The day; nil: the sample's.
///   - settings: Variables of the environment over the configuration.
public func shippedApplication(
    on conninfo: String, asOf: Day? = nil, settings: [String: String] = [:]
) throws -> Application {
    let configuration = try Configuration.load(
        file: Checkout.root.appending(path: "config/entremise.yaml").path,
        environment: settings.merging(["ENTREMISE_DATABASE_CONNINFO": conninfo]) { $1 })
    return Application(
        configuration: configuration, asOf: asOf ?? configuration.demo.asOf,
        logger: Logger(label: "test"))
}

/// A folder that is gone when `body` returns, with a network drawn into it.
public func withNetwork(
    _ network: DrawnNetwork, from matter: NetworkMatter, _ body: (URL) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "network-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try network.write(to: folder, from: matter)
    try await body(folder)
}

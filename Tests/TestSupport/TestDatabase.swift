import Foundation
public import Logging
public import Postgres
import PostgresCluster
import Synchronization

/// Gives a test a database of its own, in a throw-away server that all tests of the process share.
///
/// The database is dropped afterwards; the server goes when the process does, however it ends.
///
/// - Parameters:
///   - network: What it holds; nil: not even tables.
///   - logger: Receives the server's notices.
///   - body: Takes a connection to the database and its connection string, for more connections.
public func withDatabase<T>(
    holding network: TestNetwork? = nil, logger: Logger? = nil,
    _ body: (borrowing Connection, String) async throws -> T
) async throws -> T {
    let server = try TestServer.shared.get()
    let name = TestServer.nextName()
    let template = try network?.template ?? "template1"
    let admin = try Connection(conninfo: server.conninfo)
    try admin.execute(
        "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)")
    let conninfo = server.database(name)
    let outcome: Result<T, any Error>
    do {
        let connection = try Connection(conninfo: conninfo, logger: logger)
        outcome = .success(try await body(connection, conninfo))
    } catch {
        outcome = .failure(error)
    }
    try admin.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
    return try outcome.get()
}

/// The throw-away server of this test process.
struct TestServer: Sendable {
    let conninfo: String

    /// Connection string of one of its databases.
    func database(_ name: String) -> String { conninfo + " dbname=\(name)" }

    /// Started on first use. Without PostgreSQL it is an error that says so, and every test that
    /// needs it fails with that.
    static let shared = Result { try TestServer() }

    private static let names = Atomic(0)

    static func nextName() -> String {
        "test_\(names.wrappingAdd(1, ordering: .relaxed).newValue)"
    }

    private init() throws {
        let directory = TestServer.folder + "/entremise-test-\(UUID().uuidString)"
        try CleanUp.begin(of: directory)
        conninfo = try Cluster(directory: directory, durable: false).start()
    }

    /// Where its files lie: in memory where there is room for them, as each database is some hundreds
    /// of small files that live for seconds.
    private static var folder: String {
        let memory = "/dev/shm"
        let room = 4_000_000_000
        let free =
            try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize]
            as? NSNumber
        return free.map { $0.intValue >= room } ?? false
            ? memory : FileManager.default.temporaryDirectory.path
    }
}

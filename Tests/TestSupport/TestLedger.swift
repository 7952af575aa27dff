public import Ledger

/// Gives a test a migrated ledger in a database of its own.
///
/// - Parameters:
///   - network: What is in its network.
///   - body: Takes the ledger and the database's connection string, for more connections.
public func withLedger<T>(
    _ network: TestNetwork = .empty, _ body: (borrowing Ledger, String) async throws -> T
) async throws -> T {
    try await withDatabase(holding: network) { _, conninfo in
        try await body(try Ledger(conninfo: conninfo), conninfo)
    }
}

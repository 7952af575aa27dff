public import Ledger

/// Gives a test a migrated ledger in a database of its own.
///
/// - Parameter body: Takes the ledger and the database's connection string, for more connections.
public func withLedger<T>(
    _ body: (borrowing Ledger, String) async throws -> T
) async throws -> T {
    try await withDatabase { _, conninfo in
        let ledger = try Ledger(conninfo: conninfo)
        try ledger.migrate()
        return try await body(ledger, conninfo)
    }
}

internal import Foundation
internal import Ledger
internal import Postgres

/// What a test's database begins with: made once in a process, then copied.
public enum TestNetwork: Sendable {
    /// All tables, with nothing in them.
    case empty
    /// The network of `config/sample`.
    case sample

    /// The database that holds it.
    var template: String {
        get throws {
            switch self {
            case .empty: try Self.empties.get()
            case .sample: try Self.samples.get()
            }
        }
    }

    private static let empties = Result {
        try made("template_empty") { ledger in try ledger.migrate() }
    }

    private static let samples = Result {
        try made("template_sample") { ledger in
            try ledger.migrate()
            _ = try ledger.importNetwork(
                from: Checkout.root.appending(path: "config/sample").path)
        }
    }

    private static func made(
        _ name: String, filling: (borrowing Ledger) throws -> Void
    ) throws -> String {
        let server = try TestServer.shared.get()
        try Connection(conninfo: server.conninfo)
            .execute("CREATE DATABASE \(identifier: name)")
        try filling(try Ledger(conninfo: server.database(name)))
        return name
    }
}

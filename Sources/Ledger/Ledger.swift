internal import Files
public import Logging
public import Postgres

/// All SQL of the service over one connection, for one network: what a run reads, and what it writes.
///
/// A ledger knows the schemas `network` and `entremise` and nothing of how matches are made. Runs,
/// proposals and decisions of other networks in the same database it neither shows nor changes. It has
/// one owner; every call blocks until the server has answered.
public struct Ledger: ~Copyable {
    package let connection: Connection
    /// The network that it is the ledger of.
    public let network: NetworkSource
    let logger: Logger?

    /// Takes over a connection.
    ///
    /// - Parameters:
    ///   - connection: A connection with no transaction open.
    ///   - network: The network that it is the ledger of.
    ///   - logger: Hears of migrations and of stale runs that were closed.
    public init(
        _ connection: consuming Connection, network: NetworkSource = NetworkSource(),
        logger: Logger? = nil
    ) {
        self.connection = connection
        self.network = network
        self.logger = logger
    }

    /// Connects by libpq's rules.
    package init(
        conninfo: String, network: NetworkSource = NetworkSource(), logger: Logger? = nil
    ) throws(LedgerError) {
        do {
            self.init(
                try Connection(conninfo: conninfo, logger: logger), network: network, logger: logger
            )
        } catch {
            throw .database(error)
        }
    }

    /// Cancels what the ledger is waiting for, from any thread.
    public var canceller: Canceller { connection.canceller }

    /// Runs `body`; whatever it throws becomes a ``LedgerError``.
    func guarded<T>(_ body: (borrowing Connection) throws -> T) throws(LedgerError) -> T {
        do {
            return try body(connection)
        } catch let error as LedgerError {
            throw error
        } catch let error as PostgresError {
            throw .database(error)
        } catch let error as FileError {
            throw .file(path: error.path, reason: error.reason)
        } catch {
            throw .unreadable("\(error)")
        }
    }
}

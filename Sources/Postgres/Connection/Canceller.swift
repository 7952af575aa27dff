internal import CPostgres

/// Cancels what a connection is running, from any thread, even after the connection is gone.
public final class Canceller: Sendable {
    // `PQcancel` only reads the handle and is documented as safe from any thread.
    nonisolated(unsafe) private let handle: OpaquePointer

    init(handle: OpaquePointer) { self.handle = handle }

    deinit { PQfreeCancel(handle) }

    /// Asks the server to stop the statement under way, which then throws
    /// ``PostgresError/Code/cancelled``. Without one, nothing happens.
    ///
    /// - Returns: Whether the request reached the server; it may still come too late.
    @discardableResult
    public func cancel() -> Bool {
        var complaint = [CChar](repeating: 0, count: 256)
        return PQcancel(handle, &complaint, Int32(complaint.count)) == 1
    }
}

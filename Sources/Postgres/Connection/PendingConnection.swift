internal import CPostgres
internal import Dispatch
internal import Foundation
internal import Synchronization

/// A connection that is made on a thread of its own, since libpq cannot be stopped in the midst of it.
final class PendingConnection: Sendable {
    private enum State {
        case pending
        /// The address of the connection; nil: there was no memory for it.
        case made(UInt?)
        /// Nobody wants it any more.
        case abandoned
    }

    private let state = Mutex(State.pending)
    private let isMade = DispatchSemaphore(value: 0)

    /// - Parameter connect: Connects, and gives the address of the connection.
    init(_ connect: @escaping @Sendable () -> UInt?) {
        Thread.detachNewThread { [self] in
            let address = connect()
            let isWanted = state.withLock { state in
                guard case .pending = state else { return false }
                state = .made(address)
                return true
            }
            if isWanted {
                isMade.signal()
            } else {
                PQfinish(address.flatMap { OpaquePointer(bitPattern: $0) })
            }
        }
    }

    /// Waits for the connection, unless somebody wants to stop: the thread then closes what it made.
    func address(unless isStopped: () -> Bool) throws(PostgresError) -> UInt? {
        while isMade.wait(timeout: .now() + 0.05) == .timedOut {
            guard isStopped() else { continue }
            let made = state.withLock { state -> State in
                if case .pending = state { state = .abandoned }
                return state
            }
            if case .abandoned = made {
                throw PostgresError(.cancelled, "Stopped before the server answered.")
            }
        }
        guard case .made(let address) = state.withLock({ $0 }) else { return nil }
        return address
    }
}

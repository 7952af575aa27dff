internal import CSolvers
internal import Glibc
internal import Synchronization

/// A process that solves programmes, one at a time.
///
/// Whoever takes one gives it back or ends it. It ends by itself when this program does, however
/// that comes about.
struct SolverWorker: Sendable {
    let handle: solvers_worker
    /// What it may take above what it began with.
    let bytes: UInt64
    /// Programmes that it was given so far.
    private var uses = 0

    /// Those that wait for their next programme.
    private static let idle = Mutex<[SolverWorker]>([])

    /// What a library may leak is given back with the process.
    private static let mostUses = 2_000

    /// One that waits, or a new one.
    static func take(bytes: UInt64) throws(SolvingError) -> SolverWorker {
        let waiting = idle.withLock { idle -> SolverWorker? in
            guard let index = idle.lastIndex(where: { $0.bytes == bytes }) else { return nil }
            return idle.remove(at: index)
        }
        if let waiting { return waiting }
        var handle = solvers_worker()
        guard solvers_start(&handle, bytes) != 0 else {
            throw .solver("no process could be started: \(String(cString: strerror(errno)))")
        }
        return SolverWorker(handle: handle, bytes: bytes)
    }

    /// Lets others use the process.
    func giveBack() {
        var worker = self
        worker.uses += 1
        guard worker.uses < Self.mostUses else {
            end()
            return
        }
        Self.idle.withLock { $0.append(worker) }
    }

    /// Ends the process, and says how it had ended if it had.
    @discardableResult
    func end() -> String {
        let status = solvers_end(handle)
        let signal = status & 0x7f
        if signal == SIGKILL { return "ended from outside" }
        return signal == 0 ? "ended by itself" : "ended by signal \(signal)"
    }
}

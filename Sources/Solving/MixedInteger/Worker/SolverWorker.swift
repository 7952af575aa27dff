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
    /// Who may end it while it is at work.
    private var stop: SolvingStop?

    /// Those that wait for their next programme.
    private static let idle = Mutex<[SolverWorker]>([])

    /// What a library may leak is given back with the process.
    private static let mostUses = 2_000

    /// One that waits, or a new one.
    static func take(for solvers: Solvers) throws(SolvingError) -> SolverWorker {
        var worker: SolverWorker
        if let waiting = waiting(bytes: solvers.bytes) {
            worker = waiting
        } else {
            worker = try started(bytes: solvers.bytes)
        }
        if let stop = solvers.stop, !stop.begin(worker.handle.process) {
            worker.end()
            throw .stopped
        }
        worker.stop = solvers.stop
        return worker
    }

    private static func waiting(bytes: UInt64) -> SolverWorker? {
        idle.withLock { idle -> SolverWorker? in
            guard let index = idle.lastIndex(where: { $0.bytes == bytes }) else { return nil }
            return idle.remove(at: index)
        }
    }

    private static func started(bytes: UInt64) throws(SolvingError) -> SolverWorker {
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
        stop?.end(handle.process)
        worker.stop = nil
        guard worker.uses < Self.mostUses else {
            end()
            return
        }
        Self.idle.withLock { $0.append(worker) }
    }

    /// Ends the process, and says how it had ended if it had.
    @discardableResult
    func end() -> String {
        stop?.end(handle.process)
        let status = solvers_end(handle)
        let signal = status & 0x7f
        if signal == SIGKILL { return "ended from outside" }
        return signal == 0 ? "ended by itself" : "ended by signal \(signal)"
    }
}

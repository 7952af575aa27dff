internal import CPostgres
internal import Logging

/// What a connection remembers between calls.
final class Session {
    let logger: Logger?
    /// What holds in every transaction.
    let limits: TimeLimits
    /// A COPY or a stream is under way.
    var isBusy = false
    /// Savepoints made so far, for their names.
    var savepoints = 0

    init(logger: Logger?, limits: TimeLimits) {
        self.logger = logger
        self.limits = limits
    }
}

extension Session {
    /// Sends the server's notices to the logger. The session must outlive the handle, which keeps
    /// a pointer to it.
    func receiveNotices(of handle: OpaquePointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        PQsetNoticeReceiver(
            handle,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<Session>.fromOpaque(context).takeUnretainedValue().log(result)
            }, context)
    }

    private func log(_ notice: OpaquePointer) {
        guard let logger else { return }
        let severity = PostgresError.field(notice, CPOSTGRES_SEVERITY) ?? "NOTICE"
        let level: Logger.Level =
            switch severity {
            case "WARNING", "ERROR", "FATAL", "PANIC": .warning
            case "DEBUG": .debug
            default: .info
            }
        var facts: Logger.Metadata = ["postgres.severity": "\(severity)"]
        let fields: [(String, Int32)] = [
            ("message", CPOSTGRES_MESSAGE), ("sqlstate", CPOSTGRES_SQLSTATE),
            ("detail", CPOSTGRES_DETAIL), ("hint", CPOSTGRES_HINT),
        ]
        for (name, code) in fields {
            if let text = PostgresError.field(notice, code) {
                facts["postgres.\(name)"] = "\(text)"
            }
        }
        logger.log(level: level, "PostgreSQL notice", metadata: facts)
    }
}

public import CSV
internal import Foundation
public import Postgres

/// What the ledger refuses, with what was expected, what was found and what to do.
///
/// No case holds the value of a parameter, a password or a person's address.
public enum LedgerError: Error, Sendable, Equatable {
    /// The database itself failed or refused.
    case database(PostgresError)
    /// The database has none of the ledger's tables.
    case schemaMissing
    /// The database lacks migrations that the program needs.
    case schemaOlder(found: Int, expected: Int)
    /// The database had migrations that the program does not know.
    case schemaNewer(found: Int, known: Int)
    /// A migration that was applied differs from the program's.
    case migrationAltered(number: Int, name: String)
    /// A migration could not be applied; nothing of it was kept.
    case migrationFailed(name: String, reason: String)
    /// Another session runs the job.
    case lockHeld(job: String, holder: LockHolder?)
    /// Nobody runs the job, and a session that has had nothing to do for a while still holds its lock.
    case lockLeft(job: String, holder: LockHolder)
    /// A statement waited for a lock for longer than it may; the query's file, if it is one of a job's,
    /// and who holds locks on whole tables.
    case lockWaited(query: String?, seconds: Double?, locks: [TableLock])
    /// A statement took longer than it may, or an administrator ended it.
    case statementStopped(query: String?, seconds: Double)
    /// Nothing can be written: the server is a standby, or the role or the database is read-only.
    case readOnly(isStandby: Bool)
    /// A pooler gives the server's processes for single transactions, so that a run cannot hold a lock.
    case pooledByTransaction
    /// The role may not read all that a job's query reads, or not all of its rows.
    case queryForbidden(ForbiddenQuery)
    /// Policies would hide rows of the service's own tables from the role.
    case rowsHidden(role: String, tables: [String])
    /// The role may not make or change the tables; `statements` are what an administrator says to
    /// permit it, where that is known.
    case mayNotMigrate(role: String, reason: String?, statements: [String])
    /// The role may not do what a run needs, such as `INSERT on entremise.run`.
    case noRight(role: String, missing: [String])
    /// PostgreSQL refuses a job's query.
    case queryRefused(file: String, line: Int?, reason: String)
    /// A job's query returns other columns than it must.
    case columnsRefused([ColumnProblem])
    /// The run is not running: it was closed, or never begun.
    case notRunning(run: Int)
    /// A decision was not recorded.
    case decisionRefused(RefusedDecision)
    /// Files of a network hold rows that cannot be imported; nothing was.
    case importRefused(ImportRefusal)
    /// The network already holds rows.
    case networkNotEmpty(tables: [String])
    /// A file or folder could not be read or written.
    case file(path: String, reason: String)
    /// What the ledger holds, or was given, does not have the form it must.
    case unreadable(String)
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .database(let error):
            return error.description
        case .schemaMissing:
            return "The database has no tables of Entremise yet: run “entremise migrate”."
        case .schemaOlder(let found, let expected):
            return "The database is at migration \(found), the program needs \(expected): "
                + "run “entremise migrate”."
        case .schemaNewer(let found, let known):
            return "The database is at migration \(found), newer than this program, which knows "
                + "\(known): install the newer program."
        case .migrationAltered(let number, let name):
            return "Migration \(number) (\(name)) was applied in another form than the program's: "
                + "restore its file, and put the change into a new migration."
        case .migrationFailed(let name, let reason):
            return "Migration \(name) could not be applied, and nothing of it was kept: \(reason)"
        case .lockHeld(let job, let holder):
            return "Another run of “\(job)” is under way\(Self.words(for: holder))."
        case .lockLeft(let job, let holder):
            return
                "Nobody runs “\(job)”, yet its lock is held\(Self.words(for: holder)): a program that "
                + "is gone left it behind, or a pooler keeps its session. Ask an administrator to end "
                + "that session:"
                + Self.pasted(["SELECT pg_terminate_backend(\(holder.pid))"])
        case .lockWaited(let query, let seconds, let locks):
            let longest = seconds.map { " for \(Int($0)) s (database.lock_timeout)" } ?? ""
            let held = locks.map { "\($0.table)\(Self.words(for: $0.holder))" }
            return "\(query.map { "\($0): waited" } ?? "Waited")\(longest) for a lock that another "
                + "program holds"
                + (held.isEmpty ? "; it is gone now." : ": \(held.joined(separator: "; ")).")
        case .statementStopped(let query, let seconds):
            return
                "\(query.map { "\($0): the query" } ?? "A statement") was ended: it took longer than "
                + "\(Int(seconds)) s (database.statement_timeout), or an administrator cancelled it."
        case .readOnly(let isStandby):
            return isStandby
                ? "The server is a standby, where nothing can be written: let database.conninfo "
                    + "(ENTREMISE_DATABASE_CONNINFO) name the primary, or add "
                    + "target_session_attrs=read-write to it."
                : "Nothing can be written in this session: default_transaction_read_only is on for the "
                    + "role or the database, and that is respected. To see for which: SELECT * FROM "
                    + "pg_db_role_setting."
        case .pooledByTransaction:
            return """
                The connection goes through a pooler that gives out a server process for one \
                transaction or statement only (PgBouncer: pool_mode = transaction or statement). What \
                belongs to a session does not work there: the lock that keeps two runs of a job apart \
                would not hold and would be left behind in the pool, settings (SET) and prepared \
                statements would reach other clients. Let database.conninfo \
                (ENTREMISE_DATABASE_CONNINFO) name PostgreSQL's own host and port, or give the service \
                a session of its own in the pooler, in pgbouncer.ini: pool_mode=session behind its line \
                under [databases], or behind its role under [users].
                """
        case .queryForbidden(let query):
            return query.description
        case .rowsHidden(let role, let tables):
            return ForbiddenQuery.hidden(tables, from: role)
        case .noRight(let role, let missing):
            return
                "The role “\(role)” lacks rights: \(missing.joined(separator: ", ")). As the owner "
                + "of the tables, run “entremise migrate --grant \(role)”, or say:"
                + Self.pasted(ServiceGrant.statements(of: missing, to: role))
        case .mayNotMigrate(let role, let reason, let statements):
            let found = reason.map { ": \($0)" } ?? ""
            let script = "run as an administrator what “entremise migrate --print” prints"
            return "The role “\(role)” may not make or change the tables of Entremise\(found). "
                + (statements.isEmpty
                    ? "Connect as their owner, or \(script)."
                    : "Connect as their owner, \(script), or say as an administrator:"
                        + Self.pasted(statements))
        case .queryRefused(let file, let line, let reason):
            return "\(file)\(line.map { ":\($0)" } ?? ""): PostgreSQL refuses the query: \(reason)"
        case .columnsRefused(let problems):
            return problems.map(\.description).joined(separator: "\n")
        case .notRunning(let run):
            return "Run \(run) is not running: it was closed before, so nothing was written."
        case .decisionRefused(let refused):
            return refused.description
        case .importRefused(let refusal):
            return refusal.description
        case .networkNotEmpty(let tables):
            return "The network already holds rows (\(tables.joined(separator: ", "))): "
                + "import with “--replace” to put the files in their place."
        case .file(let path, let reason):
            return "\(path): \(reason)"
        case .unreadable(let what):
            return what
        }
    }

    /// Statements, a line each, to be pasted.
    static func pasted(_ statements: [String]) -> String {
        statements.map { "\n  \($0);" }.joined()
    }

    private static func words(for holder: LockHolder?) -> String {
        guard let holder else { return "" }
        let name = holder.applicationName.isEmpty ? "" : ", \(holder.applicationName)"
        let since = holder.since.map { ", connected since \($0.formatted(.iso8601))" } ?? ""
        let idle = holder.idleSince.map { ", idle since \($0.formatted(.iso8601))" } ?? ""
        return " (server process \(holder.pid)\(name)\(since)\(idle))"
    }
}

/// A column that a job's query lacks, has too much, or has in another type.
public struct ColumnProblem: Sendable, Hashable, CustomStringConvertible {
    /// The query's file.
    public let file: String
    public let column: String
    /// The type that the column must have; nil: there must be no such column.
    public let expected: String?
    /// The type that it has; nil: there is no such column.
    public let found: String?
    /// The expression to write instead; nil where none is known.
    public let write: String?
    /// Documented columns that it was probably meant for, the nearest first.
    public let near: [String]

    public init(
        file: String, column: String, expected: String?, found: String?, write: String? = nil,
        near: [String] = []
    ) {
        self.file = file
        self.column = column
        self.expected = expected
        self.found = found
        self.write = write
        self.near = near
    }

    public var description: String {
        switch (expected, found) {
        case (.some(let expected), nil):
            return "\(file): column “\(column)” (\(expected)) is missing; every other column may "
                + "be left out, but this one may not"
        case (.some(let expected), .some(let found)):
            let remedy = write.map { "; write \($0) AS \(column)" } ?? ""
            return "\(file): column “\(column)” must be \(expected), found \(found)\(remedy)"
        case (nil, _):
            let names = near.map { "“\($0)”" }.joined(separator: ", ")
            return "\(file): column “\(column)” is not one of the documented columns"
                + (near.isEmpty ? "" : "; near it: \(names)")
        }
    }
}

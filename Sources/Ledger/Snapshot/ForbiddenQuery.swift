/// A query of a job that reads what the connected role may not read, or of which it would not see all
/// rows.
public struct ForbiddenQuery: Sendable, Equatable {
    /// The query's file.
    public let file: String
    /// Who may not.
    public internal(set) var role: String
    /// What PostgreSQL said.
    public let reason: String
    /// Statements that permit it, said by the owner of the tables; empty where none are known.
    public internal(set) var grants: [String] = []
    /// Tables of whose rows policies would hide some, with their schemas.
    public internal(set) var hiding: [String] = []
    /// The query.
    let sql: String

    init(file: String, role: String, reason: String, sql: String) {
        self.file = file
        self.role = role
        self.reason = reason
        self.sql = sql
    }
}

extension ForbiddenQuery: CustomStringConvertible {
    public var description: String {
        var parts: [String] = []
        if !grants.isEmpty {
            parts.append(
                "\(file): the role “\(role)” may not read all that the query reads (\(reason)). As the "
                    + "owner of the tables, say:" + LedgerError.pasted(grants))
        }
        if !hiding.isEmpty { parts.append("\(file): " + Self.hidden(hiding, from: role)) }
        if parts.isEmpty {
            parts.append("\(file): PostgreSQL does not let the role “\(role)” run it: \(reason)")
        }
        return parts.joined(separator: "\n")
    }

    /// What policies that hide rows mean, and what to do.
    static func hidden(_ tables: [String], from role: String) -> String {
        let names = tables.joined(separator: ", ")
        let views = tables.map { table in
            let view = (table.split(separator: ".").last ?? "").filter { $0 != "\"" }
            return "CREATE VIEW \("\(view)_for_entremise".quotedName) AS SELECT … FROM \(table)"
        }
        return """
            row-level security would hide rows of \(names) from the role “\(role)”, and a night that \
            sees fewer rows in silence would withdraw what it should not: it stops (row_security = \
            off). A policy such as USING (true) does not help. Either let the role see all rows, as a \
            superuser:\(LedgerError.pasted(["ALTER ROLE \(role.quotedName) BYPASSRLS"]))
            or, as the owner of the table (without FORCE ROW LEVEL SECURITY), make a view without \
            security_invoker, grant SELECT on it, and let the query read that:\
            \(LedgerError.pasted(views))
            """
    }
}

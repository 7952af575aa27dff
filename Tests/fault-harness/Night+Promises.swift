import Foundation
import Postgres
import TestSupport

/// What holds after whatever happened.
extension Night {
    /// What must never be there, each with its count.
    private static let nevers: [(what: String, count: Query)] = [
        (
            "proposals of runs that did not end well",
            """
            SELECT count(*) FROM entremise.proposal
            JOIN entremise.run ON run.id IN (run_id, until_run_id) WHERE status <> 'completed'
            """
        ),
        (
            "outcomes of runs that did not end well",
            """
            SELECT count(*) FROM entremise.need_outcome
            JOIN entremise.run ON run.id = run_id WHERE status <> 'completed'
            """
        ),
        (
            "rows set aside by runs that did not end well",
            """
            SELECT count(*) FROM entremise.set_aside
            JOIN entremise.run ON run.id = run_id WHERE status <> 'completed'
            """
        ),
        (
            "proposals in force twice",
            """
            SELECT count(*) FROM (
                SELECT FROM entremise.proposal WHERE until_run_id IS NULL
                GROUP BY job, kind, key HAVING count(*) > 1
            ) AS twice
            """
        ),
        (
            "news told twice",
            """
            SELECT count(*) FROM (
                SELECT FROM entremise.message_proposal
                JOIN entremise.message ON message.id = message_id
                GROUP BY proposal_id, member_id HAVING count(*) > 1
            ) AS twice
            """
        ),
    ]

    /// Promises of the database that are broken: no session and no lock is left, nothing is there by
    /// halves or twice.
    func brokenPromises() throws -> [String] {
        let connection = try Connection(conninfo: conninfo)
        func count(_ query: Query) throws -> Int { try connection.first(query, as: Int.self) ?? 0 }
        let others: Query = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend'
                AND application_name = \(Night.session)
            """
        let start = Date()
        while try count(others) > 0, -start.timeIntervalSinceNow < 10 { usleep(2_000) }
        var broken: [String] = []
        if try count(others) > 0 { broken.append("a session is left") }
        let locks = try count(
            """
            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (
                SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        if locks > 0 { broken.append("\(locks) advisory locks are left") }
        for never in Self.nevers {
            let found = try count(never.count)
            if found > 0 { broken.append("\(found) \(never.what)") }
        }
        return broken
    }

    /// Whether the next night finds what a full one finds.
    func nextNightFaults() throws -> [String] {
        let (part, full) = (try found(isFull: false), try found(isFull: true))
        let ends =
            part.ended.faults("the next night", codes: [0])
            + full.ended.faults("the next night in full", codes: [0])
        guard ends.isEmpty, part.text != full.text else { return ends }
        let same = zip(part.text.utf8, full.text.utf8).prefix { $0 == $1 }.count
        func near(_ text: String) -> String {
            String(decoding: text.utf8.dropFirst(max(0, same - 400)).prefix(600), as: UTF8.self)
        }
        return [
            "the next night differs from a full one: \(near(part.text)) and not \(near(full.text))"
        ]
    }

    /// What stands in a folder below the home: contents by name; nil where there is no folder.
    func files(in folder: String) throws -> [String: Data]? {
        let root = command.home.appending(path: folder)
        guard FileManager.default.fileExists(atPath: root.path) else { return nil }
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path)
        where !name.hasPrefix(".") {
            files[name] = try Data(contentsOf: root.appending(path: name))
        }
        return files
    }

    /// A digest of every row of the network.
    func networkDigest() throws -> String {
        let connection = try Connection(conninfo: conninfo)
        let tables = try connection.rows(
            of: "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' "
                + "AND relnamespace = 'network'::regnamespace ORDER BY 1"
        ).map { row throws(PostgresError) in try row.value("name", as: String.self) }
        return try tables.map { table in
            try connection.first(
                """
                SELECT coalesce(md5(string_agg(t::text, ';' ORDER BY t::text)), '')
                FROM network.\(identifier: table) AS t
                """, as: String.self) ?? ""
        }.joined(separator: " ")
    }
}

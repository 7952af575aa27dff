internal import Files
internal import Foundation
internal import Postgres

extension Ledger {
    /// Writes a whole network to a folder, one CSV file a table, as of one instant.
    ///
    /// Files are in PostgreSQL's own CSV form, rows by primary key in the order of their bytes, so
    /// the same network always gives the same bytes, and what was exported, imported and exported
    /// again does not change. Each file is written beside its place and then renamed, all of them
    /// after the last is whole.
    ///
    /// - Parameters:
    ///   - directory: Made where it is missing; other files in it are left alone.
    ///   - progress: Called with a table and its rows once it is written.
    /// - Returns: The tables in the order that they were written.
    /// - Throws: ``LedgerError/file(path:reason:)``.
    @discardableResult
    public func exportNetwork(
        to directory: String, progress: (_ table: String, _ rows: Int) -> Void = { _, _ in }
    ) throws(LedgerError) -> [TableCount] {
        try requireSchema()
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw .file(path: directory, reason: error.localizedDescription)
        }
        return try guarded { connection in
            try reading(connection) { connection in
                var drafts: [AtomicFile] = []
                defer { for draft in drafts { draft.remove() } }
                var counts: [TableCount] = []
                for table in try NetworkTable.all(on: connection) {
                    let draft = try AtomicFile("\(directory)/\(table.fileName)")
                    drafts.append(draft)
                    let rows = try write(table, to: draft, on: connection)
                    counts.append(TableCount(table: table.name, rows: rows))
                    progress(table.name, rows)
                }
                for draft in drafts { try draft.publish() }
                return counts
            }
        }
    }

    private func write(
        _ table: NetworkTable, to draft: AtomicFile, on connection: borrowing Connection
    ) throws -> Int {
        let columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let types = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0.type) })
        let order = table.key.map { name in
            "\"\(name)\"" + (types[name] == "text" ? " COLLATE \"C\"" : "")
        }.joined(separator: ", ")
        var lines = 0
        var pending: [UInt8] = []
        try connection.copyOutText(
            """
            SELECT \(raw: columns) FROM \(raw: table.quoted)
            \(raw: order.isEmpty ? "" : "ORDER BY \(order)")
            """
        ) { line in
            pending.append(contentsOf: line)
            lines += 1
            if pending.count > 256 << 10 {
                try draft.write(pending)
                pending.removeAll(keepingCapacity: true)
            }
        }
        try draft.write(pending)
        try draft.finish()
        return lines - 1
    }
}

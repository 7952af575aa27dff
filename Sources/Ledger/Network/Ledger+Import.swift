internal import CSV
internal import Foundation
internal import Postgres

/// A table that was read or written, with its number of rows.
public struct TableCount: Sendable, Hashable {
    public let table: String
    public let rows: Int

    public init(table: String, rows: Int) {
        self.table = table
        self.rows = rows
    }
}

extension Ledger {
    /// Reads a whole network from a folder of CSV files, one a table, in one transaction.
    ///
    /// Files are in PostgreSQL's own CSV form: the first line names the columns, an empty field
    /// without quotes is NULL, `""` is an empty text. What runs recorded is left alone: it refers
    /// to the network by plain ids.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - replace: Whether the rows of a network that is there already make way.
    ///   - progress: Called with a table and its rows so far, now and then.
    /// - Returns: The tables in the order that they were read.
    /// - Throws: ``LedgerError/networkNotEmpty(tables:)``; ``LedgerError/importRefused(_:)`` with
    ///   all that is wrong in all of the files, by line. Nothing is then imported.
    /// - Complexity: O(*n*) in the size of the files, in constant memory.
    @discardableResult
    public func importNetwork(
        from directory: String, replace: Bool = false,
        progress: (_ table: String, _ rows: Int) -> Void = { _, _ in }
    ) throws(LedgerError) -> [TableCount] {
        try requireSchema()
        var isFolder = false
        var exists: Bool {
            var folder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: directory, isDirectory: &folder)
            isFolder = folder.boolValue
            return exists
        }
        guard exists, isFolder else {
            throw .file(path: directory, reason: "expected a folder of CSV files")
        }
        return try guarded { connection in
            try connection.transaction { connection in
                try connection.execute("SELECT pg_advisory_xact_lock(\(Lock.importing))")
                let tables = try NetworkTable.all(on: connection)
                try makeRoom(in: tables, replace: replace, on: connection)
                var problems = ImportProblems()
                var counts: [TableCount] = []
                for table in tables where !problems.isFull {
                    var file = TableImport(table, in: directory, problems: problems)
                    try file.run(on: connection, progress: progress)
                    problems = file.problems
                    counts.append(TableCount(table: table.name, rows: file.imported))
                }
                if !problems.isEmpty { throw LedgerError.importRefused(problems.refusal) }
                return counts
            }
        }
    }

    private func makeRoom(
        in tables: [NetworkTable], replace: Bool, on connection: borrowing Connection
    ) throws {
        var filled: [String] = []
        for table in tables {
            let isFilled = try connection.first(
                "SELECT EXISTS (SELECT FROM \(raw: table.quoted))", as: Bool.self)
            if isFilled == true { filled.append(table.name) }
        }
        guard !filled.isEmpty else { return }
        guard replace else { throw LedgerError.networkNotEmpty(tables: filled) }
        // DELETE and not TRUNCATE: a run that reads at the same time goes on seeing the old rows.
        for table in tables.reversed() {
            try connection.execute("DELETE FROM \(raw: table.quoted)")
        }
    }
}

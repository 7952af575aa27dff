internal import CSV
internal import Foundation
internal import Postgres

/// The import of one table's file, row by row where a batch is refused.
struct TableImport {
    let table: NetworkTable
    let directory: String
    var problems: ImportProblems
    /// Columns of the table that the file has.
    private var columns: [FileColumn] = []
    /// Names of the file's columns.
    private var header: [String] = []
    private var duplicates: [Duplicate] = []
    private(set) var imported = 0

    /// Rows that are copied at once.
    private static let batchSize = 1_000

    /// A column of the table and where its values stand in a record of the file.
    private struct FileColumn {
        let column: NetworkTable.Column
        let index: Int
    }

    private struct Duplicate {
        let line: Int
        let columns: [String]
        let values: [String?]
    }

    init(_ table: NetworkTable, in directory: String, problems: ImportProblems) {
        self.table = table
        self.directory = directory
        self.problems = problems
    }

    /// Reads the whole file, noting all that is wrong with it.
    ///
    /// - Throws: What keeps the rest from being read, such as a lost connection.
    mutating func run(
        on connection: borrowing Connection, progress: (String, Int) -> Void
    ) throws {
        guard var reader = try open() else { return problems.lose(table.name) }
        defer { reader.close() }
        guard try readHeader(from: &reader) else { return problems.lose(table.name) }
        var batch: [CSVRecord] = []
        while !problems.isFull {
            do {
                guard let record = try reader.record() else { break }
                guard record.fields.count == header.count else {
                    refuse(
                        record.line, nil,
                        .fieldCount(expected: header.count, found: record.fields.count),
                        record.fields)
                    continue
                }
                batch.append(record)
            } catch let fault as CSVFault {
                refuse(fault.line, nil, fault.fault, fault.fields)
            }
            if batch.count == Self.batchSize {
                try write(batch, on: connection)
                batch.removeAll(keepingCapacity: true)
                progress(table.name, imported)
            }
        }
        try write(batch, on: connection)
        progress(table.name, imported)
        try nameFirstLines()
    }

    private mutating func open() throws -> CSVReader? {
        let path = "\(directory)/\(table.fileName)"
        guard FileManager.default.fileExists(atPath: path) else {
            if !NetworkTable.laterTables.contains(table.name) {
                problems.add(ImportProblem(file: table.fileName, fault: .missingFile))
            }
            return nil
        }
        do {
            return try CSVReader(path: path)
        } catch {
            problems.add(
                ImportProblem(
                    file: table.fileName, fault: .unreadableFile(error.localizedDescription)))
            return nil
        }
    }

    private mutating func readHeader(from reader: inout CSVReader) throws -> Bool {
        do {
            guard let record = try reader.record() else {
                problems.add(ImportProblem(file: table.fileName, fault: .noHeader))
                return false
            }
            header = record.fields.map { $0 ?? "" }
        } catch let fault as CSVFault {
            refuse(fault.line, nil, fault.fault, [])
            return false
        }
        var isWhole = true
        func complain(_ column: String, _ fault: ImportProblem.Fault) {
            problems.add(
                ImportProblem(file: table.fileName, line: 1, column: column, fault: fault))
            isWhole = false
        }
        let later = NetworkTable.laterColumns[table.name] ?? []
        for column in table.columns {
            if let index = header.firstIndex(of: column.name) {
                columns.append(FileColumn(column: column, index: index))
            } else if !later.contains(column.name) {
                complain(column.name, .missingColumn)
            }
        }
        let known = Set(table.columns.map(\.name))
        for (position, name) in header.enumerated() {
            if !known.contains(name) {
                complain(name, .unknownColumn)
            } else if header.firstIndex(of: name) != position {
                complain(name, .repeatedColumn)
            }
        }
        return isWhole
    }

    private mutating func write(
        _ batch: [CSVRecord], on connection: borrowing Connection
    ) throws {
        guard !batch.isEmpty else { return }
        do {
            try connection.savepoint { connection in try copy(batch, on: connection) }
            imported += batch.count
        } catch let error as PostgresError where error.isOfRow {
            for record in batch where !problems.isFull {
                do {
                    try connection.savepoint { connection in
                        try insert(record, on: connection)
                    }
                    imported += 1
                } catch let error as PostgresError where error.isOfRow {
                    try explain(error, record, on: connection)
                }
            }
        }
    }

    private func copy(_ batch: [CSVRecord], on connection: borrowing Connection) throws {
        var text: [UInt8] = []
        for record in batch {
            for (position, column) in columns.enumerated() {
                if position > 0 { text.append(UInt8(ascii: "\t")) }
                text.appendCopyText(record.fields[column.index])
            }
            text.append(UInt8(ascii: "\n"))
        }
        try connection.copyInText("COPY \(table.quoted) (\(names)) FROM STDIN") { writer in
            try writer.write(text)
        }
    }

    private var names: String {
        columns.map { "\"\($0.column.name)\"" }.joined(separator: ", ")
    }

    private func insert(_ record: CSVRecord, on connection: borrowing Connection) throws {
        var values: Query = ""
        for (position, column) in columns.enumerated() {
            let value = record.fields[column.index]
            values += position == 0 ? "\(value)" : ", \(value)"
        }
        try connection.execute(
            "INSERT INTO \(raw: table.quoted) (\(raw: names)) VALUES (\(values))")
    }
}

extension TableImport {
    private mutating func refuse(
        _ line: Int?, _ column: String?, _ fault: ImportProblem.Fault, _ fields: [String?]
    ) {
        problems.add(
            ImportProblem(file: table.fileName, line: line, column: column, fault: fault))
        guard table.key.count == 1, let position = header.firstIndex(of: table.key[0]),
            position < fields.count, let key = fields[position]
        else { return }
        problems.lose(key, of: table.name)
    }

    /// Notes why PostgreSQL refused a row.
    private mutating func explain(
        _ error: PostgresError, _ record: CSVRecord, on connection: borrowing Connection
    ) throws {
        let constraint = error.constraint.flatMap { table.constraints[$0] }
        let column = error.column ?? constraint?.columns.first
        switch error.sqlstate {
        case "23505":
            let columns = constraint?.columns ?? table.key
            let values = columns.map { name in
                header.firstIndex(of: name).flatMap { record.fields[$0] }
            }
            duplicates.append(Duplicate(line: record.line, columns: columns, values: values))
        case "23503":
            let target = constraint?.references ?? ""
            let position = column.flatMap { header.firstIndex(of: $0) }
            let value = position.flatMap { record.fields[$0] }
            if problems.hasLost(value, of: target) {
                // It follows from a problem that is listed already.
                refuseQuietly(record)
            } else {
                refuse(record.line, column, .unknownReference(table: target), record.fields)
            }
        case "23502": refuse(record.line, column, .missingValue, record.fields)
        case "23514":
            refuse(
                record.line, column, .notAllowed(rule: constraint?.definition ?? "another value"),
                record.fields)
        default:
            let faulty = try columnRefused(in: record, on: connection)
            refuse(
                record.line, faulty?.name,
                faulty.map { .type(expected: $0.type) } ?? .refused(error.message),
                record.fields)
        }
    }

    private mutating func refuseQuietly(_ record: CSVRecord) {
        guard table.key.count == 1, let position = header.firstIndex(of: table.key[0]),
            let key = record.fields[position]
        else { return }
        problems.lose(key, of: table.name)
    }

    /// The first column whose value is not of its type.
    private func columnRefused(
        in record: CSVRecord, on connection: borrowing Connection
    ) throws -> NetworkTable.Column? {
        for given in columns {
            let value = record.fields[given.index]
            do {
                try connection.savepoint { connection in
                    _ = try connection.execute(
                        "SELECT CAST(\(value) AS \(raw: given.column.type))")
                }
            } catch let error as PostgresError where error.isOfRow {
                return given.column
            }
        }
        return nil
    }

    /// Finds the first line of each key that came again, in a second reading of the file.
    private mutating func nameFirstLines() throws {
        guard !duplicates.isEmpty, var reader = try open() else { return }
        defer { reader.close() }
        struct Key: Hashable {
            let columns: [String]
            let values: [String?]
        }
        var firstLines: [Key: Int] = [:]
        let wanted = Set(duplicates.map { Key(columns: $0.columns, values: $0.values) })
        let sets = Set(duplicates.map(\.columns))
        _ = try reader.record()
        while true {
            do {
                guard let record = try reader.record() else { break }
                guard record.fields.count == header.count else { continue }
                for columns in sets {
                    let values = columns.map { name in
                        header.firstIndex(of: name).flatMap { record.fields[$0] }
                    }
                    let key = Key(columns: columns, values: values)
                    if wanted.contains(key), firstLines[key] == nil {
                        firstLines[key] = record.line
                    }
                }
            } catch is CSVFault {
                continue
            }
        }
        for duplicate in duplicates {
            let first = firstLines[Key(columns: duplicate.columns, values: duplicate.values)]
            problems.add(
                ImportProblem(
                    file: table.fileName, line: duplicate.line,
                    column: duplicate.columns.joined(separator: ", "),
                    fault: .duplicate(firstLine: first == duplicate.line ? nil : first)))
        }
        duplicates = []
    }
}

extension PostgresError {
    /// Whether a row is at fault, rather than the server or the connection: a value that does not
    /// fit its type (class 22), or that breaks a rule of the table (class 23).
    fileprivate var isOfRow: Bool {
        sqlstate.map { $0.hasPrefix("22") || $0.hasPrefix("23") } ?? false
    }
}

extension [UInt8] {
    /// Appends a value in the text form of COPY.
    fileprivate mutating func appendCopyText(_ text: String?) {
        guard let text else {
            append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\")])
            case UInt8(ascii: "\n"): append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case UInt8(ascii: "\r"): append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            case UInt8(ascii: "\t"): append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            default: append(byte)
            }
        }
    }
}

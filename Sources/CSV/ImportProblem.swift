/// Why one row of a CSV file, or the file itself, cannot be imported.
public struct ImportProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the file in its folder.
    public let file: String
    /// Line of the file that the row begins on, from 1; nil: the file as a whole.
    public let line: Int?
    /// The column at fault, where it is known.
    public let column: String?
    public let fault: Fault

    public init(file: String, line: Int? = nil, column: String? = nil, fault: Fault) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
    }

    /// What can be wrong with a row or a file.
    public enum Fault: Sendable, Hashable {
        case missingFile
        case unreadableFile(String)
        /// A file without a first line that names the columns.
        case noHeader
        case missingColumn
        case unknownColumn
        case repeatedColumn
        case fieldCount(expected: Int, found: Int)
        case nul
        case invalidUTF8
        /// Not CSV: what was found.
        case malformed(String)
        /// The key of an earlier line.
        case duplicate(firstLine: Int?)
        case type(expected: String)
        case missingValue
        /// A value that the table does not allow: the rule.
        case notAllowed(rule: String)
        /// A row of another table that is not there.
        case unknownReference(table: String)
        /// Anything else, in PostgreSQL's words.
        case refused(String)
    }

    public var description: String {
        let place = "\(file)\(line.map { ":\($0)" } ?? "")"
        let words =
            switch fault {
            case .missingFile: "the file is missing"
            case .unreadableFile(let reason): "the file cannot be read: \(reason)"
            case .noHeader: "the file is empty; expected a first line with the columns' names"
            case .missingColumn: "the column is missing"
            case .unknownColumn: "the table has no such column"
            case .repeatedColumn: "the column is there twice"
            case .fieldCount(let expected, let found):
                "expected \(expected) fields, found \(found)"
            case .nul: "found the character NUL, which PostgreSQL cannot store"
            case .invalidUTF8: "found bytes that are not UTF-8"
            case .malformed(let found): "expected CSV, found \(found)"
            case .duplicate(let first):
                "the same key as \(first.map { "line \($0)" } ?? "an earlier line")"
            case .type(let expected): "expected a value of type \(expected)"
            case .missingValue: "expected a value, found none"
            case .notAllowed(let rule): "expected \(rule)"
            case .unknownReference(let table): "expected the id of a row of \(table)"
            case .refused(let reason): reason
            }
        return "\(place): \(column.map { "column “\($0)”: " } ?? "")\(words)"
    }
}

/// All that keeps some CSV files from being imported.
public struct ImportRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// The first problems, by file in the order of tables, then by line; no more than
    /// ``shownAtMost``.
    public let problems: [ImportProblem]
    /// How many there are.
    public let total: Int
    /// Whether reading stopped before the end, after ``countedAtMost`` problems.
    public let isCutShort: Bool

    /// Most problems that are listed.
    public static let shownAtMost = 200
    /// Problems after which reading stops.
    public static let countedAtMost = 10_000

    public init(problems: [ImportProblem], total: Int, isCutShort: Bool = false) {
        self.problems = problems
        self.total = total
        self.isCutShort = isCutShort
    }

    public var description: String {
        var lines = ["Nothing was imported:"]
        lines += problems.map { "  \($0)" }
        if total > problems.count { lines.append("  … and \(total - problems.count) more") }
        if isCutShort { lines.append("  … and perhaps others: reading stopped there") }
        return lines.joined(separator: "\n")
    }
}

extension CSVFault {
    /// The same, as what keeps a file from being imported.
    public var fault: ImportProblem.Fault {
        switch kind {
        case .nul: .nul
        case .invalidUTF8: .invalidUTF8
        case .malformed(let found): .malformed(found)
        }
    }
}

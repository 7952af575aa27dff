internal import CSV
internal import Foundation

/// A CSV file of a public register, read by its own column names.
struct ThesaurusFile {
    /// Name of the file in its folder.
    let name: String
    private let path: String

    /// Takes the first of some names that the folder has; nil where it has none of them.
    init?(oneOf names: [String], in directory: String) {
        let found = names.first {
            FileManager.default.fileExists(atPath: "\(directory)/\($0)")
        }
        guard let found else { return nil }
        name = found
        path = "\(directory)/\(found)"
    }

    /// One row, by column name.
    struct Row {
        let line: Int
        fileprivate let values: [String: String]

        /// The first of some columns that says something, its ends trimmed; `''` is read as an
        /// apostrophe, as ROME writes it.
        func value(_ columns: String...) -> String? {
            for column in columns {
                let text = values[column, default: ""].replacing("''", with: "'")
                    .trimmingCharacters(in: .whitespacesAndNewlines)
                if !text.isEmpty { return text }
            }
            return nil
        }
    }

    /// Reads every row.
    ///
    /// - Parameters:
    ///   - needed: Columns that must be there, each one of several names.
    ///   - problems: Gets all that is wrong with the file.
    ///   - body: Takes a row, or says which column is at fault and why.
    /// - Throws: What keeps the rest from being read.
    func rows(
        needing needed: [[String]], problems: inout ImportProblems,
        _ body: (Row) -> (column: String, fault: ImportProblem.Fault)?
    ) throws {
        var reader: CSVReader
        do {
            reader = try CSVReader(path: path)
        } catch {
            problems.add(
                ImportProblem(file: name, fault: .unreadableFile(error.localizedDescription)))
            return
        }
        defer { reader.close() }
        var header: [String]?
        while !problems.isFull {
            do {
                guard let record = try reader.record() else { break }
                guard let names = header else {
                    header = record.fields.map { $0 ?? "" }
                    let missing = needed.filter { Set($0).isDisjoint(with: header ?? []) }
                    for column in missing {
                        problems.add(
                            ImportProblem(
                                file: name, line: record.line,
                                column: column.joined(separator: " / "), fault: .missingColumn))
                    }
                    guard missing.isEmpty else { return }
                    continue
                }
                guard record.fields.count == names.count else {
                    problems.add(
                        ImportProblem(
                            file: name, line: record.line,
                            fault: .fieldCount(
                                expected: names.count, found: record.fields.count)))
                    continue
                }
                let values = Dictionary(
                    zip(names, record.fields.map { $0 ?? "" }),
                    uniquingKeysWith: { first, _ in first })
                if let (column, fault) = body(Row(line: record.line, values: values)) {
                    problems.add(
                        ImportProblem(
                            file: name, line: record.line, column: column, fault: fault))
                }
            } catch let fault as CSVFault {
                problems.add(ImportProblem(file: name, line: fault.line, fault: fault.fault))
            }
        }
        if header == nil { problems.add(ImportProblem(file: name, fault: .noHeader)) }
    }
}

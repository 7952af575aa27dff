internal import Foundation

/// One row of a CSV file.
public struct CSVRecord: Sendable, Hashable {
    /// Line that it begins on, from 1.
    public let line: Int
    /// Fields as text; nil: an empty field without quotes, which stands for NULL.
    public let fields: [String?]
}

/// A row that cannot be read.
public struct CSVFault: Error, Hashable, Sendable {
    public let line: Int
    public let kind: Kind
    /// What could be read of the row, for those that refer to it.
    public let fields: [String?]

    public init(line: Int, kind: Kind, fields: [String?] = []) {
        self.line = line
        self.kind = kind
        self.fields = fields
    }

    public enum Kind: Hashable, Sendable {
        case nul
        case invalidUTF8
        case malformed(String)
    }

    public static func == (one: Self, other: Self) -> Bool {
        one.line == other.line && one.kind == other.kind
    }

    public func hash(into hasher: inout Swift.Hasher) {
        hasher.combine(line)
        hasher.combine(kind)
    }
}

/// Reads CSV as PostgreSQL writes it (RFC 4180; an empty field without quotes is NULL, `""` is an
/// empty text), row by row in constant memory.
///
/// Lines end in LF or CR LF; a byte order mark and blank lines are passed over. After a fault the
/// next row can still be read.
public struct CSVReader {
    private let file: FileHandle
    private var chunk: [UInt8] = []
    private var position = 0
    private var line = 1
    private var hasEnded = false

    /// Longest row that is read, in bytes.
    public static let longestRow = 64 << 20
    private static let chunkSize = 256 << 10

    /// - Throws: What opening or reading the file throws.
    public init(path: String) throws {
        file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        try fill()
        if chunk.starts(with: mark) { position = mark.count }
    }

    /// Closes the file.
    public func close() { try? file.close() }

    private mutating func fill() throws {
        chunk = Array(try file.read(upToCount: Self.chunkSize) ?? Data())
        position = 0
        if chunk.isEmpty { hasEnded = true }
    }

    /// The next byte, or nil at the end.
    private mutating func next() throws -> UInt8? {
        if position == chunk.count {
            if !hasEnded { try fill() }
            if hasEnded { return nil }
        }
        defer { position += 1 }
        return chunk[position]
    }

    private mutating func peek() throws -> UInt8? {
        guard let byte = try next() else { return nil }
        position -= 1
        return byte
    }
}

extension CSVReader {
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The row being read.
    private struct Draft {
        let line: Int
        var fields: [String?] = []
        var field: [UInt8] = []
        var isQuoted = false
        var size = 0
        var fault: CSVFault.Kind?

        mutating func endField() {
            if let text = String(validating: field, as: UTF8.self) {
                fields.append(field.isEmpty && !isQuoted ? nil : text)
            } else {
                fields.append(nil)
                fault = fault ?? .invalidUTF8
            }
            field.removeAll(keepingCapacity: true)
            isQuoted = false
        }

        mutating func append(_ byte: UInt8) {
            if byte == 0 { fault = fault ?? .nul }
            field.append(byte)
        }
    }

    /// The next row; nil at the end of the file.
    ///
    /// - Throws: ``CSVFault``, or what reading the file throws.
    public mutating func record() throws -> CSVRecord? {
        while let byte = try peek() {
            if byte == Self.newline {
                position += 1
                line += 1
            } else if byte == Self.carriageReturn {
                position += 1
            } else {
                break
            }
        }
        guard try peek() != nil else { return nil }
        var draft = Draft(line: line)
        while let byte = try next() {
            draft.size += 1
            if draft.size > Self.longestRow {
                hasEnded = true
                chunk = []
                position = 0
                throw CSVFault(
                    line: draft.line, kind: .malformed("a row of more than 64 MiB; a quote open?"))
            }
            switch byte {
            case Self.newline:
                line += 1
                return try finished(&draft)
            case Self.carriageReturn:
                if try peek() != Self.newline {
                    draft.fault = draft.fault ?? .malformed("a carriage return outside of quotes")
                }
            case Self.comma: draft.endField()
            case Self.quote where draft.field.isEmpty && !draft.isQuoted:
                draft.isQuoted = true
                try readQuoted(into: &draft)
            case Self.quote:
                draft.fault = draft.fault ?? .malformed("a quote inside of a field without quotes")
            default:
                if draft.isQuoted {
                    draft.fault = draft.fault ?? .malformed("text after a closing quote")
                }
                draft.append(byte)
            }
        }
        return try finished(&draft)
    }

    private mutating func readQuoted(into draft: inout Draft) throws {
        while let byte = try next() {
            draft.size += 1
            if byte == Self.quote {
                guard try peek() == Self.quote else { return }
                position += 1
            } else if byte == Self.newline {
                line += 1
            }
            draft.append(byte)
            if draft.size > Self.longestRow { return }
        }
        draft.fault = draft.fault ?? .malformed("a quote that is never closed")
    }

    private func finished(_ draft: inout Draft) throws -> CSVRecord {
        draft.endField()
        if let kind = draft.fault {
            throw CSVFault(line: draft.line, kind: kind, fields: draft.fields)
        }
        return CSVRecord(line: draft.line, fields: draft.fields)
    }
}

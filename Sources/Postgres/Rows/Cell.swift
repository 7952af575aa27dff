/// One value of a row in its binary form, as the server sent it, on loan to the type that decodes it.
public struct Cell: ~Copyable {
    public let type: TypeOID
    /// The value's bytes. Valid only while it is being decoded.
    public let bytes: UnsafeRawBufferPointer
    private let columns: ColumnList
    private let position: Int

    // Inlined, it makes the optimizer of Swift 6.3 stop ("nonCopyable type with a guaranteed value").
    @inline(never)
    init(
        type: TypeOID, bytes: UnsafeRawBufferPointer, columns: ColumnList, position: Int
    ) {
        self.type = type
        self.bytes = bytes
        self.columns = columns
        self.position = position
    }

    /// The name of the column.
    public var column: String { columns.columns[position].name }

    /// A part of this value, such as an array's element.
    func part(type: TypeOID, bytes: UnsafeRawBufferPointer) -> Cell {
        Cell(type: type, bytes: bytes, columns: columns, position: position)
    }

    /// The error for a column of a type that cannot be read as what was asked for.
    public func mismatch(_ expected: String) -> PostgresError {
        PostgresError(
            .typeMismatch, "Expected \(expected) in column \"\(column)\", found \(type).",
            column: column)
    }

    /// The error for bytes that are not what their type says, or a value the Swift type cannot hold.
    public func malformed(_ expected: String) -> PostgresError {
        PostgresError(
            .outOfRange, "Expected \(expected) in column \"\(column)\" of type \(type).",
            column: column)
    }

    /// The value's text.
    ///
    /// - Throws: ``PostgresError/Code/invalidUTF8``; ``PostgresError/Code/typeMismatch`` for a type
    ///   that is not text.
    public func text() throws(PostgresError) -> String {
        if !type.isText, type != .unspecified, type.rawValue < 16384 {
            throw mismatch("text")
        }
        return try utf8(bytes)
    }

    func utf8(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw PostgresError(
            .invalidUTF8, "Expected UTF-8 in column \"\(column)\" of type \(type).",
            column: column)
    }

    /// Reads an integer in binary form, which must be all of the given bytes.
    func integer<T: FixedWidthInteger>(
        _: T.Type, in bytes: UnsafeRawBufferPointer
    ) throws(PostgresError) -> T {
        guard bytes.count == MemoryLayout<T>.size else {
            throw malformed("\(MemoryLayout<T>.size) bytes")
        }
        return T(bigEndian: bytes.loadUnaligned(as: T.self))
    }
}

/// Reads the rows of a binary COPY under way.
public struct BinaryCopyReader: ~Copyable {
    /// Rows read so far.
    public private(set) var rowCount = 0
    private var isFinished = false

    private let list: ColumnList
    private var source: CopySource
    private var bytes: [UInt8] = []
    private var offset = 0
    private var isStarted = false
    /// Where the values of the row lie in `bytes`; `nil` for NULL.
    private var fields: [Range<Int>?] = []

    init(connection: OpaquePointer, query: Query, list: ColumnList) {
        source = CopySource(connection: connection, query: query)
        self.list = list
    }

    public var columns: [Column] { list.columns }

    /// Goes on to the next row.
    ///
    /// - Returns: `false` when there is none left.
    /// - Throws: A ``PostgresError``; ``PostgresError/Code/copyFormat`` when the stream is not as
    ///   the format says.
    public mutating func next() throws -> Bool {
        if isFinished { return false }
        if !isStarted { try readHeader() }
        bytes.removeFirst(offset)
        offset = 0
        let count = try number(Int16.self)
        if count == -1 {
            isFinished = true
            try skip()
            return false
        }
        guard count == list.columns.count else {
            throw malformed("\(list.columns.count) values in a row")
        }
        fields.removeAll(keepingCapacity: true)
        for _ in 0..<count {
            let length = Int(try number(Int32.self))
            if length < 0 {
                fields.append(nil)
            } else {
                try need(length)
                fields.append(offset..<offset + length)
                offset += length
            }
        }
        rowCount += 1
        return true
    }

    /// Drops the rows that are left.
    mutating func skip() throws {
        while try source.next({ _ in }) {}
    }

    /// The value of a column of the row by its place, from 0.
    public func value<T: PostgresDecodable>(
        at position: Int, as type: T.Type = T.self
    ) throws(PostgresError) -> T {
        try list.require(position)
        guard let field = fields[position] else {
            return try list.value(at: position, ofRow: rowCount, from: nil)
        }
        let decoded = bytes.withUnsafeBytes { buffer in
            Result { () throws(PostgresError) in
                try list.value(
                    at: position, ofRow: rowCount,
                    from: UnsafeRawBufferPointer(rebasing: buffer[field])) as T
            }
        }
        return try decoded.get()
    }

    /// The value of a column of the row by its name.
    public func value<T: PostgresDecodable>(
        _ column: String, as type: T.Type = T.self
    ) throws(PostgresError) -> T {
        try value(at: list.position(of: column))
    }

    /// The value of a column of the row, or `nil` for NULL.
    public func optional<T: PostgresDecodable>(
        _ column: String, as type: T.Type = T.self
    ) throws(PostgresError) -> T? {
        let value: T? = try value(at: list.position(of: column))
        return value
    }

    /// Calls `body` with the bytes of a column of the row as they came; nothing is copied. None for
    /// NULL.
    ///
    /// - Throws: ``PostgresError/Code/columnMissing``, or what `body` throws.
    public func withBytes<Result>(
        at position: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try list.require(position)
        let field = fields[position] ?? 0..<0
        return try bytes.withUnsafeBytes { buffer in
            try body(UnsafeRawBufferPointer(rebasing: buffer[field]))
        }
    }

    private mutating func readHeader() throws {
        let signature = BinaryCopyWriter.signature
        try need(signature.count)
        guard bytes.starts(with: signature) else { throw malformed("its signature") }
        offset = signature.count
        _ = try number(Int32.self)
        let extra = Int(try number(Int32.self))
        guard extra >= 0 else { throw malformed("a header's length") }
        try need(extra)
        offset += extra
        isStarted = true
    }

    private mutating func number<T: FixedWidthInteger>(_: T.Type) throws -> T {
        try need(MemoryLayout<T>.size)
        let value = bytes.withUnsafeBytes {
            T(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self))
        }
        offset += MemoryLayout<T>.size
        return value
    }

    /// Waits until that many bytes lie after the offset.
    private mutating func need(_ count: Int) throws {
        while bytes.count - offset < count {
            var more: [UInt8] = []
            swap(&more, &bytes)
            let found = try source.next { more.append(contentsOf: $0) }
            swap(&more, &bytes)
            guard found else { throw malformed("more bytes") }
        }
    }

    private func malformed(_ expected: String) -> PostgresError {
        PostgresError(.copyFormat, "Expected \(expected) in the binary COPY, row \(rowCount + 1).")
    }
}

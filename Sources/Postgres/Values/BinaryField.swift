/// The bytes of one value in PostgreSQL's binary form.
public struct BinaryField: ~Copyable {
    /// The bytes so far, in network byte order.
    public private(set) var bytes: [UInt8]
    /// Whether the value is NULL; its bytes are then ignored.
    public var isNull = false

    init(reusing bytes: consuming [UInt8] = []) { self.bytes = bytes }

    consuming func take() -> [UInt8] { bytes }

    mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

    mutating func replace(at offset: Int, with value: Int32) {
        let number = UInt32(bitPattern: value)
        for index in 0..<4 {
            bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (24 - 8 * index))
        }
    }

    /// Appends an integer, most significant byte first.
    public mutating func append<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends bytes as they are.
    public mutating func append(bytes more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Appends text as UTF-8; U+0000 is refused.
    public mutating func append(text: String) throws(PostgresError) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if bytes[start...].contains(0) {
            truncate(to: start)
            throw PostgresError(
                .nulInText, "Expected text without U+0000, which PostgreSQL cannot store.")
        }
    }

    /// Appends a value with its length in four bytes before it, −1 for NULL.
    ///
    /// - Returns: `false` when the value cannot be written as that type; nothing is then appended.
    mutating func append(
        measured value: some PostgresEncodable, as type: TypeOID
    ) throws(PostgresError) -> Bool {
        let start = bytes.count
        append(Int32(0))
        isNull = false
        let fits: Bool
        do {
            fits = try value.write(as: type, into: &self)
        } catch {
            truncate(to: start)
            throw error
        }
        guard fits else {
            truncate(to: start)
            return false
        }
        if isNull {
            truncate(to: start + 4)
            isNull = false
            replace(at: start, with: -1)
        } else {
            guard let count = Int32(exactly: bytes.count - start - 4) else {
                truncate(to: start)
                throw PostgresError(.outOfRange, "Expected a value below 2 GiB.")
            }
            replace(at: start, with: count)
        }
        return true
    }
}

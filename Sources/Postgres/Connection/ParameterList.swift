internal import CPostgres

/// How a value is written between a client and the server.
enum Format: Int32 {
    case text = 0
    case binary = 1
}

/// A query's values as libpq takes them.
struct ParameterList {
    /// The lists of `PQexecParams`.
    struct Pointers {
        let count: Int32
        let types: UnsafePointer<Oid>?
        let values: UnsafePointer<UnsafePointer<CChar>?>?
        let lengths: UnsafePointer<Int32>?
        let formats: UnsafePointer<Int32>?
    }

    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var types: [Oid] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// - Throws: ``PostgresError/Code/nulInText`` for SQL or a text with U+0000,
    ///   ``PostgresError/Code/invalidStatement`` for more than 65 535 values.
    init(_ query: Query) throws(PostgresError) {
        guard query.pieces.allSatisfy({ !$0.utf8.contains(0) }) else {
            throw PostgresError(.nulInText, "Expected SQL without U+0000.")
        }
        guard query.parameters.count <= 65535 else {
            throw PostgresError(
                .invalidStatement,
                "Expected at most 65535 values, found \(query.parameters.count).",
                hint: "Bind an array, or use a binary COPY.")
        }
        for parameter in query.parameters {
            try append(parameter, number: types.count + 1)
        }
    }

    private mutating func append(
        _ parameter: Query.Parameter, number: Int
    ) throws(PostgresError) {
        types.append(parameter.type.rawValue)
        let start = bytes.count
        switch parameter.value {
        case .null:
            starts.append(nil)
            formats.append(Format.text.rawValue)
        case .text(let text):
            starts.append(start)
            formats.append(Format.text.rawValue)
            bytes.append(contentsOf: text.utf8)
            if bytes[start...].contains(0) {
                throw PostgresError(
                    .nulInText, "Expected text without U+0000 as value $\(number).")
            }
        case .binary(let value):
            starts.append(start)
            formats.append(Format.binary.rawValue)
            bytes.append(contentsOf: value)
        }
        guard let length = Int32(exactly: bytes.count - start) else {
            throw PostgresError(.outOfRange, "Expected value $\(number) to be below 2 GiB.")
        }
        lengths.append(length)
        bytes.append(0)
    }

    func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in
                start.flatMap { offset in base.map { $0 + offset } }
            }
            return types.withUnsafeBufferPointer { types in
                pointers.withUnsafeBufferPointer { values in
                    lengths.withUnsafeBufferPointer { lengths in
                        formats.withUnsafeBufferPointer { formats in
                            body(
                                Pointers(
                                    count: Int32(types.count), types: types.baseAddress,
                                    values: values.baseAddress, lengths: lengths.baseAddress,
                                    formats: formats.baseAddress))
                        }
                    }
                }
            }
        }
    }
}

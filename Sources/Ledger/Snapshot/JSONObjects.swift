/// A value of a member of a JSON object; what lists and objects hold is passed over.
enum JSONScalar: Hashable {
    case null
    case boolean(Bool)
    /// The nearest double, and the digits as they stand.
    case number(Double, digits: String)
    case text(String)
    case list
    case object

    /// The value in a few words, for a message: what kind it is, a number as it stands.
    var summary: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(_, let digits): digits
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// The members of a JSON object that are wanted, filled in one by one.
protocol JSONMembers {
    init()

    /// Takes a member; those that are not wanted are passed over.
    mutating func take(_ name: String, _ value: JSONScalar)
}

/// Reads a list of flat objects from a `jsonb`, which the server sends as text in one form: valid
/// JSON, a name once in each object, no escape but of quotes, backslashes and control characters.
struct JSONObjects {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the objects of a list; nil where it is something else, or holds something else.
    static func read<Members: JSONMembers>(
        _ bytes: [UInt8], as type: Members.Type = Members.self
    ) -> [Members]? {
        var reader = JSONObjects(bytes)
        guard reader.take("[") else { return nil }
        var objects: [Members] = []
        if reader.take("]") { return objects }
        repeat {
            guard let object = reader.object(as: type) else { return nil }
            objects.append(object)
        } while reader.take(",")
        return reader.take("]") ? objects : nil
    }

    private mutating func object<Members: JSONMembers>(as type: Members.Type) -> Members? {
        guard take("{") else { return nil }
        var members = Members()
        if take("}") { return members }
        repeat {
            guard take("\"") else { return nil }
            let name = text()
            guard take(":") else { return nil }
            members.take(name, value())
        } while take(",")
        return take("}") ? members : nil
    }

    private mutating func value() -> JSONScalar {
        skipSpace()
        switch position < bytes.count ? bytes[position] : 0 {
        case UInt8(ascii: "\""):
            position += 1
            return .text(text())
        case UInt8(ascii: "["):
            skipNested()
            return .list
        case UInt8(ascii: "{"):
            skipNested()
            return .object
        case UInt8(ascii: "t"):
            position += 4
            return .boolean(true)
        case UInt8(ascii: "f"):
            position += 5
            return .boolean(false)
        case UInt8(ascii: "n"):
            position += 4
            return .null
        default: return number()
        }
    }

    private mutating func number() -> JSONScalar {
        let start = position
        var mantissa: UInt64 = 0
        var decimals = 0
        var isPastPoint = false
        var isNegative = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                // Beyond 18 digits the text decides, below.
                if position - start < 18 { mantissa = mantissa * 10 + UInt64(byte - 48) }
                if isPastPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !isPastPoint {
                isPastPoint = true
            } else if byte == UInt8(ascii: "-"), position == start {
                isNegative = true
            } else {
                break
            }
            position += 1
        }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        // Clinger (1990): the quotient of two exact doubles is the nearest one.
        if position - start <= 18, mantissa <= 1 << 53 {
            let value = Double(mantissa) / Self.powers[decimals]
            return .number(isNegative ? -value : value, digits: digits)
        }
        return .number(Double(digits) ?? .nan, digits: digits)
    }

    /// The powers of ten from 10⁰ to 10¹⁸, all of them exact.
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18,
    ]

    /// The text whose opening quote has been passed.
    private mutating func text() -> String {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"): return escapedText(from: start)
            default: position += 1
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func escapedText(from start: Int) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += 1
                text.append(escaped())
            } else {
                text.append(bytes[position])
            }
            position += 1
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// What the character after a backslash stands for.
    private mutating func escaped() -> UInt8 {
        switch bytes[position] {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u") where position + 4 < bytes.count:
            let digits = String(decoding: bytes[position + 1...position + 4], as: UTF8.self)
            position += 4
            return UInt8(digits, radix: 16) ?? UInt8(ascii: "?")
        case let byte: return byte
        }
    }

    /// Passes over a list or an object with all that is in it.
    private mutating func skipNested() {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return }
            case UInt8(ascii: "\""): _ = text()
            default: continue
            }
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
            return false
        }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }
}

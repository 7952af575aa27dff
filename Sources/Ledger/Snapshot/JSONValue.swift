/// JSON as PostgreSQL writes it, with numbers kept as they stand.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The digits, so that `numeric` loses nothing.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads one JSON value that fills the whole text; nil where the text is not JSON.
    init?(parsing text: String) {
        var reader = JSONReader(bytes: Array(text.utf8))
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    /// The value in a few words, for a message: what kind it is, a number as it stands.
    var summary: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// SQL text with the values it needs, which travel beside it as `$1, $2, …`.
///
/// ```swift
/// let query: Query = "SELECT id FROM offer WHERE area = \(area) AND hours >= \(hours)"
/// ```
///
/// Text that must stand in the SQL itself is spliced with `\(raw:)`, names with `\(identifier:)`,
/// another query with its values by plain `\(query)`.
public struct Query: Sendable {
    /// A value on its way to the server, with the type it is declared as.
    struct Parameter: Sendable {
        let type: TypeOID
        let value: PostgresValue
    }

    /// The SQL around the parameters: always one piece more than there are parameters.
    private(set) var pieces: [String]
    private(set) var parameters: [Parameter]

    /// Takes SQL as it is, with no values.
    public init(raw sql: String) {
        pieces = [sql]
        parameters = []
    }

    init(pieces: [String], parameters: [Parameter]) {
        self.pieces = pieces
        self.parameters = parameters
    }

    /// The SQL with `$1, $2, …` where the values go.
    public var sql: String {
        var text = pieces[0]
        for (number, piece) in pieces.dropFirst().enumerated() {
            text += "$\(number + 1)" + piece
        }
        return text
    }

    /// One query after another, the values of both bound.
    public static func + (left: Query, right: Query) -> Query {
        var sum = left
        sum.append(right)
        return sum
    }

    public static func += (left: inout Query, right: Query) { left.append(right) }

    fileprivate mutating func append(_ text: String) { pieces[pieces.count - 1] += text }

    fileprivate mutating func append(_ query: Query) {
        append(query.pieces[0])
        pieces += query.pieces.dropFirst()
        parameters += query.parameters
    }

    fileprivate mutating func bind(_ value: some PostgresEncodable) {
        parameters.append(Parameter(type: value.postgresType, value: value.postgresValue))
        pieces.append("")
    }

    /// The line of the SQL that holds a character, both from 1.
    func line(at position: Int) -> Int {
        sql.unicodeScalars.prefix(max(0, position - 1)).reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
    }
}

extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral sql: String) { self.init(raw: sql) }

    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.query }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var query = Query(raw: "")

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { query.append(literal) }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            query.bind(value)
        }

        /// Binds a value, or NULL.
        public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
            query.bind(value)
        }

        /// Splices another query with its values.
        public mutating func appendInterpolation(_ other: Query) { query.append(other) }

        /// Splices SQL text as it is. Never give it anything that came from outside.
        public mutating func appendInterpolation(raw sql: String) { query.append(sql) }

        /// Quotes a name, so that any text is safe: `order` becomes `"order"`.
        public mutating func appendInterpolation(identifier name: String) {
            query.append(quoted(identifier: name))
        }
    }
}

/// A name as SQL quotes it.
func quoted(identifier name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
}

/// A table's name, with or without its schema, as SQL quotes it: `network.offer` becomes
/// `"network"."offer"`.
func quoted(table: String) -> String {
    table.split(separator: ".", omittingEmptySubsequences: false)
        .map { quoted(identifier: String($0)) }.joined(separator: ".")
}

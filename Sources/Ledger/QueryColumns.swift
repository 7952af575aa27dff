internal import Postgres

/// The columns that a job's query returns, and their types.
struct QueryColumns {
    /// A kind of type: the one that is asked for, and those that do as well.
    enum Kind {
        case text, texts, number, integer, boolean, date, json

        /// The type as a message names it.
        var name: String {
            switch self {
            case .text: "text"
            case .texts: "text[]"
            case .number: "numeric"
            case .integer: "integer"
            case .boolean: "boolean"
            case .date: "date"
            case .json: "jsonb"
            }
        }

        func accepts(_ type: TypeOID) -> Bool {
            switch self {
            case .text:
                [.text, .varchar, .bpchar, .name, .uuid, .int2, .int4, .int8].contains(type)
            case .texts: [.textArray, .varcharArray, .bpcharArray].contains(type)
            case .number: [.numeric, .float8, .float4, .int2, .int4, .int8].contains(type)
            case .integer: [.int2, .int4, .int8].contains(type)
            case .boolean: type == .bool
            case .date: type == .date
            case .json: [.json, .jsonb].contains(type)
            }
        }
    }

    let required: KeyValuePairs<String, Kind>
    /// Columns that a query may leave out, as if they were NULL.
    var optional: KeyValuePairs<String, Kind> = [:]

    /// What is wrong with a query's columns, in the documented order, then in the query's.
    func problems(in found: [Column], of file: String) -> [ColumnProblem] {
        var problems: [ColumnProblem] = []
        for (name, kind) in required {
            let columns = found.filter { $0.name == name }
            if columns.isEmpty {
                problems.append(
                    ColumnProblem(file: file, column: name, expected: kind.name, found: nil))
            }
        }
        for (name, kind) in Array(required) + Array(optional) {
            let columns = found.filter { $0.name == name }
            if columns.count > 1 {
                problems.append(
                    ColumnProblem(
                        file: file, column: name, expected: "there once",
                        found: "\(columns.count) of that name"))
            }
            for column in columns where !kind.accepts(column.type) {
                problems.append(
                    ColumnProblem(
                        file: file, column: name, expected: kind.name,
                        found: column.type.description))
            }
        }
        let known = Set(required.map(\.key) + optional.map(\.key)).union([Self.source])
        for column in found where !known.contains(column.name) {
            problems.append(
                ColumnProblem(
                    file: file, column: column.name, expected: nil,
                    found: column.type.description))
        }
        for column in found where column.name == Self.source && !Kind.text.accepts(column.type) {
            problems.append(
                ColumnProblem(
                    file: file, column: column.name, expected: Kind.text.name,
                    found: column.type.description))
        }
        return problems
    }

    /// The one column that may be left out: what the platform calls such a row.
    static let source = "source"

    static let needs = QueryColumns(required: [
        "id": .text, "owner": .text, "title": .text, "text": .text, "language": .text,
        "skills": .json, "languages": .texts, "place": .text, "latitude": .number,
        "longitude": .number, "remote": .text, "starts": .date, "ends": .date, "days": .number,
        "rate_max": .number, "hours": .number, "exchange": .texts, "balance": .number,
        "lowest": .number, "highest": .number, "certifications": .texts, "posted": .date,
        "tender": .text, "lot_number": .integer, "budget": .number,
    ])

    static let candidates = QueryColumns(
        required: [
            "id": .text, "member": .text, "name": .text, "title": .text, "text": .text,
            "language": .text, "skills": .json, "languages": .texts, "place": .text,
            "latitude": .number, "longitude": .number, "radius_km": .number, "remote": .boolean,
            "availability": .json, "commitments": .json, "rate": .number, "hours": .number,
            "exchange": .texts, "balance": .number, "lowest": .number, "highest": .number,
            "certifications": .texts, "turnover": .number, "consent_bids": .boolean,
        ],
        optional: ["insurance": .number, "leads_bids": .boolean, "bid_days_min": .number])

    static let tenders = QueryColumns(
        required: [
            "id": .text, "title": .text, "buyer": .text, "deadline": .date,
            "members_max": .integer, "turnover_min": .number, "certifications": .texts,
        ],
        optional: ["form": .text, "member_certifications": .texts, "insurance_min": .number])
}

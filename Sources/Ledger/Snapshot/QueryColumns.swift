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

    let required: KeyValuePairs<MarketColumn, Kind>
    /// Columns that may be left out.
    let optional: KeyValuePairs<MarketColumn, Kind>

    /// What is wrong with a query's columns, in the documented order, then in the query's.
    func problems(in found: [Column], of file: String) -> [ColumnProblem] {
        var problems: [ColumnProblem] = []
        func refuse(_ name: String, _ expected: String?, _ found: String?) {
            problems.append(
                ColumnProblem(file: file, column: name, expected: expected, found: found))
        }
        for (column, kind) in Array(required) + Array(optional) {
            let name = column.rawValue
            let columns = found.filter { $0.name == name }
            if columns.isEmpty, required.contains(where: { $0.key == column }) {
                refuse(name, kind.name, nil)
            }
            if columns.count > 1 { refuse(name, "there once", "\(columns.count) of that name") }
            for column in columns where !kind.accepts(column.type) {
                refuse(name, kind.name, column.type.description)
            }
        }
        let known = Set((Array(required) + Array(optional)).map(\.key.rawValue))
        for column in found where !known.contains(column.name) {
            refuse(column.name, nil, column.type.description)
        }
        return problems
    }

    /// The columns of a query without problems, in the documented order.
    func selected(from found: [Column]) -> [SelectedColumn] {
        (Array(required) + Array(optional)).compactMap { column, kind in
            found.first { $0.name == column.rawValue }.map {
                SelectedColumn(column, kind, $0.type)
            }
        }
    }

    static let needs = QueryColumns(
        required: [
            .id: .text, .owner: .text, .title: .text, .text: .text, .language: .text,
            .skills: .json, .languages: .texts, .place: .text, .latitude: .number,
            .longitude: .number, .remote: .text, .starts: .date, .ends: .date, .days: .number,
            .rateMax: .number, .hours: .number, .exchange: .texts, .balance: .number,
            .lowest: .number, .highest: .number, .certifications: .texts, .posted: .date,
            .tender: .text, .lotNumber: .integer, .budget: .number,
        ], optional: [.source: .text])

    static let candidates = QueryColumns(
        required: [
            .id: .text, .member: .text, .name: .text, .title: .text, .text: .text,
            .language: .text, .skills: .json, .languages: .texts, .place: .text,
            .latitude: .number, .longitude: .number, .radius: .number, .remote: .boolean,
            .availability: .json, .commitments: .json, .rate: .number, .hours: .number,
            .exchange: .texts, .balance: .number, .lowest: .number, .highest: .number,
            .certifications: .texts, .turnover: .number, .consentBids: .boolean,
        ],
        optional: [
            .source: .text, .joined: .date, .department: .text, .insurance: .number,
            .leadsBids: .boolean, .bidDaysMin: .number,
        ])

    static let tenders = QueryColumns(
        required: [
            .id: .text, .title: .text, .buyer: .text, .deadline: .date, .membersMax: .integer,
            .turnoverMin: .number, .certifications: .texts,
        ],
        optional: [
            .source: .text, .form: .text, .memberCertifications: .texts, .insuranceMin: .number,
            .cpv: .text,
        ])
}

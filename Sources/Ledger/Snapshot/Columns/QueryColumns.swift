internal import Market
internal import Postgres

/// The columns that a job's query may return, and their types. All but ids may be left out.
struct QueryColumns {
    /// A kind of type: the one that is asked for, and those that do as well.
    enum Kind {
        case text, texts, number, integer, boolean, date, json
        /// A day, or a day with a time.
        case moment
        /// A text, or one by language.
        case translated

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
            case .moment: "date or timestamp"
            case .translated: "text or jsonb"
            }
        }
    }

    let columns: KeyValuePairs<MarketColumn, Kind>
    /// Those that may not be left out.
    var required: Set<MarketColumn> = [.id]

    /// What is wrong with a query's columns, in the documented order, then in the query's.
    func problems(in found: [FoundColumn], of file: String) -> [ColumnProblem] {
        var problems: [ColumnProblem] = []
        for (column, kind) in columns {
            let name = column.rawValue
            let columns = found.filter { $0.name == name }
            if columns.isEmpty, required.contains(column) {
                problems.append(
                    ColumnProblem(file: file, column: name, expected: kind.name, found: nil))
            }
            if columns.count > 1 {
                problems.append(
                    ColumnProblem(
                        file: file, column: name, expected: "there once",
                        found: "\(columns.count) of that name"))
            }
            for found in columns {
                guard case .refused(let write) = kind.reading(of: column, as: found.type) else {
                    continue
                }
                problems.append(
                    ColumnProblem(
                        file: file, column: name, expected: kind.name, found: found.type.name,
                        write: write?.replacing("$", with: name)))
            }
        }
        let known = columns.map(\.key.rawValue)
        for column in found where !known.contains(column.name) {
            problems.append(
                ColumnProblem(
                    file: file, column: column.name, expected: nil, found: column.type.name,
                    near: nearNames(to: column.name, among: known)))
        }
        return problems
    }

    /// The columns of a query without problems, in the documented order.
    func selected(from found: [FoundColumn]) -> [SelectedColumn] {
        columns.compactMap { column, kind in
            found.first { $0.name == column.rawValue }.map {
                SelectedColumn(column, kind, $0)
            }
        }
    }

    static let needs = QueryColumns(columns: [
        .id: .text, .owner: .text, .title: .text, .text: .text, .language: .text,
        .skills: .json, .languages: .texts, .place: .text, .latitude: .number,
        .longitude: .number, .remote: .text, .starts: .date, .ends: .date, .days: .number,
        .rateMax: .number, .hours: .number, .exchange: .texts, .balance: .number,
        .lowest: .number, .highest: .number, .certifications: .texts, .posted: .date,
        .tender: .text, .lotNumber: .integer, .budget: .number, .url: .text, .deadline: .moment,
        .ownerName: .text, .topics: .texts, .source: .text,
    ])

    static let candidates = QueryColumns(columns: [
        .id: .text, .member: .text, .name: .text, .title: .text, .text: .text,
        .language: .text, .skills: .json, .languages: .texts, .place: .text,
        .latitude: .number, .longitude: .number, .radius: .number, .remote: .boolean,
        .availability: .json, .commitments: .json, .rate: .number, .hours: .number,
        .exchange: .texts, .balance: .number, .lowest: .number, .highest: .number,
        .certifications: .texts, .turnover: .number, .consentBids: .boolean,
        .source: .text, .joined: .date, .department: .text, .insurance: .number,
        .leadsBids: .boolean, .bidDaysMin: .number, .url: .text, .topics: .texts, .email: .text,
        .locale: .text,
    ])

    static let tenders = QueryColumns(columns: [
        .id: .text, .title: .text, .buyer: .text, .deadline: .moment, .membersMax: .integer,
        .turnoverMin: .number, .certifications: .texts, .source: .text, .form: .text,
        .memberCertifications: .texts, .insuranceMin: .number, .cpv: .text, .url: .text,
    ])

    static let exclusions = QueryColumns(
        columns: [.need: .text, .candidate: .text, .reason: .translated, .source: .text],
        required: [.need, .candidate])
}

/// The known names that an unknown one was probably meant for, three at most, the nearest first: those
/// that differ by few letters, that begin alike, or that hold the same words in another order.
func nearNames(to name: String, among known: [String]) -> [String] {
    let wanted = name.lowercased()
    let reach = min(3, max(1, wanted.count / 3))
    let words = Set(wanted.split(separator: "_"))
    let near = known.compactMap { other -> (distance: Int, name: String)? in
        let distance = editDistance(wanted, other)
        if distance <= reach { return (distance, other) }
        let isPart =
            min(wanted.count, other.count) >= 3
            && (other.hasPrefix(wanted) || wanted.hasPrefix(other))
        let own = Set(other.split(separator: "_"))
        return isPart || own.count > 1 && own.isSubset(of: words) ? (reach + 1, other) : nil
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}

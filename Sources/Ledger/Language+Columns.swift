internal import Market
internal import Postgres

/// Texts by language stand side by side in columns of their own: `reason_fr`, `reason_en`.
extension Language {
    /// The column of one language.
    func column(_ name: String) -> String { "\(name)_\(rawValue)" }

    /// The columns of every language, with commas between them.
    static func columns(_ name: String, of table: String? = nil) -> Query {
        let prefix = table.map { $0 + "." } ?? ""
        return Query(raw: allCases.map { prefix + $0.column(name) }.joined(separator: ", "))
    }

    /// Values for ``columns(_:of:)``.
    static func values(_ text: (Language) -> String) -> Query {
        allCases.dropFirst().reduce("\(text(allCases[0]))") { $0 + ", \(text($1))" }
    }
}

extension Row {
    /// What stands in the columns of every language, where anything does.
    func byLanguage<Value: PostgresDecodable>(
        _ name: String, as type: Value.Type = Value.self
    ) throws(PostgresError) -> [Language: Value] {
        var values: [Language: Value] = [:]
        for language in Language.allCases {
            values[language] = try optional(language.column(name), as: type)
        }
        return values
    }
}

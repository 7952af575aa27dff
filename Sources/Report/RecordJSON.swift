internal import Foundation
public import Market
internal import Wording

/// Values that a verb adds to an object of `night.json`, by key in camel case.
public typealias JSONFields = [String: any Encodable & Sendable]

/// A record as JSON, for programs: keys in `snake_case` and sorted, days as `YYYY-MM-DD`, amounts in
/// cents, scores from 0 to 1, texts by language as the platform and the run wrote them.
///
/// The same record gives the same bytes. Lists have the order of the record.
///
/// - Parameters:
///   - record: What was recorded.
///   - fields: What verbs add beside the runs.
///   - runFields: What verbs add to a run.
/// - Throws: What the encoder says of a number that is not finite.
public func json(
    of record: RecordedRuns, adding fields: [JSONFields],
    toRuns runFields: [RecordedRun.ID: [JSONFields]]
) throws -> String {
    let encoder = JSONEncoder.sorted(isIndented: true)
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let object = RecordJSON(record: record, fields: fields, runFields: runFields)
    return try encoder.text(of: object) + "\n"
}

private struct RecordJSON: Encodable {
    let record: RecordedRuns
    let fields: [JSONFields]
    let runFields: [RecordedRun.ID: [JSONFields]]

    private enum Key: CodingKey { case format, network, asOf, runs }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .format)
        try container.encode(record.network, forKey: .network)
        try container.encode(record.asOf, forKey: .asOf)
        try container.encode(
            record.runs.map { Run(run: $0, fields: runFields[$0.id] ?? []) }, forKey: .runs)
        try encoder.encode(fields)
    }

    /// A run as it was recorded, with what is wrong with each row as a sentence.
    struct Run: Encodable {
        let run: RecordedRun
        let fields: [JSONFields]

        private enum Key: CodingKey { case setAside }

        func encode(to encoder: any Encoder) throws {
            try run.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(run.setAside.map(Row.init), forKey: .setAside)
            try encoder.encode(fields)
        }
    }

    struct Row: Encodable {
        let source: String
        let id: String
        let field: String
        let fault: [String: String]

        init(_ row: SetAside) {
            source = row.source
            id = row.id
            field = row.field
            fault = Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0.rawValue, Wording($0).sentence(for: row))
                })
        }
    }
}

extension Encoder {
    /// Adds fields to the object that is being written.
    fileprivate func encode(_ fields: [JSONFields]) throws {
        var container = self.container(keyedBy: FieldName.self)
        for (name, value) in fields.joined() {
            try container.encode(value, forKey: FieldName(stringValue: name))
        }
    }
}

/// The name of a field that a verb adds.
private struct FieldName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
}

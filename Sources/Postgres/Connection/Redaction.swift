/// Takes values out of what the server says.
///
/// PostgreSQL quotes the offending value in its data errors (`invalid input syntax for type
/// integer: "…"`) and whole rows in details (`Failing row contains (…)`).
struct Redaction {
    private let values: [String]
    private let quotesValues: Bool
    private let showsRows: Bool

    init(_ query: Query?, sqlstate: String = "") {
        values = (query?.parameters ?? []).compactMap {
            if case .text(let text) = $0.value, !text.isEmpty { text } else { nil }
        }.sorted { $0.utf8.count > $1.utf8.count }
        // 22P04 quotes columns and 22021 encodings, not data.
        quotesValues = sqlstate.hasPrefix("22") && sqlstate != "22P04" && sqlstate != "22021"
        showsRows = sqlstate.hasPrefix("22") || sqlstate.hasPrefix("23")
    }

    /// The text with quoted data and sent values replaced by an ellipsis.
    func hide(in text: String) -> String {
        var result = quotesValues ? Self.blank(text, between: "\"", and: "\"") : text
        for value in values where result.contains(value) {
            if value.utf8.count >= 4 {
                result = result.replacing(value, with: "…")
            } else {
                for (open, close) in [("\"", "\""), ("(", ")"), ("'", "'")] {
                    result = result.replacing(open + value + close, with: open + "…" + close)
                }
            }
        }
        return result
    }

    /// A detail without data: `Key (id)=(…) already exists.`, or `nil` where it is nothing but data.
    func detail(_ text: String) -> String? {
        guard showsRows else { return hide(in: text) }
        guard text.hasPrefix("Key ("), let equals = text.firstRange(of: ")=("),
            let close = text[equals.upperBound...].ranges(of: ")").last
        else { return nil }
        return hide(in: text[..<equals.upperBound] + "…" + text[close.lowerBound...])
    }

    /// `COPY table, line 3, column name` out of a context that goes on with the data.
    static func copyPlace(_ context: String) -> String? {
        guard
            let line = context.split(whereSeparator: \.isNewline).first(where: {
                $0.hasPrefix("COPY ")
            })
        else { return nil }
        return String(line.prefix { $0 != ":" })
    }

    private static func blank(_ text: String, between open: Character, and close: Character)
        -> String
    {
        guard let first = text.firstIndex(of: open), let last = text.lastIndex(of: close),
            first < last
        else { return text }
        return text[...first] + "…" + text[last...]
    }
}

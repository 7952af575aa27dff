internal import Market
internal import Postgres

extension Ledger {
    /// Reads the pairs that must not be proposed, with why by language. Of a pair that comes twice
    /// the first reason in the order of the bytes counts.
    func exclusions(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> [NeedCandidate: [Language: String]] {
        var pairs: [NeedCandidate: [Language: String]] = [:]
        faults += try eachRow(
            of: query, calling: "exclusion", asOf: asOf,
            order: #" ORDER BY to_jsonb(row)::text COLLATE "C""#, on: connection
        ) { row in
            let (need, candidate) = (row.reference(.need), row.reference(.candidate))
            if !row.isBroken {
                let pair = NeedCandidate(need: need, candidate: candidate)
                let reason = row.reason()
                if pairs[pair]?.isEmpty ?? true { pairs[pair] = reason }
            }
            row.call("\(need)/\(candidate)")
        }
        return pairs
    }
}

/// A text by language, of a `reason`.
private struct ReasonMembers: JSONMembers {
    var texts: [Language: String] = [:]

    mutating func take(_ name: String, _ value: JSONScalar) {
        if let language = Language(rawValue: name), case .text(let text) = value, !text.isBlank {
            texts[language] = text.trimmed
        }
    }
}

extension Fields {
    /// Why, by language: one text for all of them, or an object of one each. What is missing in a
    /// language is said in another, the first that there is.
    fileprivate mutating func reason() -> [Language: String] {
        guard case .json(let bytes) = self[.reason] else {
            let text = (optionalText(.reason) ?? "").trimmed
            return text.isEmpty ? [:] : Self.everywhere(text)
        }
        if bytes.elementsEqual("null".utf8) { return [:] }
        let isText = bytes.first == UInt8(ascii: "\"")
        let object = isText ? Array(#"{"fr":"#.utf8) + bytes + Array("}".utf8) : bytes
        let list = Array("[".utf8) + object + Array("]".utf8)
        guard let read = JSONObjects.read(list, as: ReasonMembers.self), read.count == 1 else {
            drop(.reason, .unreadable(expected: "a text, or one by language: {fr, en}"))
            return [:]
        }
        let texts = read[0].texts
        guard let any = Language.allCases.lazy.compactMap({ texts[$0] }).first else { return [:] }
        return Self.everywhere(any).merging(texts) { $1 }
    }

    private static func everywhere(_ text: String) -> [Language: String] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) })
    }
}

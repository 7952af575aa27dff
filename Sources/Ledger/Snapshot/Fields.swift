internal import Market

/// The columns of one row of a job's query, read one by one; what makes no sense is noted.
struct Fields {
    /// What the platform calls such a row: mission, member, lot …
    let source: String
    let id: String
    private let values: [String: JSONValue]
    /// What was found wrong so far.
    private(set) var faults: [SetAside] = []
    /// Whether the row as a whole cannot be used.
    var isBroken = false

    init(source: String, id: String, values: [String: JSONValue]) {
        self.source = source
        self.id = id
        self.values = values
    }

    /// Longest text that is read, in bytes of UTF-8.
    static let longestText = 100_000

    subscript(_ column: String) -> JSONValue { values[column] ?? .null }

    /// Notes a fault that the whole row falls for.
    mutating func refuse(_ column: String, _ fault: SetAside.Fault) {
        faults.append(SetAside(source: source, id: id, field: column, fault: fault))
        isBroken = true
    }

    /// Notes a fault that only a part of the row falls for.
    mutating func drop(
        _ column: String, _ fault: SetAside.Fault, source: String? = nil, id: String? = nil
    ) {
        faults.append(
            SetAside(source: source ?? self.source, id: id ?? self.id, field: column, fault: fault))
    }

    /// A text; numbers as they stand.
    mutating func optionalText(_ column: String) -> String? {
        switch self[column] {
        case .string(let text):
            let bytes = text.utf8.count
            guard bytes <= Self.longestText else {
                refuse(column, .tooLong(bytes: bytes, limit: Self.longestText))
                return nil
            }
            return text
        case .number(let digits): return digits
        default: return nil
        }
    }

    mutating func text(_ column: String) -> String { optionalText(column) ?? "" }

    /// Codes such as languages and certifications: trimmed, lower-cased, each once, in order of
    /// the alphabet.
    func codes(_ column: String) -> [String] {
        guard case .array(let items) = self[column] else { return [] }
        let codes = items.compactMap { item -> String? in
            guard case .string(let text) = item else { return nil }
            let code = text.lowercased().trimmed
            return code.isEmpty ? nil : code
        }
        return Set(codes).sorted()
    }

    /// A code of the Common Procurement Vocabulary; what is none is left out.
    mutating func code(_ column: String) -> ProcurementCode? {
        guard case .string(let text) = self[column], !text.trimmed.isEmpty else { return nil }
        let code = ProcurementCode(text.trimmed)
        if code == nil { drop(column, .unreadable(expected: "a CPV code of eight digits")) }
        return code
    }

    func boolean(_ column: String, otherwise: Bool) -> Bool {
        if case .bool(let value) = self[column] { return value }
        return otherwise
    }

    /// What a number must be.
    enum Bound { case any, notNegative, positive }

    mutating func number(_ column: String, _ bound: Bound) -> Double? {
        switch self[column] {
        case .null: return nil
        case .number(let digits):
            guard let value = Double(digits), value.isFinite else {
                refuse(column, .unreadable(expected: "a number of reasonable size"))
                return nil
            }
            if let fault = Self.fault(of: value, digits, bound) {
                refuse(column, fault)
                return nil
            }
            return value
        default:
            refuse(column, .unreadable(expected: "a number"))
            return nil
        }
    }

    static func fault(of value: Double, _ digits: String, _ bound: Bound) -> SetAside.Fault? {
        switch bound {
        case .any: nil
        case .notNegative: value < 0 ? .negative(found: digits) : nil
        case .positive:
            value < 0
                ? .negative(found: digits) : value == 0 ? .notPositive(found: digits) : nil
        }
    }

    mutating func integer(_ column: String, _ bound: Bound) -> Int? {
        number(column, bound).flatMap { Int(exactly: $0) }
    }

    mutating func money(_ column: String, _ bound: Bound) -> Money? {
        guard let euros = number(column, bound) else { return nil }
        guard let money = Money(euros: euros) else {
            refuse(column, .unreadable(expected: "an amount below 90 billion euros"))
            return nil
        }
        return money
    }

    mutating func day(_ column: String) -> Day? {
        guard case .string(let text) = self[column] else { return nil }
        guard let day = Day(text) else {
            refuse(column, .unreadable(expected: "a day between the years 1 and 9999"))
            return nil
        }
        return day
    }

    /// One of a closed list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ column: String, otherwise: Word
    ) -> Word where Word.RawValue == String {
        guard case .string(let text) = self[column] else { return otherwise }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            refuse(column, .unreadable(expected: "one of \(words)"))
            return otherwise
        }
        return word
    }
}

extension String {
    /// The text without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

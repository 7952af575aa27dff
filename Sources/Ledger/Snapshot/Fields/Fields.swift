internal import Market
internal import Postgres

/// The columns of one row of a job's query, read one by one; what makes no sense is noted.
struct Fields {
    /// What the platform calls such a row: mission, member, lot …
    private(set) var source: String
    private(set) var id = ""
    /// What was found wrong so far.
    private(set) var faults: [SetAside] = []
    /// Whether the row as a whole cannot be used.
    var isBroken = false

    private let word: String
    private let columns: [SelectedColumn]
    private var values = [ColumnValue](repeating: .null, count: MarketColumn.allCases.count)

    /// - Parameters:
    ///   - columns: The columns that the query returns, in its order.
    ///   - word: What a row is called where the platform does not say.
    init(_ columns: [SelectedColumn], calling word: String) {
        self.columns = columns
        self.word = word
        source = word
    }

    /// Takes the place of the row before.
    mutating func read(_ row: borrowing Row) throws(PostgresError) {
        for (position, column) in columns.enumerated() {
            values[column.column.index] =
                row.isNull(at: position) ? .null : try column.value(at: position, of: row)
        }
        faults = []
        isBroken = false
        source = if case .text(let name) = self[.source] { name } else { word }
        id = if case .text(let text) = self[.id] { text } else { "" }
        if id.utf8.count > Self.longestID {
            let bytes = id.utf8.count
            id = id.prefix(60) + "…"
            refuse(.id, .tooLong(bytes: bytes, limit: Self.longestID))
        }
        for column in columns where self[column.column] == .table {
            refuse(column.column, .unreadable(expected: .a(.list)))
        }
    }

    /// Longest text that is read, in bytes of UTF-8.
    static let longestText = 100_000
    /// Longest id, in bytes of UTF-8: two of them make the key of a proposal, which PostgreSQL can index
    /// up to about 2,700 bytes.
    static let longestID = 1_000

    subscript(_ column: MarketColumn) -> ColumnValue { values[column.index] }

    /// Notes a fault that the whole row falls for.
    mutating func refuse(_ column: MarketColumn, _ fault: SetAside.Fault) {
        faults.append(SetAside(source: source, id: id, field: column.rawValue, fault: fault))
        isBroken = true
    }

    /// The id of something else that the row names; a row without it cannot be used.
    mutating func reference(_ column: MarketColumn) -> String {
        let id = text(column)
        if id.isEmpty { refuse(column, .unreadable(expected: .a(.id))) }
        return id
    }

    /// Says how the row is called where it has no id of its own.
    mutating func call(_ id: String) {
        guard self.id.isEmpty else { return }
        self.id = id
        faults = faults.map {
            SetAside(source: $0.source, id: id, field: $0.field, fault: $0.fault)
        }
    }

    /// Notes a fault that only a part of the row falls for.
    mutating func drop(_ column: MarketColumn, _ fault: SetAside.Fault) {
        drop(column.rawValue, fault, source: source, id: id)
    }

    /// Notes a fault of a part with a name of its own.
    mutating func drop(_ field: String, _ fault: SetAside.Fault, source: String, id: String) {
        faults.append(SetAside(source: source, id: id, field: field, fault: fault))
    }

    /// A text; numbers as they stand.
    mutating func optionalText(_ column: MarketColumn) -> String? {
        switch self[column] {
        case .text(let text):
            let bytes = text.utf8.count
            let limit = column.isReference ? Self.longestID : Self.longestText
            guard bytes <= limit else {
                if column != .id { refuse(column, .tooLong(bytes: bytes, limit: limit)) }
                return nil
            }
            return text
        case .number(_, let digits): return digits
        default: return nil
        }
    }

    mutating func text(_ column: MarketColumn) -> String { optionalText(column) ?? "" }

    /// Codes such as languages and certifications: trimmed, lower-cased, each once, in order of
    /// the alphabet.
    func codes(_ column: MarketColumn) -> [String] {
        guard case .texts(let texts) = self[column] else { return [] }
        let codes = texts.compactMap { text -> String? in
            let code = text.lowercased().trimmed
            return code.isEmpty ? nil : code
        }
        return codes.count < 2 ? codes : Set(codes).sorted()
    }

    /// A code of the Common Procurement Vocabulary; what is none is left out.
    mutating func code(_ column: MarketColumn) -> ProcurementCode? {
        guard case .text(let text) = self[column], !text.trimmed.isEmpty else { return nil }
        let code = ProcurementCode(text.trimmed)
        if code == nil { drop(column, .unreadable(expected: .a(.procurementCode))) }
        return code
    }

    func boolean(_ column: MarketColumn, otherwise: Bool) -> Bool {
        if case .boolean(let value) = self[column] { return value }
        return otherwise
    }

    /// What a number must be.
    enum Bound { case any, notNegative, positive }

    /// A number below a billion, above minus a billion, or what else its kind may be: so whatever is
    /// counted with it stays within what can be counted.
    mutating func number(
        _ column: MarketColumn, _ bound: Bound, _ size: Size = .reasonable
    ) -> Double? {
        switch self[column] {
        case .null: return nil
        case .number(let value, let digits):
            if let fault = Self.fault(of: value, digits, bound, size) {
                refuse(column, fault)
                return nil
            }
            return value
        default:
            refuse(column, .unreadable(expected: .a(.number)))
            return nil
        }
    }

    /// What a number counts, and how much of it there can be.
    enum Size {
        case reasonable, days, rate, amount

        /// What the number's magnitude is below.
        var limit: Double {
            switch self {
            case .reasonable: 1e9
            case .days: 1e5
            case .rate: 1e6
            case .amount: 9e10
            }
        }

        var expected: SetAside.Expectation.Thing {
            switch self {
            case .reasonable: .reasonableNumber
            case .days: .numberOfDays
            case .rate: .rate
            case .amount: .amount
            }
        }
    }

    static func fault(
        of value: Double, _ digits: String, _ bound: Bound, _ size: Size
    ) -> SetAside.Fault? {
        guard value.isFinite else {
            // NaN and the infinities are words, what is too large for a double has digits.
            let isNumber = digits.utf8.last.map { (48...57).contains($0) } ?? false
            return .unreadable(expected: .a(isNumber ? size.expected : .number))
        }
        guard abs(value) < size.limit else { return .unreadable(expected: .a(size.expected)) }
        return switch bound {
        case .any: nil
        case .notNegative: value < 0 ? .negative(found: digits) : nil
        case .positive:
            value < 0
                ? .negative(found: digits) : value == 0 ? .notPositive(found: digits) : nil
        }
    }

    mutating func integer(_ column: MarketColumn, _ bound: Bound) -> Int? {
        number(column, bound).flatMap { Int(exactly: $0) }
    }

    /// An amount: below 90 billion euros, or below a million where it is one a day or an hour.
    mutating func money(
        _ column: MarketColumn, _ bound: Bound, _ size: Size = .amount
    ) -> Money? {
        number(column, bound, size).flatMap { Money(euros: $0) }
    }

    mutating func day(_ column: MarketColumn) -> Day? {
        guard self[column] != .null else { return nil }
        let day = readableDay(column)
        if day == nil {
            refuse(column, .unreadable(expected: .a(.countedDay)))
        }
        return day
    }

    /// A day between the years 1 and 9999; nil without a word where it is none.
    func readableDay(_ column: MarketColumn) -> Day? {
        guard case .date(let date) = self[column] else { return nil }
        return Self.readableDay(date)
    }

    /// The day of a date between the years 1 and 9999.
    static func readableDay(_ date: PostgresDate) -> Day? {
        let day = Day(date)
        return (1...9999).contains(day.year) ? day : nil
    }

    /// One of a closed list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ column: MarketColumn, otherwise: Word
    ) -> Word where Word.RawValue == String {
        guard case .text(let text) = self[column] else { return otherwise }
        guard let word = Word(rawValue: text) else {
            refuse(column, .unreadable(expected: .oneOf(Word.allCases.map(\.rawValue))))
            return otherwise
        }
        return word
    }
}

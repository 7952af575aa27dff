/// Writes CSV (RFC 4180, 2005), for people who open them in a spreadsheet.
///
/// UTF-8 with a byte order mark, without which Excel takes accents for Windows-1252; commas; lines
/// end in CRLF; every field that needs it within quotation marks. Decimals have a point and days are
/// `YYYY-MM-DD`, whatever the reader's language. A text that a spreadsheet would take for a formula
/// has an apostrophe before it. Where the system's list separator is a semicolon, as in French, Excel
/// opens the file through *Data ▸ From Text/CSV*, which sees the commas.
public struct CSVWriter: Sendable {
    /// The file so far.
    public private(set) var text = "\u{FEFF}"

    /// - Parameter columns: The header, as it is.
    public init(columns: [String]) {
        append(columns.map(Field.fixed))
    }

    /// A value of a row.
    public enum Field: Sendable, Hashable {
        /// A text that others wrote: kept from being a formula.
        case text(String)
        /// A number, a day, an id of this program: as it is.
        case fixed(String)

        public static func number(_ value: Double?) -> Field { .fixed(value.map { "\($0)" } ?? "") }
        public static func count(_ value: Int?) -> Field { .fixed(value.map { "\($0)" } ?? "") }
    }

    /// Adds a row.
    public mutating func append(_ fields: [Field]) {
        text += fields.map(CSVWriter.written).joined(separator: ",") + "\r\n"
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .fixed(let value): quoted(value)
        case .text(let value): quoted(neutral(value))
        }
    }

    // OWASP, “CSV Injection”: what starts a formula in Excel, LibreOffice or Google Sheets.
    private static func neutral(_ value: String) -> String {
        let opening: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
        let first = value.unicodeScalars.first {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        guard let first, opening.contains(first) else { return value }
        return "'" + value
    }

    private static func quoted(_ value: String) -> String {
        let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n", ";"]
        guard value.unicodeScalars.contains(where: special.contains) else { return value }
        var escaped = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            escaped.append(scalar)
            if scalar == "\"" { escaped.append(scalar) }
        }
        return "\"" + String(escaped) + "\""
    }
}

import Foundation
import TestSupport

/// Values that somebody may have typed, or meant ill with, as PostgreSQL reads them for a type.
enum HostileValues {
    /// A value for a column; nil is NULL.
    ///
    /// - Parameter type: The column's type, as `format_type` names it.
    static func value(of type: String, using random: inout SeededGenerator) -> String? {
        if Int.random(in: 0..<12, using: &random) == 0 { return nil }
        switch type {
        case "text[]": return array(using: &random)
        case "numeric", "double precision", "real": return numbers.randomElement(using: &random)
        case "integer", "bigint", "smallint": return integers.randomElement(using: &random)
        case "date": return days.randomElement(using: &random)
        case "boolean": return Bool.random(using: &random) ? "t" : "f"
        case "json", "jsonb": return documents.randomElement(using: &random)
        case "timestamp with time zone", "timestamp without time zone":
            return days.randomElement(using: &random)
        default: return text(using: &random)
        }
    }

    /// A text: seldom a long one.
    static func text(using random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<200, using: &random) {
        case 0: String(repeating: "Énergie et eau. ", count: 65_536)
        case 1: String(repeating: "x", count: 1_048_576)
        case 2: String(repeating: "e\u{301}\u{302}", count: 50_000)
        case 3: "o" + String(repeating: "\u{302}", count: 20_000)
        case 4: String(repeating: "<a href=\"", count: 10_000)
        case 5: String(repeating: "\n", count: 30_000)
        case 6: String(repeating: "🧑🏽‍🌾", count: 8_000)
        default: texts.randomElement(using: &random) ?? ""
        }
    }

    private static func array(using random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "{}"
        case 1: return "{NULL}"
        case 2: return "{fr,NULL,en}"
        case 4: return "{{fr,en},{en,fr}}"
        case 3: return "{" + Array(repeating: "fr", count: 5_000).joined(separator: ",") + "}"
        default:
            let elements = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                "\""
                    + (texts.randomElement(using: &random) ?? "")
                    .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
            }
            return "{" + elements.joined(separator: ",") + "}"
        }
    }

    static let texts: [String] = [
        "", " ", "\t", "\n", "\u{A0}", "\u{1}", "\u{7}\u{8}", "\u{1B}[31mrouge\u{1B}[0m", "\u{7F}",
        "\u{85}", "\u{9B}31m", "Anne\r\nBcc: x@example.org\r\n\r\n<b>", "Anne\nBcc: x@example.org",
        "a@example.org\r\nBcc: x@example.org", "a@b@c", "@", "a@", "<a@example.org>",
        "\"Anne\" <a@example.org>, b@example.org", "anne@exämple.org", "a..b@example.org",
        "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1;1)", "\t=1+1", "＝1+1",
        "\u{202E}gnp.exe", "\u{202B}\u{2067}abc", "مرحبا بالعالم", "שלום",
        "\u{200B}\u{200D}\u{FEFF}",
        "\u{FEFF}bom", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{E0001}\u{E0041}",
        "\u{2028}\u{2029}", "e\u{301}", "\u{E9}", "\u{212B}", "\u{1E9E}ß", "İı", "ﬁﬃ", "\u{3099}",
        "가각",
        "👩‍👩‍👧‍👦", "🇫🇷🇫", "<script>alert(1)</script>", "</title><script>alert(1)//",
        "\" onmouseover=\"alert(1)", "javascript:alert(1)", "{{name}}", "{{{name}}}", "{{#x}}",
        "&lt;&amp;&#0;", "]]>", "<!--", "%s%n%x", "%00", "\\", "\\u0000", "\\ud800", "'", "''; --",
        "\"",
        "$1", "NULL", "null", "NaN", "true", "0", "../../etc/passwd", "/", ".", "..", "con", "a/b",
        "a,b;c", "a;b\n\"c", "fr", "en", "FR", "fr-FR", "xx", "daily", "weekly", "never", "open",
        "only", "possible", "no", "time", "money", "gift", "{time}", "iso9001", "79411000", "solo",
        "2026-02-30", "１２３", "٣", "½", "1e999", "Ⅷ", "\u{0300}abc",
        "a\u{2400}",
    ]

    static let numbers: [String] = [
        "NaN", "Infinity", "-Infinity", "-0", "0", "1e308", "-1e308", "1e-308", "89999999999",
        "90000000000", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "92233720368547758.07", "1e15", "9007199254740993", "0.001", "0.005", "-1", "0.1", "1e-30",
        "7",
        "7.0000001", "180", "90.0000001", "2147483648", "1e18", "1e20", "100000",
    ]

    static let integers: [String] = [
        "0", "-1", "1", "2", "3", "5", "6", "99", "2147483647", "-2147483648", "32767",
    ]

    static let days: [String] = [
        "infinity", "-infinity", "0001-01-01", "9999-12-31", "10000-01-01", "4713-01-01 BC",
        "0044-03-15 BC", "5874897-12-31", "2024-02-29", "1900-02-28", "2026-11-22", "2026-11-23",
        "2026-11-24", "2027-01-31", "1582-10-10", "0001-12-31 BC", "294276-12-31",
    ]

    static let documents: [String] = [
        "[]", "{}", "null", "\"x\"", "1e400", "[null]", "[{}]", "[[1]]", "{\"skill\": 1}",
        "[{\"skill\": null}]", "[{\"skill\": \"a\", \"level\": 1e40}]",
        "[{\"skill\": \"\\ud800\", \"level\": 3}]", "[{\"skill\": \"\\udc00\\ud800\"}]",
        "[{\"skill\": \"\\u0000\"}]",
        "[{\"skill\": \"concertation\", \"level\": -9, \"weight\": 1e308}]",
        "[{\"skill\": \"concertation\", \"weight\": \"NaN\"}]",
        "[{\"skill\": \"concertation\", \"mandatory\": \"yes\", \"days\": 1e300}]",
        "[{\"skill\": \"concertation\"}, {\"skill\": \"concertation\"}]",
        "[{\"from\": \"-infinity\", \"to\": \"infinity\", \"days\": 1e99}]",
        "[{\"starts\": \"0001-01-01\", \"ends\": \"9999-12-31\", \"days_per_week\": 7}]",
        "{\"a\": " + String(repeating: "[", count: 600) + String(repeating: "]", count: 600) + "}",
        "[" + Array(repeating: "{\"skill\": \"concertation\"}", count: 3_000).joined(separator: ",")
            + "]",
    ]
}

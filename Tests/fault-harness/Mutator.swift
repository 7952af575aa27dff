import Foundation
import TestSupport

/// Changes the bytes of a file as chance has it.
enum Mutator {
    /// One to four changes of a file.
    ///
    /// - Parameters:
    ///   - bytes: What it holds.
    ///   - others: Files of its kind, whose pieces may find their way into it.
    static func mutated(
        _ bytes: [UInt8], with others: [[UInt8]], using random: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0 where place < bytes.count:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1:
                bytes.removeSubrange(span(bytes, from: place, 60, &random))
            case 2:
                bytes.insert(
                    contentsOf: bytes[span(bytes, from: place, 200, &random)], at: place)
            case 3:
                let other = others.randomElement(using: &random) ?? []
                let start = Int.random(in: 0...other.count, using: &random)
                bytes.insert(contentsOf: other[span(other, from: start, 200, &random)], at: place)
            case 4: bytes.removeSubrange(place...)
            case 5: replaceValue(in: &bytes, near: place, &random)
            case 6: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default:
                bytes.insert(
                    contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
            }
        }
        return bytes
    }

    private static func span(
        _ bytes: [UInt8], from start: Int, _ longest: Int, _ random: inout SeededGenerator
    ) -> Range<Int> {
        start..<min(bytes.count, start + Int.random(in: 0...longest, using: &random))
    }

    /// Puts something else for what stands between a separator and the next.
    private static func replaceValue(
        in bytes: inout [UInt8], near place: Int, _ random: inout SeededGenerator
    ) {
        let separators = Array(":,\n{[".utf8)
        guard let start = bytes[place...].firstIndex(where: separators.contains) else { return }
        let end =
            bytes[(start + 1)...].firstIndex { Array(",\n}]".utf8).contains($0) } ?? bytes.count
        let value =
            (tokens + HostileValues.numbers + HostileValues.days + HostileValues.texts)
            .randomElement(using: &random) ?? ""
        bytes.replaceSubrange(start + 1..<max(end, start + 1), with: Array(" \(value)".utf8))
    }

    private static let tokens: [String] = [
        "\"", "'", "{", "}", "[", "]", ",", ": ", "- ", "\n", "\n  ", "\t", "#", "|", ">", "|+\n",
        "&a ",
        "*a", "&a [*a]", "!!binary ", "!!float ", "!!set ", "!<x> ", "<<: ", "? ", "---\n", "...\n",
        "%YAML 9.9\n", "%TAG ! x\n", "~", "null", "yes", "on", "0x7fffffffffffffff", "0o17",
        "1_000",
        ".inf", "-.inf", ".nan", "1e999", "-1", "9223372036854775808", "99999999999999999999",
        "12:30:45", "2026-11-23", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{1B}", "\u{0}", "\\",
        "\\x00",
        "\"\\uD800\"", "\"\\", "$1", "$2", ";", "--", "/*", "'';", "\r", "\r\n", "\"\"\"", ",,,,",
        String(repeating: "[", count: 2_000), String(repeating: "{a: ", count: 2_000),
        String(repeating: "- ", count: 20_000), String(repeating: "[", count: 100_000),
        String(repeating: "x", count: 100_000), String(repeating: "\"a\",", count: 10_000),
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\n",
    ]
}

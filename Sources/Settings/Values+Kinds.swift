internal import Mail
internal import Market
internal import SystemPackage

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Values {
    mutating func text(_ key: String, default fallback: String) -> String {
        read(key, "a text", fallback: fallback, make: \.self) ?? fallback
    }

    /// A key of small letters, digits, - and _; empty where there is none.
    mutating func key(_ key: String) -> String {
        let expected = "a key of small letters, digits, - and _, a letter first, such as lyon"
        return read(key, expected, fallback: nil) { text in
            text.utf8.count <= 60 && text.wholeMatch(of: /[a-z][a-z0-9_-]*/) != nil ? text : nil
        } ?? ""
    }

    /// A text that may be missing, unless it is `neededAs` something says.
    mutating func text(_ key: String, _ expected: String, neededAs reason: String?) -> String? {
        optional(key, expected, neededAs: reason, make: \.self)
    }

    /// A text that is never shown, also where `make` refuses it.
    mutating func secret(
        _ key: String, _ expected: String, make: (String) -> Secret? = { Secret($0) }
    ) -> Secret? {
        read(key, expected, fallback: nil, isSecret: true, make: make)
    }

    /// A path, made absolute from the root.
    mutating func path(_ key: String, default fallback: String) -> String {
        let path = read(key, "a path", fallback: fallback, make: \.self) ?? fallback
        return root.pushing(FilePath(path)).lexicallyNormalized().string
    }

    mutating func whole(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return read(key, expected, fallback: String(fallback)) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        } ?? fallback
    }

    mutating func number(
        _ key: String, default fallback: Double, in range: ClosedRange<Double>
    ) -> Double {
        let expected = "a number from \(range.lowerBound.brief) to \(range.upperBound.brief)"
        return read(key, expected, fallback: fallback.brief) {
            Double($0).flatMap { range.contains($0) ? $0 : nil }
        } ?? fallback
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, default fallback: Choice
    ) -> Choice {
        let names = Choice.allCases.map(\.rawValue)
        let expected = "one of \(names.joined(separator: ", "))"
        return read(key, expected, fallback: fallback.rawValue, make: Choice.init) ?? fallback
    }

    mutating func day(_ key: String, default fallback: Day) -> Day {
        read(key, "a date, YYYY-MM-DD", fallback: fallback.description) { Day($0) } ?? fallback
    }

    /// An e-mail address, alone or as `Name <address>`, as it is written.
    mutating func address(_ key: String, default fallback: String) -> String {
        let expected = "an address, such as name@example.org or Name <name@example.org>"
        var needsUnicode = false
        let written = read(key, expected, fallback: fallback) { text in
            do throws(MailError) {
                _ = try MailAddress(written: text, field: key)
            } catch .localPart {
                needsUnicode = true
            } catch {
                return nil as String?
            }
            return text
        }
        if needsUnicode {
            refuse(
                key, "ASCII before the @ (other letters need SMTPUTF8, which is not supported yet)",
                found: written?.quoted)
        }
        return written ?? fallback
    }

    /// A URL that may be missing, unless it is `neededAs` something says. One with a password in it
    /// is refused unseen.
    mutating func url(_ key: String, neededAs reason: String?) -> String? {
        let expected = "an http or https URL without user or password"
        return optional(key, expected, neededAs: reason, shows: { !$0.contains("@") }) { text in
            guard let url = URL(string: text),
                ["http", "https"].contains(url.scheme?.lowercased()),
                url.host?.isEmpty == false, url.user == nil, url.password == nil
            else { return nil }
            return text
        }
    }

    private mutating func optional<Value>(
        _ key: String, _ expected: String, neededAs reason: String?,
        shows: (String) -> Bool = { _ in true }, make: (String) -> Value?
    ) -> Value? {
        let value = read(key, expected, fallback: nil, shows: shows, make: make)
        if value == nil, let reason, entries.last?.origin == .fallback {
            refuse(key, "\(expected), since \(reason)", found: "nothing")
        }
        return value
    }
}

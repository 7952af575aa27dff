internal import Market

extension Fields {
    /// The page of the row on the platform: an absolute http or https address that may stand in a
    /// link as it is. Anything else is left out.
    mutating func url() -> String? {
        guard case .text(let text) = self[.url], !text.isBlank else { return nil }
        let url = text.trimmed
        guard Self.isWebAddress(url) else {
            drop(.url, .unreadable(expected: .a(.address)))
            return nil
        }
        return url
    }

    private static func isWebAddress(_ url: String) -> Bool {
        let scheme = url.prefix { $0 != ":" }
        guard ["http", "https"].contains(scheme.lowercased()), url.unicodeScalars.count <= 2_000,
            url.dropFirst(scheme.count).hasPrefix("://")
        else { return false }
        let host = url.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
        guard let last = host.split(separator: "@", omittingEmptySubsequences: false).last,
            last.first.map({ $0.isLetter || $0.isNumber || $0 == "[" }) ?? false
        else { return false }
        return url.unicodeScalars.allSatisfy { isPrinted($0) && !forbidden.contains($0) }
    }

    /// Letters that no address has as they are, and that a link might end at.
    private static let forbidden = Set("\"<>\\^`{|}".unicodeScalars)

    /// Whether a letter, digit or sign is seen: no white space, no control or format character.
    private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate,
            .privateUse, .unassigned:
            false
        default: true
        }
    }
}

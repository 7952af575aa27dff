/// A code of the Common Procurement Vocabulary (Regulation (EC) No 213/2008), such as 72224000.
///
/// Its first two digits name a division of what is bought, the third a group within it, the rest
/// classes and categories within that; a zero says nothing closer.
public struct ProcurementCode: Sendable, Hashable {
    /// The eight digits, without the check digit.
    public let digits: String

    /// Reads eight digits, perhaps with a check digit (`72224000-1`), and nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = parts.map(\.count)
        guard lengths == [8] || lengths == [8, 1],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            !parts[0].hasPrefix("00")
        else { return nil }
        digits = String(parts[0])
    }

    private var division: Substring { digits.prefix(2) }

    /// The first three digits, where they name a group.
    private var group: Substring? {
        let group = digits.prefix(3)
        return group.hasSuffix("0") ? nil : group
    }

    /// Whether both are of one group, or of one division where either names no group.
    public func isLike(_ other: ProcurementCode) -> Bool {
        guard let group, let others = other.group else { return division == other.division }
        return group == others
    }
}

extension ProcurementCode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = ProcurementCode(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a CPV code of eight digits")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}

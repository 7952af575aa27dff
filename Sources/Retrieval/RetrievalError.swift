/// Why rows cannot be searched.
public enum RetrievalError: Error, Sendable, Hashable {
    /// Rows that do not fit: another number of values, or another dimension than the other side's.
    case shape(expected: String, found: String)
    /// A row holds a number that is not finite.
    case notFinite(row: Int)
    /// An 8-bit first pass was asked for, and this machine cannot make one.
    case noEightBitProduct(reason: String)
}

extension RetrievalError: CustomStringConvertible {
    /// What was expected, what was found, where.
    public var description: String {
        switch self {
        case .shape(let expected, let found): "expected \(expected), found \(found)"
        case .notFinite(let row): "expected finite numbers, found another in row \(row)"
        case .noEightBitProduct(let reason): "no 8-bit product on this machine: \(reason)"
        }
    }
}

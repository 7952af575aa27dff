public import Foundation

/// An instant: PostgreSQL's `timestamptz`. A `timestamp` without time zone is read as UTC.
///
/// Exact to the microsecond for some 140 years around 2001. The infinities become
/// `Date.distantFuture` and `Date.distantPast`.
extension Date: PostgresDecodable {
    /// Seconds from 2000-01-01, where PostgreSQL counts from, to 2001-01-01, where `Date` does.
    private static let shift = 31_622_400.0

    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .timestamptz || cell.type == .timestamp else {
            throw cell.mismatch("timestamptz or timestamp")
        }
        switch try cell.integer(Int64.self, in: cell.bytes) {
        case .max: self = .distantFuture
        case .min: self = .distantPast
        case let microseconds:
            self.init(timeIntervalSinceReferenceDate: Double(microseconds) / 1e6 - Self.shift)
        }
    }
}

public import Market

/// A query of a job that lost more rows since the last completed run than may be.
public struct Shrinkage: Sendable, Hashable {
    /// What its rows are: needs, candidates, tenders.
    public let source: String
    /// The query's file.
    public let file: String
    /// Rows that it returns now.
    public let returned: Int
    /// Those of them that make sense.
    public let usable: Int
    /// Rows that made sense to the last completed run.
    public let before: Int
    /// Number of that run.
    public let run: Int
    /// The day that it took for today.
    public let asOf: Day

    /// A source of fewer rows changes by halves in the course of things: it shrinks only to nothing.
    static let fewest = 5

    /// Whether a source lost more than a share of its rows, or all.
    ///
    /// - Parameters:
    ///   - now: Rows that are left.
    ///   - before: Rows that there were.
    ///   - share: Share that may go, 0 to 1; 1: all of it.
    package static func isShrunk(to now: Int, from before: Int, losing share: Double) -> Bool {
        guard share < 1, now < before else { return false }
        return now <= 0 || before >= fewest && Double(before - now) > share * Double(before)
    }
}

extension Shrinkage: CustomStringConvertible {
    public var description: String {
        let now =
            switch (returned, usable) {
            case (0, _): "no row"
            case (usable, 1): "1 row"
            case (usable, _): "\(usable) rows"
            default: "\(returned) \(returned == 1 ? "row" : "rows"), of which \(usable) make sense"
            }
        return "\(source) (\(file)): \(now) now, \(before) in run \(run) of \(asOf)"
    }
}

public import Ledger
internal import Settings

/// Why a job stops before anything is withdrawn: sources are empty, or lost more of their rows since
/// its last completed run than `run.shrink` allows.
public struct SourcesShrunk: Error, Sendable, Hashable, CustomStringConvertible {
    public let shrinkages: [Shrinkage]
    /// Share of its rows that a source may lose, as configured.
    public let share: Double

    public var description: String {
        let sources = shrinkages.map { "\n  \($0)" }.joined()
        return """
            stopped before anything is withdrawn, since a source is empty or lost more than \
            \((share * 100).brief) % of its rows (run.shrink):\(sources)
            If the platform is right, run it once with --accept-shrink; otherwise mend the table or the \
            query, and run it again.
            """
    }
}

public import Ledger
public import Market
public import Verbs

/// What came of a run.
public struct RunSummary: Sendable {
    public let job: String
    /// Number of the run; nil for a dry run.
    public let run: Int?
    public let verb: any Verb
    public let asOf: Day
    public let results: RunResults
    /// What changed in the ledger; nil for a dry run.
    public let counts: RunCounts?
    public let stages: [RecordedRun.Stage]

    /// Seconds of all stages.
    public var seconds: Double { stages.reduce(0) { $0 + $1.seconds } }

    /// Needs that nobody was found for.
    public var unmatched: [NeedOutcome] { results.outcomes.filter { $0.suggested == 0 } }

    /// One line for the log of a night.
    public var line: String {
        get throws {
            let verb = type(of: verb)
            var parts: [String] = []
            if let counts {
                parts.append(
                    "\(counts.new) new \(verb.plural), \(counts.changed) changed, "
                        + "\(counts.unchanged) unchanged, \(counts.closed) withdrawn")
            } else {
                parts.append(try verb.counted(results) + ", nothing written")
            }
            if !unmatched.isEmpty {
                parts.append(
                    "\(unmatched.count) of \(results.outcomes.count) needs without anybody")
            }
            parts += try verb.remarks(on: results.figures)
            if !results.setAside.isEmpty {
                let count = results.setAside.count
                parts.append("\(count) \(count == 1 ? "row" : "rows") set aside")
            }
            parts.append("\((seconds * 10).rounded() / 10) s")
            return "\(job) \(asOf): " + parts.joined(separator: "; ")
        }
    }
}

public import Ledger
public import Market

/// What came of a run.
public struct RunSummary: Sendable {
    public let job: String
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
        var parts: [String] = []
        if let counts {
            let news = results.bids.isEmpty ? counts.suggestions : counts.bids
            let what = results.bids.isEmpty ? "suggestions" : "bids"
            parts.append(
                "\(news.new) new \(what), \(news.changed) changed, \(news.unchanged) unchanged, "
                    + "\(news.closed) withdrawn")
        } else {
            let formed = results.bids.count { $0.status != .none }
            parts.append(
                results.bids.isEmpty
                    ? "\(results.suggestionCount) suggestions, nothing written"
                    : "\(formed) bids for \(results.bids.count) tenders, nothing written")
        }
        if !unmatched.isEmpty {
            parts.append("\(unmatched.count) of \(results.outcomes.count) needs without anybody")
        }
        if let trade = results.trade, trade.served < trade.due {
            parts.append(
                "\(trade.due - trade.served) of \(trade.due) members wait longer than they should, "
                    + "for want of places")
        }
        if !results.setAside.isEmpty {
            let count = results.setAside.count
            parts.append("\(count) \(count == 1 ? "row" : "rows") set aside")
        }
        parts.append("\((seconds * 10).rounded() / 10) s")
        return "\(job) \(asOf): " + parts.joined(separator: "; ")
    }
}

public import Market
internal import Postgres

/// Why `entremise.decide` recorded nothing, in its words.
public struct RefusedDecision: Sendable, Equatable, CustomStringConvertible {
    public let cause: Cause
    public let message: String
    /// What to do; nil where the message says it.
    public let hint: String?
    /// What was said before, where it was the same.
    public internal(set) var last: Last?

    public var description: String {
        if let last { return "it was \(last); nothing was recorded" }
        return message + (hint.map { ". \($0)" } ?? "")
    }

    /// The last word on a key: `accepted already, by Nina on 2026-11-23`.
    public struct Last: Sendable, Equatable, CustomStringConvertible {
        public let verdict: Decision.Verdict
        public let decidedBy: String
        /// The day in the network's time zone.
        public let day: Day

        public var description: String {
            "\(verdict.rawValue) already, by \(decidedBy) on \(day)"
        }
    }

    /// The case that it refuses, by the name that the function gives to it.
    public enum Cause: String, Sendable, CaseIterable {
        case keyMissing = "no_key"
        case unknownVerdict = "unknown_verdict"
        case reasonMissing = "no_reason"
        case nobodyNamed = "nobody_named"
        case unknownJob = "unknown_job"
        case unknownNetwork = "unknown_network"
        case unknownKind = "unknown_kind"
        /// Nothing is in force under the key.
        case nothingProposed = "nothing_proposed"
        case severalNetworks = "several_networks"
        case severalJobs = "several_jobs"
        /// The bid says that no group can bid.
        case noGroup = "no_group"
        /// The tender is lost or closed.
        case tenderOver = "tender_over"
        case saidAlready = "said_already"
    }

    /// nil for an error that is none of the function's own.
    init?(_ error: PostgresError) {
        guard let cause = error.constraint.flatMap(Cause.init) else { return nil }
        self.cause = cause
        message = error.message
        hint = error.hint
    }
}

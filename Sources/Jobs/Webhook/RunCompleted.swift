internal import Foundation
internal import Hashing
internal import Ledger
internal import Market
internal import Settings
internal import Verbs
internal import Webhook

/// What the webhook tells of a run that completed: its body, by the names of `docs/integration.md`.
struct RunCompleted: Encodable {
    private let type = "run.completed"
    /// When it is told, in ISO 8601.
    let timestamp: String
    let data: Contents

    struct Contents: Encodable {
        /// Key of the network; empty where the installation has one.
        let network: String
        let networkName: String
        let job: String
        let run: Int
        let asOf: Day
        let status = "completed"
        /// By kind of proposal.
        let counts: [String: Counts]
        let needs: Int
        let needsWithoutAnybody: Int
        let rowsSetAside: Int
        let programVersion: String
        /// Where the report of the night is served, once it is made; nil where that is not said.
        let report: String?

        enum CodingKeys: String, CodingKey {
            case network
            case networkName = "network_name"
            case job, run
            case asOf = "as_of"
            case status, counts, needs
            case needsWithoutAnybody = "needs_without_anybody"
            case rowsSetAside = "rows_set_aside"
            case programVersion = "program_version"
            case report
        }
    }

    /// How the proposals of a kind compare with those in force before.
    struct Counts: Encodable {
        let new: Int
        /// As they were, or in another form.
        let standing: Int
        /// Those of them in another form.
        let changed: Int
        let withdrawn: Int
    }

    /// nil of a dry run, which leaves nothing to be told.
    ///
    /// - Parameters:
    ///   - summary: What came of the run.
    ///   - job: Its job.
    ///   - configuration: The network's key and name, and where reports are served.
    ///   - moment: When it is told.
    init?(
        _ summary: RunSummary, of job: JobFile, _ configuration: Configuration, at moment: Date
    ) {
        guard let run = summary.run, let counts = summary.counts else { return nil }
        timestamp = moment.ISO8601Format()
        let told = Counts(
            new: counts.new, standing: counts.unchanged + counts.changed, changed: counts.changed,
            withdrawn: counts.closed)
        let verb = Swift.type(of: summary.verb)
        data = Contents(
            network: configuration.network.key, networkName: configuration.network.name,
            job: summary.job, run: run, asOf: summary.asOf,
            counts: [verb.kind: told], needs: summary.results.outcomes.count,
            needsWithoutAnybody: summary.unmatched.count,
            rowsSetAside: summary.results.setAside.count, programVersion: Program.version,
            report: job.publish.report ? configuration.report.address(of: summary.asOf) : nil)
    }

    /// The message, which has the same id however often the run is told of.
    func message() throws -> WebhookMessage {
        var hasher = Hash.Hasher()
        hasher.combine(field: data.network)
        hasher.combine(field: data.networkName)
        hasher.combine(field: "\(data.job) \(data.run) \(data.asOf)")
        let id = "run_" + hasher.finish().description.prefix(32)
        return WebhookMessage(id: id, body: Array(try JSONEncoder.sorted().text(of: self).utf8))
    }
}

extension Configuration.Report {
    /// Where the report of a night is served; nil where that is not said.
    fileprivate func address(of day: Day) -> String? {
        guard var folder = url else { return nil }
        while folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder)/\(day)/"
    }
}

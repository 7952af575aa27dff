public import Encoding
internal import Foundation
public import Ledger
public import Logging
public import Market
internal import Postgres
public import PostgresCluster
public import Settings
public import Verbs

/// What every command works with: the configuration, the jobs, a day, and a way to the ledger.
public struct Application: Sendable {
    public let configuration: Configuration
    public let asOf: Day
    public let logger: Logger
    public let cancellation: CancellationToken
    public let progress: any ProgressDisplay

    public init(
        configuration: Configuration, asOf: Day, logger: Logger,
        cancellation: CancellationToken = CancellationToken(),
        progress: any ProgressDisplay = NoProgress()
    ) {
        self.configuration = configuration
        self.asOf = asOf
        self.logger = logger
        self.cancellation = cancellation
        self.progress = progress
    }

    /// The private cluster that serves where no database is configured.
    public var cluster: Cluster {
        Cluster(directory: configuration.database.directory, logger: logger)
    }

    /// Connects to the configured database, or to the private cluster, started when it is not
    /// running.
    public func openLedger() throws -> Ledger {
        let conninfo = try configuration.database.conninfo?.revealed ?? cluster.start()
        let database = configuration.database
        do {
            let connection = try Connection(
                conninfo: conninfo,
                limits: TimeLimits(
                    lock: database.lockTimeout, statement: database.statementTimeout),
                logger: logger, isStopped: { [cancellation] in cancellation.cause != nil })
            return Ledger(connection, network: NetworkSource(configuration), logger: logger)
        } catch {
            throw cancellation.cause ?? error
        }
    }

    /// The jobs of the configured folder, all of them or those named, in the order that they run.
    ///
    /// - Throws: ``JobError/unknownJob(_:known:)``; the settings' own error with every problem of
    ///   every file.
    public func jobs(named names: [String] = []) throws -> [JobFile] {
        let all = try JobFile.loadAll(
            configuration.jobs.directory, order: configuration.jobs.order,
            verbs: VerbRegistry.all)
        for name in names where !all.contains(where: { $0.name == name }) {
            throw JobError.unknownJob(name, known: all.map(\.name))
        }
        return names.isEmpty ? all : all.filter { names.contains($0.name) }
    }

    /// Runs jobs one after another. A job that fails does not keep the next from running, nor does a
    /// connection that it lost: the next opens another. What stops them all is a request to stop.
    ///
    /// - Parameters:
    ///   - jobs: What to run, in order.
    ///   - ledger: Where they read and write.
    ///   - isDryRun: Whether to compute everything and write nothing.
    ///   - isFull: Whether to score every pair, also those that did not change since the night
    ///     before.
    ///   - tellsNewsOnly: Whether the summaries hold only suggestions that are new or changed; the
    ///     others are counted, and not explained again. What is written is the same.
    ///   - acceptsShrink: Whether a job goes on where sources lost more rows since its last run than
    ///     `run.shrink` allows (``SourcesShrunk``).
    ///   - finished: Hears of each job as it ends.
    /// - Returns: The summaries of those that went well, and the errors of the others, in order.
    public func run(
        _ jobs: [JobFile], on ledger: borrowing Ledger, isDryRun: Bool = false,
        isFull: Bool = false, tellsNewsOnly: Bool = false, acceptsShrink: Bool = false,
        finished: (JobFile, Result<RunSummary, any Error>) -> Void = { _, _ in }
    ) async throws -> [Result<RunSummary, any Error>] {
        let encoding = try await EncodingChoice(configuration.encoder, cancellation)
        var results: [Result<RunSummary, any Error>] = []
        func run(_ job: JobFile, on ledger: borrowing Ledger) async throws {
            let run = JobRun(
                job: job, configuration: configuration, asOf: asOf, isDryRun: isDryRun,
                isFull: isFull, tellsNewsOnly: tellsNewsOnly, acceptsShrink: acceptsShrink,
                encoding: encoding, cancellation: cancellation, progress: progress)
            let canceller = ledger.canceller
            let token = cancellation.onStop {
                canceller.cancel(orGiveUpAfter: 3, answeredWithin: 5)
            }
            defer { cancellation.remove(token) }
            do {
                let summary = try await run.run(on: ledger)
                await tellWebhook(of: summary, job)
                results.append(.success(summary))
            } catch let error as Cancelled {
                throw error
            } catch {
                results.append(.failure(error))
            }
            if let last = results.last { finished(job, last) }
        }
        for job in jobs {
            if ledger.isOpen {
                try await run(job, on: ledger)
            } else {
                // An earlier job lost the connection.
                do {
                    try await run(job, on: try openLedger())
                } catch let error as Cancelled {
                    throw error
                } catch {
                    results.append(.failure(error))
                    finished(job, .failure(error))
                }
            }
        }
        if !isDryRun, ledger.isOpen { prune(ledger) }
        return results
    }

    /// Erases what is older than the network keeps. Where that fails the night is no worse for it; the
    /// next one tries again.
    private func prune(_ ledger: borrowing Ledger) {
        do {
            let count = try ledger.prune(keepingDays: configuration.run.keepDays, asOf: asOf)
            if count > 0 {
                logger.info(
                    "records older than run.keep_days erased", metadata: ["count": "\(count)"])
            }
        } catch {
            logger.warning(
                "records older than run.keep_days could not be erased",
                metadata: ["reason": "\(error)"])
        }
    }

    /// Runs one job with an encoder of the caller's.
    public func run(
        _ job: JobFile, encoder: any Encoder, on ledger: borrowing Ledger, isDryRun: Bool = false,
        isFull: Bool = false, tellsNewsOnly: Bool = false, acceptsShrink: Bool = false
    ) async throws -> RunSummary {
        let summary = try await JobRun(
            job: job, configuration: configuration, asOf: asOf, isDryRun: isDryRun,
            isFull: isFull, tellsNewsOnly: tellsNewsOnly, acceptsShrink: acceptsShrink,
            encoding: EncodingChoice(encoder), cancellation: cancellation, progress: progress
        ).run(on: ledger)
        await tellWebhook(of: summary, job)
        return summary
    }
}

/// What a command cannot do with the jobs that there are.
public enum JobError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No job file has that name.
    case unknownJob(String, known: [String])
    /// No need of any job has that id.
    case unknownNeed(String, nearest: [String])
    /// The deadline of the need is past.
    case needPast(String, deadline: Day)
    /// No candidate of the job has that id.
    case unknownCandidate(String, job: String, nearest: [String])
    /// No run was recorded up to that day.
    case nothingRecorded(Day)
    /// The private database holds a network that is not the sample.
    case otherNetwork
    /// A file that is needed cannot be read.
    case cannotRead(path: String, reason: String)
    /// A file of results cannot be written.
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .unknownJob(let name, let known):
            "no job is called “\(name)”; there are: \(known.joined(separator: ", "))"
        case .unknownNeed(let id, let nearest):
            "no open need of any job has the id “\(id)”" + Refusal.hint(nearest)
        case .needPast(let id, let deadline):
            "the need “\(id)” can no longer be answered: its deadline was \(deadline)"
        case .unknownCandidate(let id, let job, let nearest):
            "no candidate of the job \(job) has the id “\(id)”" + Refusal.hint(nearest)
        case .nothingRecorded(let day):
            "no run was recorded up to \(day); start one with: entremise run"
        case .otherNetwork:
            "the private database holds a network that is not the sample; to put the sample in its "
                + "place: entremise demo --replace"
        case .cannotRead(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .cannotWrite(let path, let reason):
            "\(path) cannot be written: \(reason)"
        }
    }
}

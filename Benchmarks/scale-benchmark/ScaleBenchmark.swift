internal import Encoding
internal import Foundation
internal import Jobs
internal import Ledger
internal import Logging
internal import Market
internal import Postgres
internal import PostgresCluster
internal import Retrieval
internal import Settings

/// Takes a synthetic network from PostgreSQL through reading, scoring and solving to written
/// suggestions, by the very run that a night makes, and says what each stage cost.
@main
struct ScaleBenchmark {
    let options: Options

    static func main() async throws {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            print(Options.usage)
            return
        }
        let benchmark = ScaleBenchmark(options: options)
        do {
            if options.prepares {
                try benchmark.prepare()
            } else {
                try await benchmark.run()
            }
        } catch {
            print(error)
            exit(1)
        }
    }

    private func configuration() throws -> Configuration {
        let conninfo = try Cluster(directory: options.directory, durable: false).start()
        return try Configuration.load(
            file: options.configuration, environment: ["ENTREMISE_DATABASE_CONNINFO": conninfo])
    }

    /// Makes the network and its vectors; in a process of its own, whose memory does not count.
    private func prepare() throws {
        let configuration = try configuration()
        let conninfo = configuration.database.conninfo?.revealed ?? ""
        let ledger = Ledger(try Connection(conninfo: conninfo))
        try ledger.migrate()
        try SyntheticNetwork(options: options).write(
            to: conninfo, ledger, on: configuration.demo.asOf)
    }

    private func run() async throws {
        let took = try options.isPrepared ? .zero : prepareElsewhere()
        let configuration = try configuration()
        let conninfo = configuration.database.conninfo?.revealed ?? ""
        let application = Application(
            configuration: configuration, asOf: configuration.demo.asOf,
            logger: Logger(label: "scale"))
        let job = try application.jobs(named: [options.job])[0]
        print(
            """
            \(options.candidates) candidates × \(options.needs) needs, \(options.dimension) \
            dimensions, job \(job.name), \(job.match.retrieve) retrieved
            first pass in \(FirstPass.fastest.rawValue): \(FirstPass.fastest.library)
            products that are kept: \(SinglePrecisionProduct.library)
            network made in \(took.formatted)
            """)
        if !options.hasFirstNight { return try await secondNight(job, of: application, conninfo) }
        let hadKept =
            try Connection(conninfo: conninfo).first(
                "SELECT EXISTS (SELECT FROM entremise.scored_market WHERE job = \(job.name))",
                as: Bool.self) ?? false
        let summary = try await run(job, of: application, isFull: true)
        try print(summary.line)
        summary.printStages()
        let product = ProductClock.duration
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let scored = summary.seconds("score")
        let share = (product / .seconds(1)) / Double(threads) / max(scored, 1e-9)
        print(
            """
              matrix products: \(product.formatted) over all threads, \
            \((share * 1_000).rounded() / 10) % of scoring on \(threads)
            """)
        try Copies(conninfo: conninfo, job: job, asOf: application.asOf, hadKept: hadKept).print(
            beside: summary, model: SyntheticEncoder(dimension: options.dimension).model.name)
        if options.hasSecondNight { try await secondNight(job, of: application, conninfo) }
    }

    /// The night after one row in a hundred changed, and beside it a full one on the same rows.
    private func secondNight(_ job: JobFile, of application: Application, _ conninfo: String)
        async throws
    {
        try SyntheticNetwork(options: options).change(on: conninfo)
        let summary = try await run(job, of: application, isFull: false)
        try print("one row in a hundred changed:\n\(summary.line)")
        summary.printStages()
        let recorded = try application.openLedger().recordedRuns(
            asOf: application.asOf, network: "", jobs: [job.name])
        let full = try await run(job, of: application, isFull: true, isDryRun: true)
        try print("the same night, every pair judged, nothing written:\n\(full.line)")
        full.printStages()
        let same =
            Self.printed(recorded?.proposals ?? []) == Self.printed(full.results.proposals)
        let ratio = summary.secondsAfterReading / full.secondsAfterReading
        print(
            """
            after reading, the night of what changed took \((ratio * 1_000).rounded() / 10) % of a \
            full one; what stands then is \(same ? "the same" : "NOT THE SAME"), to the last letter
            """)
    }

    /// All that people see of proposals, one a line, as its hash.
    private static func printed(_ proposals: [Proposal]) -> [String] {
        proposals.map { "\($0.key) \($0.position ?? 0) \($0.content)" }.sorted()
    }

    private func run(
        _ job: JobFile, of application: Application, isFull: Bool, isDryRun: Bool = false
    ) async throws -> RunSummary {
        try await application.run(
            job, encoder: SyntheticEncoder(dimension: options.dimension),
            on: try application.openLedger(), isDryRun: isDryRun, isFull: isFull,
            tellsNewsOnly: !isFull)
    }

    private func prepareElsewhere() throws -> Duration {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = Array(CommandLine.arguments.dropFirst()) + ["--prepare"]
        let clock = ContinuousClock()
        return try clock.measure {
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw ScaleError.failed("making the network")
            }
        }
    }
}

enum ScaleError: Error, CustomStringConvertible {
    case failed(String)

    var description: String {
        switch self {
        case .failed(let what): "\(what) failed; its own words are above"
        }
    }
}

extension RunSummary {
    func seconds(_ stage: String) -> Double { stages.first { $0.name == stage }?.seconds ?? 0 }

    var secondsAfterReading: Double {
        stages.filter { $0.name != "read" }.reduce(0) { $0 + $1.seconds }
    }

    func printStages() {
        for stage in stages {
            print(
                """
                  \(stage.name): \(stage.count), \(Duration.seconds(stage.seconds).formatted), \
                peak \(stage.peakBytes >> 20) MiB
                """)
        }
    }
}

extension Duration {
    /// Seconds with a hundredth.
    var formatted: String { "\(((self / .seconds(1)) * 100).rounded() / 100) s" }
}

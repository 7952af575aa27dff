public import ArgumentParser
import Foundation
import Jobs
import Logging
public import Market
import Settings
import Verbs

/// What every command accepts.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The configuration.", valueName: "file"))
    var config: String?

    @Flag(name: .shortAndLong, help: "Show the log, down to each step.")
    var verbose = false

    /// Opens a night for a day; today where none is given.
    func application(asOf: Day? = nil, cancellation: CancellationToken = CancellationToken()) throws
        -> Application
    {
        let configuration = try Configuration.load(
            file: config, environment: ProcessInfo.processInfo.environment)
        var logger = Logger(label: "entremise") { StreamLogHandler.standardError(label: $0) }
        let level = Logger.Level(rawValue: configuration.log.level.rawValue) ?? .info
        logger.logLevel = verbose ? .debug : max(level, .warning)
        let isTerminal = isatty(STDERR_FILENO) == 1
        return Application(
            configuration: configuration,
            asOf: asOf ?? Day(of: .now, in: configuration.network.timeZone), logger: logger,
            cancellation: cancellation,
            progress: isTerminal ? TerminalProgress() : NoProgress())
    }
}

/// `--as-of`.
struct DayOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Take this day for today (YYYY-MM-DD).", valueName: "date"))
    var asOf: Day?
}

/// `--json`.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON, for machines.")
    var json = false
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Day {
    /// The day that a moment falls on in a time zone of the IANA database; in UTC where there is none
    /// of that name.
    init(of moment: Date, in timeZone: String) {
        let seconds = TimeZone(identifier: timeZone)?.secondsFromGMT(for: moment) ?? 0
        let local = moment.timeIntervalSince1970 + Double(seconds)
        self.init(number: Int((local / 86_400).rounded(.down)))
    }
}

/// Prints values as JSON with sorted keys.
func printJSON(_ value: some Encodable) throws {
    print(try JSONEncoder.sorted(isIndented: true).text(of: value))
}

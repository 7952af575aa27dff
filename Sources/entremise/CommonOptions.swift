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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The network, where there are several: a file of config/networks, without .yaml.",
            valueName: "name"))
    var network: String?

    @Flag(name: .shortAndLong, help: "Show the log, down to each step.")
    var verbose = false

    func validate() throws {
        if config != nil, network != nil {
            throw ValidationError("Say either --config or --network: both name the configuration.")
        }
    }

    /// Opens a night for a day; today where none is given.
    ///
    /// - Parameter isOfAll: Whether the command is for the whole database, so that it needs no network
    ///   to be named where there are several.
    func application(
        asOf: Day? = nil, cancellation: CancellationToken = CancellationToken(),
        isOfAll: Bool = false
    ) throws -> Application {
        let configuration = try configuration(isOfAll: isOfAll)
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

extension CommonOptions {
    private func configuration(isOfAll: Bool) throws -> Configuration {
        let environment = ProcessInfo.processInfo.environment
        let networks = Configuration.networks(environment: environment)
        let names = networks.map(\.name).joined(separator: ", ")
        if let network {
            guard let found = networks.first(where: { $0.name == network }) else {
                throw ValidationError(
                    "No network is called “\(network)”; config/networks has: "
                        + (names.isEmpty ? "none" : names))
            }
            return try Configuration.load(file: found.file, environment: environment)
        }
        if config == nil, environment["ENTREMISE_CONFIG"] == nil, !networks.isEmpty, !isOfAll {
            throw ValidationError("There are several networks; say which: --network \(names)")
        }
        return try Configuration.load(file: config, environment: environment)
    }
}

/// `--as-of`.
struct DayOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Take this day for today (YYYY-MM-DD).", valueName: "date"))
    var asOf: Day?
}

/// `--language`.
struct LanguageOption: ParsableArguments {
    @Option(name: .long, help: "Language of the answer. Without it: the network's.")
    var language: Language?

    /// The language that an answer is written in.
    func language(in application: Application) -> Language {
        language ?? application.configuration.network.language
    }
}

/// `--json`.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON, for machines.")
    var json = false
}

extension Language: ExpressibleByArgument {}

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

import ArgumentParser
import Glibc
import Jobs

/// The command: a thin layer over ``Jobs``.
@main
struct Entremise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entremise",
        abstract: "Finds, each night, who in a network could help whom, and says why.",
        discussion: """
            Reads missions, service requests, tenders and members' skills from PostgreSQL, scores \
            every match, forms joint bids, and writes suggestions back; then makes a report for \
            coordinators and a digest for members.

            New here? “entremise demo” shows a whole night on an invented network. To put it beside \
            your platform: “entremise migrate”, “entremise check”, “entremise run --dry-run”.

            Settings are in config/entremise.yaml, each with its default; ENTREMISE_… variables \
            override them.
            """,
        version: Program.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Every night",
                subcommands: [RunCommand.self, ReportCommand.self, DigestCommand.self]),
            CommandGroup(name: "The morning after", subcommands: [DecideCommand.self]),
            CommandGroup(
                name: "To understand",
                subcommands: [
                    DemoCommand.self, WhyCommand.self, WhyNotCommand.self, LearnCommand.self,
                    BidCommand.self, CheckCommand.self, EvaluateCommand.self,
                    EncodingRateCommand.self, UsualSignalsCommand.self,
                ]),
            CommandGroup(
                name: "To set up and move data",
                subcommands: [
                    MigrateCommand.self, ImportCommand.self, ExportCommand.self,
                    DatabaseCommand.self,
                ]),
        ])

    /// Runs the command, and turns what it throws into a message and a documented exit code.
    static func main() async {
        // Reports, exports and messages hold rates, turnovers and addresses.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(after: error)
        }
    }
}

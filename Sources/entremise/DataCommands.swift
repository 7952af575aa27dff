import ArgumentParser
import Jobs
import Ledger
import Postgres

/// `entremise migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Create or update the tables in the database.",
        discussion: """
            Applies the numbered migrations that the database does not have yet, each in its own \
            transaction. Refused where the database is newer than the program, or where a migration \
            that was applied has been altered since.
            """)

    @OptionGroup var options: NightOptions

    func run() async throws {
        let ledger = try options.night().openLedger()
        let applied = try ledger.migrate()
        print(
            applied.isEmpty ? "up to date" : "applied: " + applied.joined(separator: ", "))
    }
}

/// `entremise import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a whole network from a folder with one CSV file a table.",
        discussion: """
            Headers are the columns of the tables of schema network. All of it is taken or nothing: \
            then every problem is listed with its file and line.
            """)

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String
    @Flag(name: .long, help: "Remove what the network holds first.")
    var replace = false
    @OptionGroup var options: NightOptions

    func run() async throws {
        let ledger = try options.night().openLedger()
        for count in try ledger.importNetwork(from: folder, replace: replace) {
            print("\(count.table): \(count.rows)")
        }
    }
}

/// `entremise export`.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole network to a folder, one CSV file a table.",
        discussion: "What is written can be imported again, without a changed byte.")

    @Argument(help: ArgumentHelp("The folder; it is made if it is missing.", valueName: "dir"))
    var folder: String
    @OptionGroup var options: NightOptions

    func run() async throws {
        let ledger = try options.night().openLedger()
        for count in try ledger.exportNetwork(to: folder) {
            print("\(count.table): \(count.rows)")
        }
    }
}

/// `entremise database`.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Start, stop or look at the private PostgreSQL.",
        discussion: """
            Where no database.conninfo is configured, a private cluster serves, in the folder of \
            database.directory, reachable by a socket only. Other commands start it when they need \
            it.
            """,
        subcommands: [Start.self, Stop.self, Status.self], defaultSubcommand: Status.self)

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Start it, and print its connection string.")
        @OptionGroup var options: NightOptions

        func run() async throws { print(try options.night().cluster.start()) }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop it.")
        @OptionGroup var options: NightOptions

        func run() async throws {
            try options.night().cluster.stop()
            print("stopped")
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether it runs, since when, and how to connect.")
        @OptionGroup var options: NightOptions

        func run() async throws { print(try options.night().cluster.status()) }
    }
}

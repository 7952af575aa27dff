import ArgumentParser
import Jobs
import Ledger
import Market
import PostgresCluster

/// `entremise migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Create or update the tables in the database.",
        discussion: """
            Applies the numbered migrations that the database does not have yet, each in its own \
            transaction. Refused where the database is newer than the program, or where a migration \
            that was applied has been altered since.

            The schemas network and entremise are created, or used where an administrator created \
            them. The role that the nights connect as needs no right to create anything: with \
            --grant it is given what a run needs and nothing else, by the owner of the tables; to \
            be repeated after every migration.

            With --print nothing is done and no database is asked: the SQL is for an administrator \
            to read, and to run with psql.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Give this role what a run needs; one that is missing is created, without login.",
            valueName: "role"))
    var grant: String?
    @Flag(name: .long, help: "Print the SQL instead, without connecting.")
    var print = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --print: leave out migrations up to this one, which the database has had.",
            valueName: "number"))
    var after: Int?
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if after != nil, !print { throw ValidationError("--after goes with --print") }
        if let after, after < 0 { throw ValidationError("--after takes a number from 0") }
        if let grant, grant.isEmpty || grant.contains("\0") {
            throw ValidationError("--grant takes the name of a role")
        }
    }

    func run() async throws {
        if print {
            Swift.print(
                try Ledger.script(after: after ?? 0, grantingTo: grant), terminator: "")
            return
        }
        let ledger = try options.application(isOfAll: true).openLedger()
        let applied = try ledger.migrate()
        Swift.print(
            applied.isEmpty ? "up to date" : "applied: " + applied.joined(separator: ", "))
        guard let grant else { return }
        switch try ledger.grantService(role: grant) {
        case .granted(let role, let isNew):
            Swift.print(
                "granted: “\(role)” may do what a run needs"
                    + (isNew
                        ? "; it is new, and for others to be members of: it cannot log in" : ""))
        case .roleMissing(let role, let statement):
            Failure.complain(
                "There is no role “\(role)”, and yours may not create it: say as an administrator, "
                    + "then run this again:\n  \(statement);")
            throw SilentFailure(code: Jobs.ExitCode.noPermission.rawValue)
        }
    }
}

/// `entremise import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a whole network, or a thesaurus, from a folder of CSV files.",
        discussion: """
            import DIR reads a network, import esco DIR and import rome DIR read a thesaurus. All of \
            it is taken or nothing: then every problem is listed with its file and line. A folder \
            that is itself called esco or rome is given as ./esco.
            """,
        subcommands: [Network.self, ESCO.self, ROME.self], defaultSubcommand: Network.self)

    struct Network: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "network",
            abstract: "Read a whole network from a folder with one CSV file a table.",
            discussion: """
                Headers are the columns of the tables of schema network. All of it is taken or \
                nothing: then every problem is listed with its file and line.
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String
        @Flag(name: .long, help: "Remove what the network holds first.")
        var replace = false
        @OptionGroup var options: CommonOptions

        func run() async throws {
            let ledger = try options.application(isOfAll: true).openLedger()
            for count in try ledger.importNetwork(from: folder, replace: replace) {
                print("\(count.table): \(count.rows)")
            }
        }
    }

    struct ESCO: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "esco",
            abstract: "Read occupations and skills of ESCO, the European classification.",
            discussion: """
                Reads the CSV files that the European Commission publishes, in French, English or \
                both: occupations_fr.csv, occupations_en.csv, skills_fr.csv, skills_en.csv and, \
                where it is there, occupationSkillRelations_fr.csv (or _en). Titles and skills of \
                the network that bear one of these names are then known by the others too. What was \
                imported before makes way; the same files again change nothing.
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String
        @OptionGroup var options: CommonOptions

        func run() async throws { try ImportCommand.read(.esco, from: folder, options) }
    }

    struct ROME: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rome",
            abstract: "Read occupations and skills of ROME, the French register.",
            discussion: """
                Reads the CSV files that France Travail publishes: metiers.csv, metiers_exemple.csv \
                and, where they are there, metiers_definition.csv, competences.csv and \
                correspondances.csv. Titles and skills of the network that bear one of these names \
                are then known by the others too. What was imported before makes way; the same \
                files again change nothing.
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
        var folder: String
        @OptionGroup var options: CommonOptions

        func run() async throws { try ImportCommand.read(.rome, from: folder, options) }
    }

    fileprivate static func read(
        _ scheme: Concept.Scheme, from folder: String, _ options: CommonOptions
    ) throws {
        let count = try options.application(isOfAll: true).openLedger().importThesaurus(
            scheme, from: folder)
        print("occupations: \(count.occupations)")
        print("skills: \(count.skills)")
        print("relations: \(count.relations)")
        if count.relationsLeftOut > 0 {
            print("relations of which one end is not there, left out: \(count.relationsLeftOut)")
        }
        if count.isUnchanged { print("all of it was there already") }
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
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let ledger = try options.application(isOfAll: true).openLedger()
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
        @OptionGroup var options: CommonOptions

        func run() async throws { print(try options.application(isOfAll: true).cluster.start()) }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop it.")
        @OptionGroup var options: CommonOptions

        func run() async throws {
            try options.application(isOfAll: true).cluster.stop()
            print("stopped")
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether it runs, since when, and how to connect.")
        @OptionGroup var options: CommonOptions

        func run() async throws { print(try options.application(isOfAll: true).cluster.status()) }
    }
}

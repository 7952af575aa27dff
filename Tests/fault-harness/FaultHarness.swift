import ArgumentParser
import Foundation
import TestSupport

/// The fault harness: everything that a night may meet, many times over, on a server of its own.
@main
struct FaultHarness: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault-harness",
        abstract: "Breaks nights in every way, and looks at what is left each time.",
        discussion: """
            Kills commands at random moments and at every message that they send to the database, sets \
            misbehaving encoders before them, fills all tables with hostile rows, and mutates their \
            files. After each the promises are looked up: nothing by halves, no lock left, “latest” \
            whole, nothing told twice, the next night equal to a full one.

            The same seed does the same. Each fault is printed with what repeats it; the table at the \
            end counts what was tried. Exits with 1 where there was a fault.
            """)

    @Option(help: "What chance starts from.") var seed: UInt64 = 1
    @Option(help: "Kills, and connections cut.") var kills = 0
    @Option(help: "Misbehaving servers.") var servers = 0
    @Option(help: "Hostile rows.") var rows = 0
    @Option(help: "Queries of jobs with hostile values in a column.") var queries = 0
    @Option(help: "Mutated files.") var mutations = 0
    @Option(help: "Number of the first of each kind, to repeat one.") var first = 0
    @Option(help: "Minutes after which no more is tried.") var minutes = 1440.0

    func run() async throws {
        var tally = Tally(seed: seed, minutes: minutes)
        try await Kills().run(first..<first + kills, &tally)
        try await BadServers().run(first..<first + servers, &tally)
        try await HostileRows().run(first..<first + rows, &tally)
        try await OwnQueries().run(first..<first + queries, &tally)
        try await Mutations().run(first..<first + mutations, &tally)
        print(tally.table)
        if tally.faults > 0 { throw ArgumentParser.ExitCode.failure }
    }
}

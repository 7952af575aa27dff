import ArgumentParser
import Jobs
import Ledger
import Market
import Settings

/// `entremise report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the night's report: a page for coordinators, CSV and JSON beside it.",
        discussion: """
            Reads what was recorded, so it can be made again at any time, for any past night \
            (--as-of). Prints the path of the page.
            """)

    @OptionGroup var day: DayOption
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let application = try options.application(asOf: day.asOf)
        let jobs = try application.jobs()
        let ledger = try application.openLedger()
        print(try application.publishReport(from: ledger, jobs: jobs))
    }
}

/// `entremise digest`.
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Write a message to each member who has news and wants it.",
        discussion: """
            One .eml file a member, in the folder of digest.outbox, each in its reader's language. \
            What a member was told is recorded: nobody hears of the same thing twice.
            """)

    @Flag(name: .long, help: "Say who would be written to, and write nothing.")
    var dryRun = false
    @OptionGroup var day: DayOption
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let application = try options.application(asOf: day.asOf)
        let jobs = try application.jobs()
        let ledger = try application.openLedger()
        let paths = try await application.publishDigests(from: ledger, jobs: jobs, isDryRun: dryRun)
        if dryRun { for member in paths { print(member) } }
        let count = paths.count == 1 ? "1 message" : "\(paths.count) messages"
        print(
            dryRun
                ? "\(count) to write" : "\(count) in \(application.configuration.digest.outbox)")
    }
}

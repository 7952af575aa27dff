import ArgumentParser
import Evaluation
import Foundation
import Jobs
import Ledger
import Market
import Settings

/// `entremise usual-signals`: for those who work on the program.
struct UsualSignalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usual-signals",
        abstract: "Show what each signal is worth in the pairs that pass a job's hard rules.",
        discussion: """
            A quarter of the pairs do not exceed the first number, half the second, three quarters \
            the third. Nothing is written.
            """, shouldDisplay: false)

    @Argument(help: "Jobs; all of them where none is named.")
    var jobs: [String] = []
    @OptionGroup var day: DayOption
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let application = try options.application(asOf: day.asOf)
        let ledger = try application.openLedger()
        for job in try application.jobs(named: jobs) {
            print(job.name)
            for signal in try await application.signalQuantiles(of: job, on: ledger) {
                let values = [signal.quarter, signal.median, signal.threeQuarters]
                    .map { String(format: "%.2f", $0) }
                print(
                    "  \(signal.kind.rawValue): \(values.joined(separator: " ")), \(signal.pairs) pairs"
                )
            }
        }
    }
}

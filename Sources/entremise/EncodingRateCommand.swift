import ArgumentParser
import Evaluation
import Foundation
import Jobs

/// `entremise encoding-rate`: for those who work on the program.
struct EncodingRateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encoding-rate",
        abstract: "Measure how many texts a second the configured encoder reads.",
        discussion: """
            Labels of three words and texts of a hundred, invented and each different, as long as \
            nothing is in a cache. Nothing is written.
            """, shouldDisplay: false)

    @Option(help: "Number of labels; a tenth as many texts.")
    var labels = 1_000
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard (10...1_000_000).contains(labels) else {
            throw ValidationError("--labels: expected a number from 10 to 1000000.")
        }
    }

    func run() async throws {
        guard let rates = try await options.application(isOfAll: true).encodingRates(count: labels)
        else {
            print("encoder.kind is words: nothing is encoded")
            return
        }
        if output.json { return try printJSON(rates) }
        print("\(ProcessInfo.processInfo.activeProcessorCount) cores")
        for rate in rates {
            let seconds = String(format: "%.1f", rate.seconds)
            print(
                "\(rate.kind) of \(rate.words) words: \(Int(rate.perSecond.rounded())) a second "
                    + "(\(rate.texts) in \(seconds) s)")
        }
    }
}

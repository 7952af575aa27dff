import ArgumentParser
import Foundation
import Jobs
import Market
import Settings
import Wording

/// `entremise demo`.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show a whole night on an invented network.",
        discussion: """
            Starts the private PostgreSQL, loads the sample network, runs every job as of the \
            sample's day, makes the report and the digests, and says where they are. Can be run \
            again: a second night without news suggests nothing new.
            """)

    @Flag(
        name: .long,
        help: "Put the sample in the place of the network that the private database holds.")
    var replace = false
    @OptionGroup var options: NightOptions

    func run() async throws {
        let interruption = Interruption()
        let watch = SignalWatch(interruption: interruption)
        defer { watch.stop() }
        let settings = try options.night()
        let night = try options.night(
            asOf: settings.configuration.demo.asOf, interruption: interruption)
        let result = try await night.demo(replace: replace) { print("• \($0)") }
        let wording = Wording(night.configuration.report.language)
        print("\nThree suggestions, as a taste:")
        for suggestion in result.taste {
            print(
                "\n  \(suggestion.needTitle)\n  → \(suggestion.memberName), \(suggestion.candidateTitle)"
            )
            print("    " + wording.why(suggestion.signals, skills: result.skills))
            if let better = wording.better(suggestion.signals, skills: result.skills) {
                print("    " + better)
            }
        }
        print(
            """

            Report    \(result.report)
            Digests   \(result.outbox)/*.eml (\(result.messages.count) new)
            Database  psql "\(result.conninfo)"
            """)
    }
}

import ArgumentParser
import Foundation
import Jobs
import Settings
import Verbs

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
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let cancellation = CancellationToken()
        let handler = SignalHandler(cancellation: cancellation)
        defer { handler.stop() }
        let settings = try options.application(isOfAll: true)
        let application = try options.application(
            asOf: settings.configuration.demo.asOf, cancellation: cancellation, isOfAll: true)
        let result = try await application.demo(replace: replace) { print("• \($0)") }
        print("\nThree suggestions, as a taste:")
        for example in result.examples {
            let lines = example.lines[application.configuration.report.language] ?? []
            print("\n" + lines.map { "  \($0)" }.joined(separator: "\n"))
        }
        print(
            """

            Report    \(result.report)
            Digests   \(result.outbox)/*.eml (\(result.messages.count) new)
            Database  psql "\(result.conninfo)"
            """)
    }
}

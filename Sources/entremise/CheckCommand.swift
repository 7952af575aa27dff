import ArgumentParser
import Jobs

/// `entremise check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at everything that a night needs, and say how to mend what is wrong.",
        discussion: """
            Configuration and job files, database, schema, rights, queries, encoder, BLAS, folders \
            and mail. Exits with 0 when all is well, with 78 otherwise.
            """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let application = try options.application()
        var checks: [HealthCheck] = []
        await application.checkHealth { check in
            checks.append(check)
            guard !output.json else { return }
            print("\(check.isOK ? "✓" : "✗") \(check.subject): \(check.found)")
            if let remedy = check.remedy { print("  → \(remedy)") }
        }
        if output.json { try printJSON(checks) }
        if checks.contains(where: { !$0.isOK }) {
            throw SilentFailure(code: Jobs.ExitCode.configuration.rawValue)
        }
    }
}

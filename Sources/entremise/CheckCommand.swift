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
        var findings: [Finding] = []
        await application.checkUp { finding in
            findings.append(finding)
            guard !output.json else { return }
            print("\(finding.isWell ? "✓" : "✗") \(finding.subject): \(finding.found)")
            if let remedy = finding.remedy { print("  → \(remedy)") }
        }
        if output.json { try printJSON(findings) }
        if findings.contains(where: { !$0.isWell }) {
            throw SilentFailure(code: Jobs.ExitCode.configuration.rawValue)
        }
    }
}

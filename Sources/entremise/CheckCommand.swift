import ArgumentParser
import Jobs
import Market
import Wording

/// `entremise check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at everything that a night needs, and say how to mend what is wrong.",
        discussion: """
            Configuration and job files, database, connection, schema, rights, queries, encoder, BLAS, \
            folders and mail. Runs every query of every job as a night does, in one read-only \
            transaction, and tells what it returned: rows, those that make no sense, owners and \
            members that nobody knows, skills that nobody defined, addresses, how much has skills, \
            texts, coordinates and dates, what that means for the night, and how to mend it.

            Exits with 0 when a night would, otherwise with the code that it would end with (see \
            “entremise run --help”).
            """)

    @Option(
        name: .long,
        help: "Language of what is said of the jobs' rows.")
    var language: Language = .english
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let application = try options.application(asOf: day.asOf)
        var checks: [HealthCheck] = []
        await application.checkHealth { check in
            checks.append(check)
            if !output.json { print(CheckText(check: check, language: language).text) }
        }
        if output.json { try printJSON(checks) }
        let failures = checks.filter { !$0.isOK }
        // What ends a night before its first job comes first.
        let first = failures.first {
            ["configuration", "database", "encoder"].contains($0.subject)
        }
        if let failure = first ?? failures.first {
            let code = failure.failure.map(Failure.code) ?? .configuration
            throw SilentFailure(code: code.rawValue)
        }
    }
}

/// A finding of `entremise check` in text.
private struct CheckText {
    let check: HealthCheck
    let language: Language

    var text: String {
        let wording = Wording(language)
        var lines = ["\(check.isOK ? "✓" : "✗") \(check.subject): \(check.found)"]
        if let remedy = check.remedy { lines.append("  → \(remedy)") }
        if let job = check.job { lines += wording.lines(of: job).map { "  \($0)" } }
        for meaning in check.meaning ?? [] {
            lines.append("  • \(meaning.means[language] ?? "")")
            lines.append("    → \(meaning.mend[language] ?? "")")
        }
        return lines.joined(separator: "\n")
    }
}

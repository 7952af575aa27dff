import ArgumentParser
import Jobs
import Learning
import Ledger
import Market
import Settings

/// `entremise learn`.
struct LearnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Learn from decisions how a job should weigh its signals.",
        discussion: """
            Suggestions that people accepted or declined show what counts for them. From \
            \(FitTerms.standard.decisions) decisions on, with \(FitTerms.standard.ofEachVerdict) of \
            each verdict, on \(FitTerms.standard.needs) needs, other weights are tried, and adopted \
            where they foresee decisions better than the job file's by more than noise. Runs use \
            them only where the job file says “match: learn: true”, and record which.

            Only \(SignalKind.learnable.map(\.rawValue).joined(separator: ", ")) may move; language, \
            place and time account keep their weight, since nobody is to be judged by them because \
            of who was accepted before.
            """)

    @Argument(help: "Name of the job.")
    var job: String
    @Flag(name: .long, help: "Say what would be learned, and record nothing.")
    var dryRun = false
    @Flag(name: .long, help: "Take back the weights in use; those before hold again.")
    var revert = false
    @Flag(name: .long, help: "List everything that was learned, the last first, and learn nothing.")
    var list = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard [dryRun, revert, list].count(where: \.self) < 2 else {
            throw ValidationError("--dry-run, --revert and --list do not go together.")
        }
    }

    func run() async throws {
        let application = try options.application()
        guard let file = try application.jobs(named: [job]).first else { return }
        let ledger = try application.openLedger()
        if list {
            let fits = try ledger.fits(of: file.name, shipped: file.match.weights)
            if output.json { return try printJSON(fits.map(PrintedFit.init)) }
            print(fits.isEmpty ? "nothing was learned yet" : fits.map(line).joined(separator: "\n"))
        } else if revert {
            let (reverted, inForce) = try application.revertFit(of: file, on: ledger)
            if output.json {
                return try printJSON([
                    "reverted": reverted.map(PrintedFit.init),
                    "inForce": inForce.map(PrintedFit.init),
                ])
            }
            guard let reverted else { return print("no learned weights are in use") }
            print("taken back: fit \(reverted.id)")
            print(
                inForce.map { "in use again: fit \($0.id)" }
                    ?? "in use again: the job file's weights")
        } else {
            let summary = try application.learn(from: file, on: ledger, isDryRun: dryRun)
            if output.json { return try printJSON(PrintedFitSummary(summary)) }
            print(FitText(summary: summary, isDryRun: dryRun).text)
        }
    }

    private func line(_ fit: RecordedFit) -> String {
        let state =
            fit.isInForce
            ? "in use"
            : fit.revertedAt.map { "taken back \($0)" }
                ?? (fit.isAdopted ? "replaced" : "not adopted")
        return
            "fit \(fit.id)  \(fit.fittedAt)  \(fit.accepted) accepted, \(fit.declined) declined  "
            + "loss \(FitText.rounded(fit.lossBefore)) → \(FitText.rounded(fit.lossAfter))  "
            + "\(state)\n" + FitText.table(from: fit.before, to: fit.learned)
    }
}

import ArgumentParser
import Evaluation
import Jobs
import Ledger

/// `entremise evaluate`.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the ranking on a task with known answers.",
        discussion: """
            The folder holds needs.jsonl and candidates.jsonl (id, title, text, skills) and \
            qrels.tsv (need, candidate, gain). Every candidate is ranked for every need by the code \
            and the weights that a night uses; BM25 alone and vectors alone stand beside it. Means \
            over the needs, with 95 % bootstrap intervals. A thesaurus that was imported (import \
            esco, import rome) is used as a night uses it.
            """)

    @Argument(help: ArgumentHelp("Folders of tasks.", valueName: "dir"))
    var folders: [String]
    @Flag(
        name: .long,
        help: """
            Leave names and descriptions that are the very title or text of a need out of the \
            thesaurus.
            """)
    var holdOut = false
    @Flag(
        name: .long,
        help: """
            Let skills learn from the occupations of the thesaurus too, but those that need every \
            skill of some need.
            """)
    var relations = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let tasks = try folders.map { try RankingTask(directory: $0) }
        let application = try options.application()
        let ledger = try application.openLedger()
        _ = try ledger.migrate()
        var results: [EvaluationResult] = []
        for task in tasks {
            let result = try await application.evaluate(
                task, holdsOut: holdOut, usesRelations: relations, on: ledger)
            results.append(result)
            if !output.json { show(result) }
        }
        if output.json { return try printJSON(results) }
        if results.count > 1 { showTogether(results) }
    }

    /// What scores mean over all tasks.
    private func showTogether(_ results: [EvaluationResult]) {
        guard let mean = FloorErrors.mean(of: results.map(\.floor)),
            let shown = ShownShares.mean(of: results.map(\.shown))
        else { return }
        let others = results[0].otherFloors.indices.compactMap { index in
            FloorErrors.mean(of: results.map { $0.otherFloors[index] })
        }
        print("\(results.count) tasks together")
        show(shown)
        show(mean, others, Reliability.pooled(results.map(\.reliability)))
    }

    private func show(
        _ floor: FloorErrors, _ others: [FloorErrors], _ reliability: [Reliability]
    ) {
        print(
            "floor \(three(floor.floor)): no right answer reaches it for "
                + "\(three(floor.missed)) of the needs; with every right answer taken away "
                + "somebody still does for \(three(floor.falseAlarms))")
        let errors = others.map {
            "\(three($0.floor)): \(three($0.missed)) and \(three($0.falseAlarms))"
        }
        print("at other floors: \(errors.joined(separator: "; "))")
        for tenth in reliability {
            print(
                "score from \(three(tenth.from)): \(tenth.pairs) pairs, mean "
                    + "\(three(tenth.score)), right \(three(tenth.right))")
        }
        let error = three(Reliability.error(of: reliability))
        print("score and share that is right differ by \(error) in the mean")
    }

    private func show(_ result: EvaluationResult) {
        print("\(result.task): \(result.needs) needs, \(result.candidates) candidates")
        let head = "nDCG@10                MRR@10                 hit@1                  recall@100"
        print(column("", 16) + head)
        for row in result.results {
            let estimates = [row.ndcg10, row.mrr10, row.hit1, row.recall100].map(cell)
            print(column(row.method, 16) + estimates.map { column($0, 23) }.joined())
        }
        show(result.shown)
        show(result.floor, result.otherFloors, result.reliability)
        print("")
    }

    private func show(_ shown: ShownShares) {
        print(
            "shown at floor \(three(shown.floor)): \(three(shown.right)) of the needs whose first "
                + "candidate is right, \(three(shown.wrong)) of the others")
    }

    private func cell(_ estimate: Estimate) -> String {
        "\(three(estimate.mean)) (\(three(estimate.low))–\(three(estimate.high)))"
    }

    private func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private func three(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

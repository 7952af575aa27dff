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
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: NightOptions

    func run() async throws {
        let tasks = try folders.map { try RankingTask(directory: $0) }
        let night = try options.night()
        let ledger = try night.openLedger()
        _ = try ledger.migrate()
        var results: [EvaluationResult] = []
        for task in tasks {
            let result = try await night.evaluate(task, holdsOut: holdOut, on: ledger)
            results.append(result)
            if !output.json { show(result) }
        }
        if output.json { try printJSON(results) }
    }

    private func show(_ result: EvaluationResult) {
        print("\(result.task): \(result.needs) needs, \(result.candidates) candidates")
        let head = "nDCG@10                MRR@10                 hit@1                  recall@100"
        print(column("", 16) + head)
        for row in result.results {
            let estimates = [row.ndcg10, row.mrr10, row.hit1, row.recall100].map(cell)
            print(column(row.method, 16) + estimates.map { column($0, 23) }.joined())
        }
        print(
            "floor \(three(result.floor.floor)): no right answer reaches it for "
                + "\(three(result.floor.missed)) of the needs; with every right answer taken away "
                + "somebody still does for \(three(result.floor.falseAlarms))")
        for bin in result.reliability {
            print("score from \(three(bin.from)): \(bin.pairs) pairs, right \(three(bin.right))")
        }
        print("")
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

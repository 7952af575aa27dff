public import ArgumentParser
import Jobs
import Ledger
public import Market
import Wording

/// `entremise why`.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain a pair: every signal, every hard rule, its place.",
        discussion: """
            Judges the pair as a run of this day would, and writes nothing. Works for pairs that \
            were not suggested, too: it says which rule they fail, or how far below the floor they \
            are.
            """)

    @Argument(help: "Id of the need: a mission, a service request, a lot.")
    var need: String
    @Argument(help: "Id of the candidate: a consultant, a service offered.")
    var candidate: String
    @Option(name: .long, help: "Language of the reasons: fr or en.")
    var language: Language = .french
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: NightOptions

    func run() async throws {
        let night = try options.night(asOf: day.asOf)
        let jobs = try night.jobs()
        let ledger = try night.openLedger()
        let pair = try await night.explain(
            need: need, candidate: candidate, jobs: jobs, on: ledger)
        if output.json { try printJSON(Printed(pair)) } else { show(pair) }
    }

    private func show(_ pair: PairExplanation) {
        let wording = Wording(language)
        print(
            "\(pair.job): \(pair.need.title)\n→ \(pair.candidate.name), \(pair.candidate.title)\n")
        for (_, sentence) in pair.exclusions { print("✗ \(sentence[language] ?? "")") }
        if !pair.exclusions.isEmpty { print("") }
        for signal in pair.signals {
            let name = wording.name(of: signal.kind)
            let padding = String(repeating: " ", count: max(0, 12 - name.count))
            print(
                "  \(name)\(padding) \(wording.number(signal.value, digits: 2))"
                    + "  × \(wording.number(signal.weight, digits: 2))")
        }
        print(
            "\n  score \(wording.number(pair.score, digits: 3)), "
                + "floor \(wording.number(pair.floor, digits: 2)); "
                + (pair.place.map { "match \($0) of \(pair.matches)" } ?? "no match"))
        print("")
        for reason in pair.reasons[language] ?? [] { print("• \(reason)") }
    }

    private struct Printed: Encodable {
        let job: String
        let need: Need.ID
        let candidate: Candidate.ID
        let score: Double
        let floor: Double
        let place: Int?
        let matches: Int
        let signals: [Signal]
        let exclusions: [Exclusion]
        let reasons: [String: [String]]

        init(_ pair: PairExplanation) {
            job = pair.job
            need = pair.need.id
            candidate = pair.candidate.id
            score = pair.score
            floor = pair.floor
            place = pair.place
            matches = pair.matches
            signals = pair.signals
            exclusions = pair.exclusions.map(\.exclusion)
            reasons = Dictionary(
                uniqueKeysWithValues: pair.reasons.map { ($0.key.rawValue, $0.value) })
        }
    }
}

extension Language: ExpressibleByArgument {}

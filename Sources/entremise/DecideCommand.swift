import ArgumentParser
import Foundation
import Jobs
import Ledger
import Market
import Verbs
import Wording

/// `entremise decide`.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record what a coordinator decided.",
        discussion: """
            Accepts or declines a proposal, as it is in force: the one that the last run recorded and \
            the report shows. The last word holds: what was accepted can be declined later, and the \
            other way round. What was declined does not return until what it was declined on changes, \
            or for as many days as match.declined_for of its job says.

            An accepted bid stands as it is. Runs do not form it anew, and its days are promised \
            before those of any other bid, until it is declined or its tender is lost or closed.

            KINDS
            \(VerbRegistry.all.map { "  \($0.kind)" }.joined(separator: "\n"))

            EXAMPLES
              entremise decide bid marche-02 accept --by "Nina Roche"
              entremise decide bid marche-02 decline --reason price \\
                --note "The buyer will not go above 20 000 €"
              entremise decide suggestion mission-01 nadege-lemoine accept
              entremise decide assignment request-7 anna accept --job tandems

            A platform records the same by the SQL function entremise.decide (docs/integration.md), \
            whose rules hold here too.
            """)

    enum Answer: String, CaseIterable {
        case accept, decline

        var verdict: Decision.Verdict { self == .accept ? .accepted : .declined }
    }

    @Argument(help: "The kind of proposal.")
    var kind: String
    @Argument(
        help: ArgumentHelp(
            "Its ids, as the report’s files list them, then accept or decline.",
            valueName: "id … accept|decline"))
    var words: [String]
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Why, in a word that can be counted, such as price, dates, team. Needed to decline.",
            valueName: "word"))
    var reason: String?
    @Option(name: .long, help: ArgumentHelp("Why, in your own words.", valueName: "text"))
    var note: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Who decided. Without it: the name that you are logged in by.", valueName: "name"))
    var by: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The job that proposes it, where several do.", valueName: "name"))
    var job: String?
    @OptionGroup var spoken: LanguageOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        let kinds = VerbRegistry.all.map { $0.kind }
        guard kinds.contains(kind) else {
            throw ValidationError(
                "There is no kind “\(kind)”; there are: \(kinds.joined(separator: ", "))")
        }
        let names = VerbRegistry.verb(of: kind)?.keyNames ?? []
        guard words.count == names.count + 1, answer != nil else {
            throw ValidationError(
                "Say which \(kind) by its ids (\(names.joined(separator: ", "))), then one of "
                    + "'accept' and 'decline'.")
        }
        if answer == .decline, Self.isBlank(reason) {
            throw ValidationError(
                "To decline, say why in a word: --reason price, --reason dates, …")
        }
        if let by, Self.isBlank(by) {
            throw ValidationError("--by needs a name.")
        }
    }

    private var answer: Answer? { words.last.flatMap(Answer.init) }

    func run() async throws {
        guard let answer else { return }
        let application = try options.application()
        let jobs = try application.jobs()
        let ledger = try application.openLedger()
        let decision = Decision(
            answer.verdict, reason: reason, note: note, by: by ?? NSUserName())
        let key = Proposal.Key(Array(words.dropLast()))
        let taken = try application.decide(
            decision, on: kind, key, job: job, jobs: jobs, on: ledger)
        if output.json {
            try printJSON(PrintedDecision(taken, decision))
        } else {
            for line in taken.consequence[spoken.language(in: application)] ?? [] { print(line) }
        }
    }

    private static func isBlank(_ text: String?) -> Bool {
        text?.isBlank ?? true
    }
}

/// A decision as JSON: the version under the name of its kind, and the parts of its key by name.
private struct PrintedDecision: Encodable {
    let taken: TakenDecision
    let decision: Decision

    init(_ taken: TakenDecision, _ decision: Decision) {
        self.taken = taken
        self.decision = decision
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: NamedKey.self)
        try container.encode(taken.number, forKey: "decision")
        try container.encodeIfPresent(taken.proposal.id, forKey: NamedKey(taken.proposal.kind))
        try container.encode(taken.job, forKey: "job")
        for (name, part) in zip(taken.keyNames, taken.proposal.key.parts) {
            try container.encode(part, forKey: NamedKey(name))
        }
        try container.encode(decision.verdict.rawValue, forKey: "verdict")
        try container.encode(decision.decidedBy, forKey: "decidedBy")
    }
}

import ArgumentParser
import Foundation
import Jobs
import Ledger
import Market
import Wording

/// `entremise decide`.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record what a coordinator decided.",
        subcommands: [Bid.self])

    /// `entremise decide bid`.
    struct Bid: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept or decline the bid for a tender, as it stands.",
            discussion: """
                The bid is the one that the last run recorded: the report shows it, and so does its \
                sheet. The last word holds: an accepted bid can be declined later, and the other way \
                round.

                An accepted bid stands as it is. Runs do not form it anew, and its days are \
                promised before those of any other bid, until it is declined or its tender is lost \
                or closed. A bid that was declined does not return until it changes: other members, \
                days, or amounts.

                EXAMPLES
                  entremise decide bid marche-02 accept --by "Nina Roche"
                  entremise decide bid marche-02 decline --reason price \\
                    --note "The buyer will not go above 20 000 €"
                """)

        enum Answer: String, ExpressibleByArgument, CaseIterable {
            case accept, decline

            var verdict: Decision.Verdict { self == .accept ? .accepted : .declined }
        }

        @Argument(help: "Id of the tender.")
        var tender: String
        @Argument(help: "accept or decline.")
        var answer: Answer
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
        @Option(name: .long, help: "Language of the answer: fr or en.")
        var language: Language = .french
        @OptionGroup var output: OutputOptions
        @OptionGroup var options: NightOptions

        func validate() throws {
            if answer == .decline, Self.isBlank(reason) {
                throw ValidationError(
                    "To decline, say why in a word: --reason price, --reason dates, …")
            }
            if let by, Self.isBlank(by) {
                throw ValidationError("--by needs a name.")
            }
        }

        func run() async throws {
            let night = try options.night()
            let jobs = try night.jobs()
            let ledger = try night.openLedger()
            let decision = Decision(
                answer.verdict, reason: reason, note: note, by: by ?? NSUserName())
            let decided = try night.decide(decision, onBidFor: tender, jobs: jobs, on: ledger)
            if output.json {
                try printJSON(
                    PrintedDecision(
                        decision: decided.number, bid: decided.bid.id, job: decided.job,
                        tender: tender, verdict: decision.verdict.rawValue,
                        decidedBy: decision.decidedBy))
            } else {
                show(decided)
            }
        }

        private func show(_ decided: DecidedBid) {
            let text = BidText(decided.bid, in: language)
            let wording = text.wording
            let isAccepted = answer == .accept
            print(
                wording.pick(
                    isAccepted ? "Réponse acceptée" : "Réponse déclinée",
                    isAccepted ? "Bid accepted" : "Bid declined") + wording.colon
                    + Wording.printed(decided.bid.tenderTitle))
            text.team.forEach { print($0) }
            print(
                isAccepted
                    ? wording.pick(
                        "Elle reste telle quelle, et ses jours passent avant ceux des autres réponses.",
                        "It stands as it is, and its days come before those of other bids.")
                    : wording.pick(
                        "Ses jours ne sont plus promis\(wording.semicolon)elle ne reviendra que si "
                            + "elle change.",
                        "Its days are no longer promised; it comes back only if it changes."))
        }

        private static func isBlank(_ text: String?) -> Bool {
            text?.allSatisfy(\.isWhitespace) ?? true
        }
    }
}

/// A decision as JSON.
private struct PrintedDecision: Encodable {
    let decision: Int
    let bid: Int?
    let job: String
    let tender: String
    let verdict: String
    let decidedBy: String
}

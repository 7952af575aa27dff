import ArgumentParser
import Jobs
import Market
import Wording

/// `entremise bid`.
struct BidCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bid",
        abstract: "Form the bid for one tender: who, which lots, how many days, how much.",
        discussion: """
            Forms the bid as a run of this day would, and writes nothing to the database. Days \
            promised to tenders with earlier deadlines are those of the last run; without one, \
            these bids are formed first.

            With --without, the bid of the last run (or the one just formed) is repaired with the \
            fewest changes after a member declined.

            With --model, the very models that were solved are written in MPS format, one for each \
            thing that is wanted, in order: FILE.mps, FILE.2-fit.mps and so on. Each holds what \
            those before it came to, so that any other solver can check it.
            """)

    @Argument(help: "Id of the tender.")
    var tender: String
    @Option(
        name: .long, help: ArgumentHelp("Repair the bid without this member.", valueName: "member"))
    var without: String?
    @Option(
        name: .long, help: ArgumentHelp("Write the models that were solved.", valueName: "file.mps")
    )
    var model: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Write the bid sheet (HTML and CSV) into a folder.", valueName: "folder")
    )
    var sheet: String?
    @Option(name: .long, help: "Language of the reasons: fr or en.")
    var language: Language = .french
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: NightOptions

    func validate() throws {
        if model != nil, without != nil {
            throw ValidationError("--model writes the model of the best bid; leave out --without")
        }
    }

    func run() async throws {
        let night = try options.night(asOf: day.asOf)
        let jobs = try night.jobs()
        let ledger = try night.openLedger()
        let formed = try await night.formBid(
            for: tender, without: without, jobs: jobs, on: ledger, keepsModels: model != nil)
        if output.json { try printJSON(formed.bid) } else { show(formed) }
        if let model {
            let files = try night.writeModels(of: formed, to: model)
            for file in files where !output.json {
                let found = file.found.map(String.init) ?? "–"
                print("\(file.path): \(found)\(file.isProven ? ", proven" : "")")
            }
        }
        if let sheet {
            let paths = try night.writeSheet(of: formed.bid, to: sheet)
            if !output.json { paths.forEach { print($0) } }
        }
    }

    private func show(_ formed: FormedBid) {
        let wording = Wording(language)
        let bid = formed.bid
        print("\(formed.job): \(bid.tenderTitle)\n")
        for member in bid.members.sorted(by: { $0.leads && !$1.leads }) {
            let lead = member.leads ? wording.pick(" (mandataire)", " (lead)") : ""
            print(
                "  \(member.name)\(lead)\(wording.colon)\(wording.days(member.days)), "
                    + wording.money(member.amount))
        }
        if !bid.members.isEmpty { print("") }
        for reason in bid.reasons[language] ?? [] { print("• \(reason)") }
        for lot in bid.lots where !lot.isBidFor {
            print("✗ \(lot.number). \(lot.title)\(wording.colon)\(lot.reason[language] ?? "")")
        }
        if let change = formed.change { show(change, wording) }
        guard let details = bid.details, bid.status != .none else { return }
        print("")
        for proof in details.proofs {
            print(
                "  \(proof.objective) \(wording.number(proof.found, digits: 2)), bound "
                    + "\(wording.number(proof.bound, digits: 2))"
                    + "\(proof.isProven ? ", proven" : ""), \(proof.nodes) nodes")
        }
        print("  \(wording.number(formed.seconds, digits: 2)) s")
    }

    private func show(_ change: RecordedBid.Substitute, _ wording: Wording) {
        print("")
        for member in change.joining { print("+ \(member.name)") }
        for member in change.leaving { print("− \(member.name)") }
        if !change.lostLots.isEmpty {
            let lots = wording.list(change.lostLots.map(String.init))
            print(wording.pick("✗ lots perdus", "✗ lots lost") + wording.colon + lots)
        }
    }
}

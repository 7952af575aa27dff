import ArgumentParser
import Jobs
import Market
import Verbs
import Wording

/// `entremise bid`.
struct BidCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bid",
        abstract: "Form the bid for one tender: who, which lots, how many days, how much.",
        discussion: """
            Forms the bid as a run of this day would, and writes nothing to the database. Days \
            promised to tenders with earlier deadlines are those of the last run; without one, \
            these bids are formed first. A bid that was accepted is shown as it stands.

            With --without, the bid of the last run (or the one just formed) is repaired with the \
            fewest changes after a member declined.

            With --model, the very models that were solved are written in MPS format, one for each \
            thing that is wanted, in order: FILE.mps, FILE.2-fit.mps and so on. Each holds what \
            those before it came to, so that any other solver can check it: it should find the \
            same minimum.

            “entremise decide bid” records that the bid was accepted or declined.

            EXAMPLES
              entremise bid marche-02 --language en
              entremise bid marche-02 --without frederic-noel
              entremise bid marche-02 --sheet sheets --model model.mps
            """)

    @Argument(help: "Id of the tender, as in the report’s night.json.")
    var tender: String
    @Option(
        name: .long,
        help: ArgumentHelp("Repair the bid without this member (an id).", valueName: "member"))
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
    @OptionGroup var spoken: LanguageOption
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if model != nil, without != nil {
            throw ValidationError("--model writes the model of the best bid; leave out --without")
        }
    }

    func run() async throws {
        let application = try options.application(asOf: day.asOf)
        let jobs = try application.jobs()
        let ledger = try application.openLedger()
        let formed = try await application.formBid(
            for: tender, without: without, jobs: jobs, on: ledger, keepsModels: model != nil)
        let language = spoken.language(in: application)
        if output.json { try printJSON(formed.bid) } else { show(formed, in: language) }
        if let model {
            let files = try application.writeModels(of: formed, to: model)
            if !output.json {
                print("")
                files.forEach { print(line(of: $0, in: language)) }
                if files.isEmpty {
                    print(Wording(language).form.noModel)
                }
            }
        }
        if let sheet {
            let paths = try application.writeSheet(of: formed.bid, to: sheet)
            if !output.json {
                print("")
                paths.forEach { print($0) }
            }
        }
    }

    private func line(
        of file: (path: String, found: Int?, isProven: Bool), in language: Language
    ) -> String {
        let wording = Wording(language)
        guard let found = file.found else {
            return file.path + wording.colon
                + wording.form.nothingFound
        }
        return "\(file.path)\(wording.colon)"
            + wording.form.minimum(found) + (file.isProven ? ", " + wording.form.proven : "")
    }

    private func show(_ formed: FormedBid, in language: Language) {
        let (bid, text) = (formed.bid, BidText(formed.bid, in: language))
        let wording = text.wording
        var blocks = [text.heading]
        if let change = formed.change { blocks.append(lines(of: change, formed, wording)) }
        if formed.isAccepted { blocks.append([wording.form.isAccepted]) }
        if let term = formed.declined {
            blocks.append([
                wording.form.isDeclined + wording.semicolon
                    + wording.returns(after: term, once: wording.form.bidChanges) + "."
            ])
        }
        if bid.status == .none { blocks.append([wording.form.noGroupCanBid]) }
        blocks += [text.team, text.reasons, text.lots, text.uncounted]
        if bid.status != .none, bid.details != nil {
            let seconds = wording.number(formed.seconds, digits: 2)
            blocks.append(
                [wording.form.proof] + text.proofs
                    + (formed.isAccepted ? [] : ["  " + wording.form.found(inSeconds: seconds)]))
        }
        print(
            blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
                .joined(separator: "\n\n"))
    }

    /// What becomes of the bid without the member who declined.
    private func lines(
        of change: Bid.Substitute, _ formed: FormedBid, _ wording: Wording
    ) -> [String] {
        let isEstablished = change.isEstablished ?? true
        guard change.price != nil else {
            return [
                isEstablished ? wording.form.nobodyCanTakePart : wording.form.notEstablished
            ]
        }
        var lines = [wording.form.whatChanges]
        lines += formed.declining.map { ["  − \(Wording.printed($0))"] } ?? []
        lines += change.leaving.map { "  − \(Wording.printed($0.name))" }
        lines += change.joining.map { "  + \(Wording.printed($0.name))" }
        if change.joining.isEmpty {
            lines.append("  " + wording.form.nobodyJoins)
        }
        if !change.lostLots.isEmpty {
            let lots = wording.list(change.lostLots.map { wording.form.lot($0) })
            lines.append(
                "  " + wording.form.noLongerPossible + wording.colon + lots)
        }
        if let gained = change.gainedLots, !gained.isEmpty {
            let lots = wording.list(gained.map { wording.form.lot($0) })
            lines.append("  " + wording.form.possibleAsWell + wording.colon + lots)
        }
        if let (before, after) = formed.prices {
            let isAlike = change.lostLots.isEmpty && (change.gainedLots ?? []).isEmpty
            lines.append(
                "  " + (isAlike ? wording.form.price : wording.form.commonPrice) + wording.colon
                    + "\(wording.money(before)) → \(wording.money(after))")
        }
        if !isEstablished { lines.append("  " + wording.form.notEstablished) }
        return lines
    }
}

import ArgumentParser
import Jobs
import Ledger
import Market
import Settings

/// `entremise why`.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why a candidate was suggested for a need.",
        discussion: """
            Judges the pair as a run of this day would, and writes nothing. Shows the reason in one \
            sentence, every condition and every signal, the place in the list, and what separates \
            the pair from the one above it.

            Ids are the platform's; the report's night.json and suggestions.csv list them. For \
            somebody who was not suggested, “entremise why-not” says what stands in the way.

            EXAMPLE
              entremise why mission-01 nadege-lemoine --language en
            """)

    @OptionGroup var pair: PairOptions

    func run() async throws { try await pair.show(asksWhyNot: false) }
}

/// `entremise why-not`.
struct WhyNotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Say why a candidate was not suggested for a need.",
        discussion: """
            Judges all pairs and chooses as a run of this day would, and writes nothing. Says which \
            condition is not met and what would have to change; or how far the score is below the \
            floor; or who took the places; or where the member is suggested already. Then shows \
            what “entremise why” shows, and what the last recorded run found.

            EXAMPLE
              entremise why-not mission-01 yann-le-goff --language en
            """)

    @OptionGroup var pair: PairOptions

    func run() async throws { try await pair.show(asksWhyNot: true) }
}

/// What both commands accept.
struct PairOptions: ParsableArguments {
    @Argument(help: "Id of the need: a mission, a service request, a lot.")
    var need: String
    @Argument(help: "Id of the candidate: a consultant, a service offered.")
    var candidate: String
    @OptionGroup var spoken: LanguageOption
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func show(asksWhyNot: Bool) async throws {
        let application = try options.application(asOf: day.asOf)
        let jobs = try application.jobs()
        let ledger = try application.openLedger()
        let pair = try await application.explain(
            need: need, candidate: candidate, jobs: jobs, on: ledger)
        if output.json {
            try printJSON(PrintedPair(pair))
        } else {
            let language = spoken.language(in: application)
            print(PairText(pair: pair, language: language).text(asksWhyNot: asksWhyNot))
        }
    }
}

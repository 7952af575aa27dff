import Encoding
import Foundation
import Hashing
import Jobs
import Ledger
import Logging
import Market
import NightSupport
import Settings
import TestSupport
import Testing

/// What the sample network comes to, held to committed hashes: scores and bids of an earlier run are
/// used again as long as the revision of what computes them is the same, so whoever changes what is
/// computed must raise it.
///
/// Vectors are made of words, by arithmetic in a fixed order, and numbers are rounded to four decimals,
/// since what is learned of the market by BLAS differs by some 1e-9 from kernel to kernel: the hashes
/// are the same in debug and release and on every processor. After a change that is meant,
/// raise the revision and put the hash that the failure names here; the text that was hashed is in
/// the file that it names, to be compared with that of the commit before, which the same test writes
/// with `ENTREMISE_RECORD=1` in the environment.
@Suite struct GoldenTests {
    private static let scores = [
        "missions": "8c69951f519820a984cfa5bc5b2aca35f1cc34e5fd43a87b01cc0a7602c2c184",
        "services": "f790a3dd34d2dd63b7d13416f22ec630e4d56d9cf5847a99d3cc110d19d259fe",
        "tenders": "f6881f6ded14ef739f037edbfd02154a0020f53a7e6100201091b97e05271879",
    ]
    private static let bases = [
        "missions": "812850e8a4930d8a36918ec17cd9d00483b04810e782f9059812ddb8394f8f9b",
        "services": "d600a5ad9e4604847454ac0cd4de179dc97682b36cdb996a64d5dee56ef94f07",
        "tenders": "1ef3400a7285b244817ea24a2fbef4e0b93ceeb3c2e8fede9c93b7033e90555a",
    ]
    private static let suggestions = [
        "missions": "f656caf3cf9e2c710145d06778a701b308d0f1e136f563423cd983dbb5789421",
        "services": "a5bdc80badee79100d4a2caf4f22f7febe44b1d79eab56f8e11bdbe39679d6d0",
    ]
    private static let bids = [
        "tenders": "730a5376e9aea6064461dc6850fb596059eeed5a5d7554da0215ce1361c9e9d6"
    ]

    @Test func scoresOfTheSampleChangeOnlyWithTheRevisionOfTheScorer() async throws {
        for found in try await Self.sample.value {
            try check(
                found.scores, against: Self.scores[found.job], called: "scores of \(found.job)",
                "pairs have other scores or signals than before, which kept scores must not be "
                    + "mixed with: raise Scorer.revision")
        }
    }

    @Test func whatDeclinesStandAgainstChangesOnlyWithTheMarket() async throws {
        for found in try await Self.sample.value {
            try check(
                found.bases, against: Self.bases[found.job], called: "bases of \(found.job)",
                "every declined pair or bid whose basis changed will be proposed again: change "
                    + "what a basis is made of only where that is right")
        }
    }

    @Test func suggestionsOfTheSampleChangeOnlyOnPurpose() async throws {
        for found in try await Self.sample.value where Self.suggestions[found.job] != nil {
            try check(
                found.suggestions, against: Self.suggestions[found.job],
                called: "suggestions of \(found.job)",
                "the same matches lead to other suggestions or other reasons: say so in the commit")
        }
    }

    @Test func bidsOfTheSampleChangeOnlyWithTheRevisionOfTheSolver() async throws {
        for found in try await Self.sample.value where Self.bids[found.job] != nil {
            try check(
                found.bids, against: Self.bids[found.job], called: "bids of \(found.job)",
                "the same market leads to other bids or other reasons, and those of an earlier "
                    + "run would be used again: raise Form.revision")
        }
    }

    private func check(
        _ lines: [String], against golden: String?, called name: String, _ consequence: String
    ) throws {
        let text = lines.joined(separator: "\n") + "\n"
        let hash = Hash(of: text).description
        let isRecording = ProcessInfo.processInfo.environment["ENTREMISE_RECORD"] == "1"
        guard hash != golden || isRecording else { return }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "golden-\(name.replacing(" ", with: "-")).txt")
        try Data(text.utf8).write(to: file)
        guard hash != golden else { return }
        Issue.record(
            "\(name): \(consequence) (expected \(golden ?? "none"), found \(hash) of \(file.path))")
    }

    /// The sample network as the shipped jobs see it, computed once for all tests.
    private static let sample = Task { try await everyJob() }

    private static func everyJob() async throws -> [GoldenText] {
        var found: [GoldenText] = []
        try await withLedger(.sample) { ledger, conninfo in
            let configuration = try Configuration.load(
                file: Checkout.root.appending(path: "config/entremise.yaml").path,
                environment: [
                    "ENTREMISE_DATABASE_CONNINFO": conninfo,
                    // No search is stopped by the clock.
                    "ENTREMISE_SOLVE_SECONDS": "3600",
                ])
            let application = Application(
                configuration: configuration, asOf: configuration.demo.asOf,
                logger: Logger(label: "test"))
            let encoder = WordsEncoder(dimension: 64)
            for job in try application.jobs() {
                let market = try await application.dryRun(of: job, encoder: encoder, on: ledger)
                    .market
                let run = try await application.run(
                    job, encoder: encoder, on: ledger, isDryRun: true)
                found.append(try GoldenText(of: market, job.name, run.results))
            }
        }
        try #require(found.count == 3)
        return found
    }
}

/// Points in the mean direction of a text's words, each word in one that its letters alone decide:
/// texts that share words are near to each other.
private struct WordsEncoder: Encoder {
    let model: EncoderModel

    init(dimension: Int) { model = EncoderModel(name: "words of a test", dimension: dimension) }

    func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        try Vectors.gather(texts.map(row(of:)), dimension: model.dimension)
    }

    private func row(of text: String) -> [Float] {
        var row = [Float](repeating: 0, count: model.dimension)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            var random = SeededGenerator(
                seed: word.utf8.reduce(0xCBF2_9CE4_8422_2325) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
                })
            for index in row.indices {
                row[index] += Float(Int64(random.next() >> 40) - (1 << 23))
            }
        }
        let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length == 0 ? row : row.map { $0 / length }
    }
}

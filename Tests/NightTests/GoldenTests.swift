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
        "missions": "79998cbf6a3edf27f2a8074f8663b40e4b079e85ea27f783c784c82f641ca3fa",
        "services": "d77052571493a63c964faab32673f5cce5f0c4395b21a1ca95217c32d150726c",
        "tenders": "792de293c6997faed6ce8491721b56f876e3f2e439e2e7f04fd4428f9927b2a5",
    ]
    private static let bases = [
        "missions": "d782ef08ee9d1e9dc97fcfad818f4fba5c64cc7efa3ae4f5108f87ec60ad9903",
        "services": "a2c8cfb26839f110a46075449ab3c3069055405aa4e18078b9707cbf51379a15",
        "tenders": "0dd716351d2eabf0e8185e51d339ca889e844a9c05dcf8c55fd39b6c981993ab",
    ]
    private static let suggestions = [
        "missions": "c20827e8c67c2d53f9be2bb98572e5e5a0e60b6522faef0bc8f79fde17b97b0e",
        "services": "41ce07b4d9aea6e77556d7b878c5a86e909f595738ec1ac27621be64eeb13a9a",
    ]
    private static let bids = [
        "tenders": "89973a6318bd657c2e82706cbc6bc6cd96f42c329e4925f0e4102bfe17a23981"
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

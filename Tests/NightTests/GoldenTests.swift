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
        "missions": "b12c1566974cfd3941bb28e7471c88bd0443f477358d880765cf122d1880c8f8",
        "services": "a0bbd3ef9d0fe8fa0f5ba36d8aaa0948aa711b786103fc51c02b3e7f18a94742",
        "tenders": "de8f9e11e229c025e03d28f8a81f7abcc56877a238d2a34cf7be8b04587659bf",
    ]
    private static let bases = [
        "missions": "9020303d506e0b2d4c2d66a23b7131253ea8ac9814d540fa725dd8cb338d224a",
        "services": "a2c8cfb26839f110a46075449ab3c3069055405aa4e18078b9707cbf51379a15",
        "tenders": "01b452d0bf61e25d87ff68ca95afebb8a79044aeeb824cbf63619a7acd32057f",
    ]
    private static let suggestions = [
        "missions": "f98c9cfd2a3a3704a89ca3c7ff9938b1c664e9859e6ce783bb50f630b2d66880",
        "services": "fe50e983e92f2eab1d5d41ff46a852a72b46bc21fe8a1c91fc5e9d9943166120",
    ]
    private static let bids = [
        "tenders": "8d150947159a4a117e1199b79c3eccfb6d1c22cd0cfea835a06243ab65afd2c1"
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

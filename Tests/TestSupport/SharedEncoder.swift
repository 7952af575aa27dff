public import Encoding
import Foundation
import Synchronization

/// The embedded model, asked once for each text by all tests of the process.
///
/// A vector depends on nothing but its text, as `EmbeddedEncoderTests` shows: one that another test
/// had made is the same.
public final class SharedEncoder: Encoder {
    private typealias Rows = [String: [Float]]

    public let model: EncoderModel
    private let embedded: EmbeddedEncoder
    /// The rows of every text so far. Calls take turns: each waits for the one before.
    private let last = Mutex(Task<Rows, any Error> { [:] })

    private static let shared = Result { try SharedEncoder() }

    /// The one of this process.
    public static func get() throws -> SharedEncoder { try shared.get() }

    private init() throws {
        let folder = Checkout.root.appending(path: "var/model")
        embedded = try EmbeddedEncoder(
            weights: folder.appending(path: "e5-small-q4.bin").path,
            engine: folder.appending(path: "libe5.so").path)
        model = embedded.model
    }

    public func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        let turn = last.withLock { last in
            last = Task { [embedded, before = last] in
                var rows = (try? await before.value) ?? [:]
                let new = Set(texts).subtracting(rows.keys).sorted()
                let vectors = try await embedded.encode(new)
                for (index, text) in new.enumerated() { rows[text] = Array(vectors[index]) }
                return rows
            }
            return last
        }
        let rows = try await turn.value
        progress(texts.count)
        return try Vectors.gather(texts.map { rows[$0] ?? [] }, dimension: model.dimension)
    }
}

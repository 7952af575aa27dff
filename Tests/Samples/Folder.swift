package import Foundation

/// A folder of its own for one test; all of them are removed when the process ends.
package struct Folder {
    package let path: String

    private static let all: URL = {
        atexit { try? FileManager.default.removeItem(at: Folder.all) }
        return FileManager.default.temporaryDirectory
            .appending(path: "entremise-settings-\(UUID().uuidString)")
    }()

    package init() throws {
        let url = Folder.all.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    /// Writes a file, with the folders above it.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    package func write(_ bytes: Data, to name: String) throws -> String {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
        return url.path
    }
}

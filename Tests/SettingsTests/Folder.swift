import Foundation
import Settings

/// A folder of its own for one test; all of them are removed when the process ends.
struct Folder {
    let path: String

    private static let all: URL = {
        atexit { try? FileManager.default.removeItem(at: Folder.all) }
        return FileManager.default.temporaryDirectory
            .appending(path: "entremise-settings-\(UUID().uuidString)")
    }()

    init() throws {
        let url = Folder.all.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    /// Writes a file, with the folders above it.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: Data, to name: String) throws -> String {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
        return url.path
    }
}

/// The package's folder.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The problems that a body throws, each as one line without the folder; empty where it throws
/// none.
func problems(in folder: Folder, _ body: () throws(SettingsError) -> Void) -> [String] {
    do {
        try body()
        return []
    } catch {
        return error.problems.map {
            $0.description.replacingOccurrences(of: folder.path + "/", with: "")
        }
    }
}

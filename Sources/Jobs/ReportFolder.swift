internal import Foundation
public import Report

/// The folder of one day's report.
struct ReportFolder {
    let root: URL
    let name: String

    private var folder: URL { root.appending(path: name, directoryHint: .isDirectory) }

    /// Writes all files beside the folder, then puts them in its place: a disk that fills up leaves
    /// the report that was there.
    func replace(with files: [ReportFile]) throws {
        let manager = FileManager.default
        let fresh = root.appending(path: ".\(name).unfinished", directoryHint: .isDirectory)
        try? manager.removeItem(at: fresh)
        do {
            try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
            for file in files {
                try Data(file.content.utf8).write(to: fresh.appending(path: file.name))
            }
            if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
            try manager.moveItem(at: fresh, to: folder)
        } catch {
            try? manager.removeItem(at: fresh)
            throw JobError.cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
    }

    /// Points `latest` at the newest day of the root.
    ///
    /// - Returns: The link where this is the newest day, the folder itself otherwise.
    func linkLatest() throws -> URL {
        let manager = FileManager.default
        let link = root.appending(path: "latest")
        let days = try manager.contentsOfDirectory(atPath: root.path)
            .filter { $0.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil }
        guard let newest = days.max() else { return folder }
        do {
            try? manager.removeItem(at: link)
            try manager.createSymbolicLink(atPath: link.path, withDestinationPath: newest)
        } catch {
            throw JobError.cannotWrite(path: link.path, reason: error.localizedDescription)
        }
        return newest == name ? link : folder
    }
}

extension Application {
    /// Writes files into a folder, which is made where it is not there.
    ///
    /// - Returns: The paths written.
    /// - Throws: ``JobError/cannotWrite(path:reason:)``.
    public func write(_ files: [ReportFile], to folder: String) throws -> [String] {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            return try files.map { file in
                let path = root.appending(path: file.name)
                try Data(file.content.utf8).write(to: path)
                return path.path
            }
        } catch {
            throw JobError.cannotWrite(path: root.path, reason: error.localizedDescription)
        }
    }
}

internal import Files
internal import Foundation
internal import Market
public import Report

/// The folder of one day's report.
struct ReportFolder {
    let root: URL
    let name: String
    /// The group that may read reports, such as a web server's; nil: their owner alone.
    let group: String?

    private var folder: URL { root.appending(path: name, directoryHint: .isDirectory) }

    /// Makes the folder of all reports, and waits until nobody else writes there.
    func lock() throws -> FileLock {
        do {
            try FileManager.default.createDirectory(
                at: root, withIntermediateDirectories: true)
            try share(root, isFolder: true)
            return try FileLock(root.appending(path: ".lock").path)
        } catch let error as FileError {
            throw JobError.cannotWrite(path: error.path, reason: error.reason)
        } catch {
            throw JobError.cannotWrite(path: root.path, reason: error.localizedDescription)
        }
    }

    /// Writes all files beside the folder, then exchanges the two: whoever reads finds the one report or
    /// the other whole, and a disk that fills up leaves the one that was there.
    func replace(with files: [ReportFile]) throws {
        let manager = FileManager.default
        let fresh = root.appending(path: ".\(name).unfinished", directoryHint: .isDirectory)
        try? manager.removeItem(at: fresh)
        defer { try? manager.removeItem(at: fresh) }
        do {
            try manager.createDirectory(at: fresh, withIntermediateDirectories: true)
            for file in files {
                let path = fresh.appending(path: file.name)
                try Data(file.content.utf8).write(to: path)
                try share(path, isFolder: false)
            }
            try share(fresh, isFolder: true)
            try exchange(fresh.path, with: folder.path)
        } catch let error as FileError {
            throw JobError.cannotWrite(path: folder.path, reason: error.reason)
        } catch {
            throw JobError.cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
    }

    /// Points `latest` at the report of a day, where there is one.
    ///
    /// - Parameter day: The day of the night that ran last.
    /// - Returns: The link where it points at this folder, the folder itself otherwise.
    func linkLatest(to day: Day) throws -> URL {
        let manager = FileManager.default
        let link = root.appending(path: "latest")
        let target = day.description
        guard manager.fileExists(atPath: root.appending(path: target).path) else { return folder }
        let fresh = root.appending(path: ".latest.unfinished")
        do {
            try? manager.removeItem(at: fresh)
            try manager.createSymbolicLink(atPath: fresh.path, withDestinationPath: target)
            defer { try? manager.removeItem(at: fresh) }
            try Files.replace(link.path, by: fresh.path)
        } catch let error as FileError {
            throw JobError.cannotWrite(path: link.path, reason: error.reason)
        } catch {
            throw JobError.cannotWrite(path: link.path, reason: error.localizedDescription)
        }
        return target == name ? link : folder
    }

    /// Lets the group read what its owner may.
    private func share(_ path: URL, isFolder: Bool) throws {
        guard let group else { return }
        try Files.share(path.path, with: group, mode: isFolder ? 0o750 : 0o640)
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

internal import Foundation
internal import Glibc

/// A file that is written beside its path, and takes it once it is whole.
///
/// Until then the file that was there stays as it was. Whoever makes one publishes it or removes it.
public struct AtomicFile {
    /// The path that the file takes.
    public let path: String
    private let draft: String
    private let handle: FileHandle

    /// Makes an empty file, hidden in the folder that the path lies in.
    ///
    /// - Parameters:
    ///   - path: The path that the file takes.
    ///   - permissions: Who may read and write it, less the mask of the process.
    /// - Throws: ``FileError`` where the folder is not there or may not be written to.
    public init(_ path: String, permissions: UInt32 = 0o666) throws(FileError) {
        self.path = path
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        draft = "\(path[..<name]).\(path[name...]).\(getpid()).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw .last(path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        try naming(path) { try handle.write(contentsOf: Data(bytes)) }
    }

    /// Waits until the bytes are on the disk; nothing can be written any more.
    public func finish() throws(FileError) {
        try naming(path) {
            try handle.synchronize()
            try handle.close()
        }
    }

    /// Puts the finished file in its place.
    public func publish() throws(FileError) {
        guard rename(draft, path) == 0 else { throw .last(path) }
    }

    /// Removes what was not published.
    public func remove() { unlink(draft) }
}

extension AtomicFile {
    /// Writes a file whole or not at all.
    public static func write(
        _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o666
    ) throws(FileError) {
        let file = try AtomicFile(path, permissions: permissions)
        do throws(FileError) {
            try file.write(bytes)
            try file.finish()
            try file.publish()
        } catch {
            file.remove()
            throw error
        }
    }
}

/// A file that cannot be written, and why, in the system's words.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    public let reason: String

    /// What the last call of the system failed with.
    static func last(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)))
    }

    public var description: String { "\(path): \(reason)" }
}

private func naming(_ path: String, _ body: () throws -> Void) throws(FileError) {
    do {
        try body()
    } catch {
        throw FileError(path: path, reason: error.localizedDescription)
    }
}

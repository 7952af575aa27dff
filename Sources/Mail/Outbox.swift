public import Files
internal import Foundation
internal import Hashing

/// A folder that messages are written to, one `.eml` file each, which mail clients open.
///
/// A file is there whole or not at all, and only its owner may read it: it holds a person's address.
/// The same message is the same file, and another is another.
public struct Outbox: Transport {
    /// Path of the folder; it is made where it is missing.
    public let directory: String

    public init(directory: String) {
        self.directory = directory
    }

    /// Waits until nobody else writes messages here, and removes what somebody left half written.
    ///
    /// - Throws: ``MailError/file(path:reason:)``.
    public func lock() throws(MailError) -> FileLock {
        try makeFolder()
        let lock: FileLock
        do throws(FileError) {
            lock = try FileLock(directory + "/.lock")
        } catch {
            throw .file(path: error.path, reason: error.reason)
        }
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        for name in entries where name.hasPrefix(".") && name.hasSuffix(".part") {
            try? FileManager.default.removeItem(atPath: directory + "/" + name)
        }
        return lock
    }

    private func makeFolder() throws(MailError) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .file(path: directory, reason: error.localizedDescription)
        }
    }

    /// Writes one message.
    ///
    /// - Returns: The path of its file, `YYYY-MM-DD-<reference>-<digest of the message>.eml` in the
    ///   folder.
    /// - Throws: ``MailError/file(path:reason:)``; nothing half written is left behind.
    public func deliver(_ message: MailMessage) async throws(MailError) -> String {
        try makeFolder()
        let bytes = message.bytes
        let name = Outbox.fileName(
            day: message.date.day, reference: message.reference,
            digest: String(Hash(of: bytes).description.prefix(8)))
        let path = directory + "/" + name
        do throws(FileError) {
            try AtomicFile.write(bytes, to: path, permissions: 0o600)
        } catch {
            throw .file(path: error.path, reason: error.reason)
        }
        return path
    }

    /// A name that is safe in every file system: letters, digits, `.`, `_` and `-` stay, every other
    /// byte becomes `%` and its number, and what grows too long ends in a digest.
    static func fileName(day: String, reference: String, digest: String) -> String {
        var safe = ""
        for byte in reference.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                safe += String(UnicodeScalar(byte))
            default: safe += "%" + Header.hexadecimal(byte)
            }
        }
        if safe.utf8.count > 120 {
            safe = safe.prefix(80) + "~" + Hash(of: reference).description.prefix(32)
        }
        return "\(day)-\(safe)-\(digest).eml"
    }
}

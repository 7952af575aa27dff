internal import SystemPackage

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file's whole text, read strictly: a file that is not UTF-8 is refused, never repaired.
struct TextFile {
    /// The path as problems show it: relative where it lies under the current directory.
    let name: String
    let text: String

    /// Bytes that a file may have at most; settings are small, so a larger one is a mistake.
    static let largest = 1 << 20

    /// - Throws: One problem, with the system's reason, the size, or the line of the first byte
    ///   that is no UTF-8.
    init(path: String) throws(SettingsError) {
        let name = Self.shown(path)
        self.name = name
        func refuse(_ expected: String, _ found: String, line: Int? = nil) -> SettingsError {
            SettingsError(
                Problem(file: name, line: line, key: nil, expected: expected, found: found))
        }
        let bytes: [UInt8]
        do {
            bytes = try Self.bytes(of: FilePath(path))
        } catch {
            throw refuse("a file that can be read", "“\(error)”")
        }
        guard bytes.count <= Self.largest else {
            throw refuse("a file of at most 1 MiB", "a larger one")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw refuse("text in UTF-8", "other bytes", line: Self.firstBadLine(bytes))
        }
        self.text = text
    }

    private static func bytes(of path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while bytes.count <= largest {
                let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
                if count == 0 { break }
                bytes += chunk[..<count]
            }
            return bytes
        }
    }

    /// A line feed is never part of a longer UTF-8 character, so lines can be judged one by one.
    private static func firstBadLine(_ bytes: [UInt8]) -> Int? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }

    static func shown(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
}

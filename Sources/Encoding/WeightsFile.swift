internal import Foundation
internal import Hashing

/// The file of the model's weights, known by its size and its SHA-256.
struct WeightsFile {
    let path: String
    let size: Int
    let sha256: String

    /// Reads the file and compares it with what it should be.
    ///
    /// - Complexity: O(*size*); some 0.1 s for 72 MB.
    func check() throws(EncodingError) {
        let found = try foundSize()
        guard found == size else {
            throw .weightsSize(path: path, expected: size, found: found)
        }
        let hash = try foundHash()
        guard hash == sha256.lowercased() else {
            throw .weightsHash(path: path, expected: sha256.lowercased(), found: hash)
        }
    }

    private func foundSize() throws(EncodingError) -> Int {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .weightsUnreadable(path: path, reason: "there is no such file")
        }
        guard !isDirectory.boolValue else {
            throw .weightsUnreadable(path: path, reason: "it is a folder")
        }
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return (attributes[.size] as? NSNumber)?.intValue ?? 0
        } catch {
            throw .weightsUnreadable(path: path, reason: "its size cannot be read")
        }
    }

    private func foundHash() throws(EncodingError) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .weightsUnreadable(path: path, reason: "it may not be read by this user")
        }
        var hasher = Hash.Hasher()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                hasher.combine(piece)
            }
            try file.close()
        } catch {
            throw .weightsUnreadable(path: path, reason: "reading it failed")
        }
        return hasher.finish().description
    }
}

import Foundation

/// The folder of real data: ESCO, ROME, tenders, places, ranking tasks. Its README says where each
/// comes from and under which licence.
///
/// Everything in this test target needs it, and nothing else does: where `ENTREMISE_DATA` names no
/// folder, `jobs/test` leaves the whole target out and says so.
enum RealData {
    /// - Throws: ``Missing`` where the environment names no folder that is there.
    static func folder(_ path: String) throws -> URL {
        guard let root = ProcessInfo.processInfo.environment["ENTREMISE_DATA"] else {
            throw Missing(found: "ENTREMISE_DATA is not set")
        }
        let folder = URL(filePath: root).appending(path: path)
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw Missing(found: "there is no \(folder.path)")
        }
        return folder
    }

    struct Missing: Error, CustomStringConvertible {
        let found: String
        var description: String {
            "expected the folder of real data in ENTREMISE_DATA, found that \(found)"
        }
    }
}

import Foundation
import Testing

/// A clone needs nothing beside it: what needs real data is in one test target, which `jobs/test`
/// leaves out and lists where the data is not there.
@Suite struct LoneCloneTests {
    private static let tests = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file of the tests, by its path below `Tests`.
    private static func files() throws -> [(path: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: tests.path)
            .filter { $0.hasSuffix(".swift") }.sorted()
            .map { ($0, try String(contentsOf: tests.appending(path: $0), encoding: .utf8)) }
    }

    @Test func nothingOutsideOfTheRealDataTestsNeedsDataFromElsewhere() throws {
        let files = try Self.files()
        #expect(files.count > 100)
        for (path, text) in files
        where !path.hasPrefix("RealDataTests/") && path != "HouseTests/LoneCloneTests.swift" {
            for word in ["ENTREMISE_DATA\"", "shared/data"] {
                #expect(!text.contains(word), "\(path) names \(word)")
            }
        }
    }

    /// A test that is left out by accident would be one here.
    @Test func theRealDataTestsHoldNothingElse() throws {
        for (path, text) in try Self.files() where path.hasPrefix("RealDataTests/") {
            let tests = text.split(separator: "@Test").dropFirst()
            for test in tests {
                #expect(
                    test.contains("RealData.") || test.contains(".real()"),
                    "\(path): a test that needs no real data belongs elsewhere")
            }
        }
    }
}

import Foundation
import Jobs
import TestSupport
import Testing

/// What `docs/operations.md` says is so.
@Suite struct OperationsPageTests {
    private static let page = Result {
        try String(
            contentsOf: Checkout.root.appending(path: "docs/operations.md"), encoding: .utf8)
    }

    @Test func everyExitCodeIsInItsTableAndNoOther() throws {
        let codes = try Self.page.get().split(separator: "\n").flatMap { line -> [Int32] in
            guard let match = line.firstMatch(of: /^\| (\d+(?:, \d+)*) \|/) else { return [] }
            return match.1.split(separator: ", ").compactMap { Int32($0) }
        }
        #expect(codes == ExitCode.allCases.map(\.rawValue))
    }

    @Test func everySettingThatItNamesIsOne() throws {
        let shipped = try String(
            contentsOf: Checkout.root.appending(path: "config/entremise.yaml"), encoding: .utf8)
        let named = try Self.page.get().matches(
            of: /`((?:run|database|encoder|report)\.[a-z_]+)`/
        ).map { String($0.1) }
        #expect(named.count >= 6)
        for name in named {
            let key = name.split(separator: ".")[1]
            #expect(shipped.contains("# \(key):"), "\(name)")
        }
    }
}

import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct SampleTests {
    static let sample = "\(packageRoot)/config/sample"

    @Test func theSampleGoesInAndComesOutWithoutAChangedByte() async throws {
        try await withLedger { ledger, _ in
            let read = try ledger.importNetwork(from: Self.sample)
            #expect(read.map(\.rows).reduce(0, +) > 1_000)
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "entremise-export-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let written = try ledger.exportNetwork(to: folder)
            #expect(Set(written) == Set(read))
            for count in written {
                let name = "\(count.table).csv"
                let before = try Data(contentsOf: URL(filePath: "\(Self.sample)/\(name)"))
                let after = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
                #expect(before == after, "\(name) changed")
            }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).count == written.count)
        }
    }

    @Test func theSampleHasItsTenRowsSetAside() async throws {
        try await withLedger { ledger, _ in
            try ledger.importNetwork(from: Self.sample)
            var found: Set<SetAside> = []
            for queries in [try JobQueries.missions(), try .services(), try .tenders()] {
                let snapshot = try ledger.snapshot(of: queries, asOf: today)
                #expect(!snapshot.needs.isEmpty)
                #expect(!snapshot.candidates.isEmpty)
                found.formUnion(snapshot.setAside)
                let again = try ledger.snapshot(of: queries, asOf: today)
                #expect(try snapshot.inputHash() == again.inputHash())
            }
            #expect(found.count == 10, "\(found)")
        }
    }
}

import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct ReferencesTests {
    /// A tender of one lot, and a member who could work on it.
    private static func fill(_ connection: borrowing Connection) throws {
        try connection.addSkills("a", "b")
        try connection.addMember("claire", skills: ["a": 4])
        try connection.addTender("t1")
        try connection.addLot("l1", of: "t1", number: 1, skills: ["a": 5])
    }

    @Test func theLastFiveYearsAreReadAndHashed() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            let before = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(before.references.isEmpty)
            for (id, year) in [
                ("r1", 2020), ("r2", 2021), ("r3", 2026), ("r4", 2027), ("r0", 2026),
            ] {
                try ledger.connection.addReference(id, of: "claire", year: year)
            }
            let after = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(after.references["claire"]?.map(\.id) == ["r0", "r3", "r2"])
            #expect(after.setAside.isEmpty)
            #expect(try before.inputHash() != after.inputHash())
            // The day decides, not the clock.
            let later = try ledger.snapshot(of: .tenders(), asOf: today.advanced(by: 365))
            #expect(later.references["claire"]?.map(\.id) == ["r4", "r0", "r3"])
        }
    }

    @Test func aReferenceIsReadAsItIs() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.connection.addReference(
                "r1", of: "claire", title: "Débat", client: "Ville", year: 2025, amount: 1_234.5,
                cpv: [" 79315000-5 ", "72310000", "79315000"], skills: ["b", "a"])
            let snapshot = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(
                snapshot.references["claire"] == [
                    Reference(
                        id: "r1", title: "Débat", client: "Ville", year: 2025,
                        amount: Money(cents: 123_450),
                        codes: ["72310000", "79315000"].compactMap { ProcurementCode($0) },
                        skills: ["a", "b"])
                ])
        }
    }

    @Test func whatMakesNoSenseIsSetAsideWithItsReason() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.connection.addReference("debt", of: "claire", amount: -1)
            try ledger.connection.addReference("short", of: "claire", year: 24)
            try ledger.connection.addReference(
                "code", of: "claire", cpv: ["informatique", "72310000"])
            try ledger.connection.execute(
                "UPDATE network.tender SET cpv = '7222' WHERE id = 't1'")
            let snapshot = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(snapshot.references["claire"]?.map(\.id) == ["code"])
            #expect(snapshot.references["claire"]?.first?.codes.map(\.digits) == ["72310000"])
            #expect(snapshot.tenders.map(\.code) == [nil])
            let found = Set(snapshot.setAside.map { "\($0.source) \($0.id) \($0.field)" })
            #expect(
                found == [
                    "reference debt amount", "reference short year", "reference code cpv",
                    "tender t1 cpv",
                ])
        }
    }

    @Test func jobsThatFormNoBidsDoNotReadThem() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            let before = try ledger.snapshot(of: .missions(), asOf: today)
            try ledger.connection.addReference("r1", of: "claire")
            let after = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(after.references.isEmpty)
            #expect(try before.inputHash() == after.inputHash())
        }
    }

    @Test func aFolderOfBeforeReferencesIsStillImported() async throws {
        try await withLedger { ledger, _ in
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "entremise-import-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try FileManager.default.copyItem(
                at: URL(filePath: SampleTests.sample), to: folder)
            for name in ["reference.csv", "reference_skill.csv"] {
                try FileManager.default.removeItem(at: folder.appending(path: name))
            }
            let read = try ledger.importNetwork(from: folder.path)
            #expect(read.contains(TableCount(table: "reference", rows: 0)))
            #expect(read.contains(TableCount(table: "tender", rows: 8)))
        }
    }
}

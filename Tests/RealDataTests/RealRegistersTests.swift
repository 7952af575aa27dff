import Foundation
import Ledger
import Market
import TestSupport
import Testing

/// ESCO and ROME as their publishers give them.
@Suite struct RealRegistersTests {
    @Test func theRegistersAsPublishedAreRead() async throws {
        let folders = (rome: try RealData.folder("rome"), esco: try RealData.folder("esco"))
        try await withLedger { ledger, _ in
            let rome = try ledger.importThesaurus(.rome, from: folders.rome.path)
            #expect(rome.occupations == 532 && rome.skills == 12_197 && !rome.isUnchanged)
            let esco = try ledger.importThesaurus(.esco, from: folders.esco.path)
            #expect(esco.occupations > 2_900 && esco.skills > 13_000 && esco.relations > 50_000)
            let thesaurus = try ledger.thesaurus()
            #expect(thesaurus.versions.count == 2)
            #expect(
                thesaurus.concepts.count
                    == rome.occupations + rome.skills + esco.occupations + esco.skills)
            let farming = try #require(thesaurus.concepts.first { $0.id == "A1101" })
            #expect(farming.labels[.french]?.first == "Conduite d'engins agricoles et forestiers")
            #expect(farming.descriptions[.french]?.contains("d'arbres") == true)
            #expect((farming.labels[.french]?.count ?? 0) > 5)
            // The same files again change nothing.
            let again = try ledger.importThesaurus(.rome, from: folders.rome.path)
            #expect(again.isUnchanged)
            #expect(try ledger.thesaurus() == thesaurus)
        }
    }
}

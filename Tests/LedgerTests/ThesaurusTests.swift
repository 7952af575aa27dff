import Foundation
import Ledger
import Market
import TestSupport
import Testing

@Suite struct ThesaurusTests {
    private static let data = Checkout.root.deletingLastPathComponent().appending(
        path: "shared/data")

    private static func withFolder(
        _ files: [String: String], _ body: (String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "thesaurus-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try body(folder.path)
    }

    @Test func theRegistersAsPublishedAreRead() async throws {
        try #require(
            FileManager.default.fileExists(atPath: Self.data.path),
            "the data of this test is missing: expected the folder shared/data beside the checkout")
        try await withLedger { ledger, _ in
            let rome = try ledger.importThesaurus(
                .rome, from: Self.data.appending(path: "rome").path)
            #expect(rome.occupations == 532 && rome.skills == 12_197 && !rome.isUnchanged)
            let esco = try ledger.importThesaurus(
                .esco, from: Self.data.appending(path: "esco").path)
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
            let again = try ledger.importThesaurus(
                .rome, from: Self.data.appending(path: "rome").path)
            #expect(again.isUnchanged)
            #expect(try ledger.thesaurus() == thesaurus)
            #expect(try ledger.snapshot(of: .missions(), asOf: today).thesaurus == thesaurus)
        }
    }

    @Test func escosOwnFilesAreReadLanguageByLanguage() async throws {
        let head = "conceptType,conceptUri,preferredLabel,altLabels,description\n"
        try await withLedger { ledger, _ in
            try Self.withFolder([
                "occupations_fr.csv": head
                    + "Occupation,u:1,développeur web/développeuse web,\"développeur web\ndéveloppeuse web\",Écrit.\n",
                "occupations_en.csv": head + "Occupation,u:1,web developer,,Writes.\n",
                "skills_fr.csv": head + "Skill,u:2,JavaScript,,\n",
                "occupationSkillRelations_fr.csv":
                    "occupationUri,relationType,skillType,skillUri\nu:1,essential,knowledge,u:2\nu:1,optional,knowledge,u:9\n",
            ]) { folder in
                let count = try ledger.importThesaurus(.esco, from: folder)
                #expect(count.occupations == 1 && count.skills == 1)
                #expect(count.relations == 1 && count.relationsLeftOut == 1)
            }
            let concept = try #require(try ledger.thesaurus().concepts.first)
            #expect(
                concept
                    == Concept(
                        scheme: .esco, id: "u:1", kind: .occupation,
                        labels: [
                            .french: [
                                "développeur web/développeuse web", "développeur web",
                                "développeuse web",
                            ], .english: ["web developer"],
                        ], descriptions: [.french: "Écrit.", .english: "Writes."]))
            #expect(
                try ledger.conceptRelations(of: .esco) == [
                    ConceptRelation(occupation: "u:1", skill: "u:2", isEssential: true)
                ])
            // A new version takes the place of the one before.
            try Self.withFolder([
                "occupations_en.csv": head + "Occupation,u:3,baker,,\n",
                "skills_en.csv": head,
            ]) { folder in
                let count = try ledger.importThesaurus(.esco, from: folder)
                #expect(!count.isUnchanged)
            }
            #expect(try ledger.thesaurus().concepts.map(\.id) == ["u:3"])
            #expect(try ledger.conceptRelations(of: .esco).isEmpty)
        }
    }

    @Test func everyFaultIsNamedAndNothingIsTaken() async throws {
        try await withLedger { ledger, _ in
            try Self.withFolder([
                "metiers.csv": "code_rome,libelle_rome\nA1101,Engins\n,Sans code\nA1102\n",
                "metiers_exemple.csv":
                    "code_ogr,libelle_appellation_long,code_rome\n1,Pilote,Z9999\n2,,A1101\n",
                "competences.csv": "code_ogr\n1\n",
            ]) { folder in
                do throws(LedgerError) {
                    try ledger.importThesaurus(.rome, from: folder)
                    Issue.record("imported")
                } catch {
                    let text = error.description
                    for fault in [
                        "metiers.csv:3: column “code_rome”: expected a value",
                        "metiers.csv:4: expected 2 fields, found 1",
                        "metiers_exemple.csv:2: column “code_rome”: expected the id of a row of metiers.csv",
                        "metiers_exemple.csv:3: column “libelle_appellation_long”: expected a value",
                        "competences.csv:1: column “libelle”: the column is missing",
                    ] { #expect(text.contains(fault), "\(fault) in \(text)") }
                }
            }
            try Self.withFolder(["skills_fr.csv": ""]) { folder in
                #expect(throws: LedgerError.self) {
                    try ledger.importThesaurus(.esco, from: folder)
                }
            }
            #expect(throws: LedgerError.self) {
                try ledger.importThesaurus(.esco, from: "/nowhere")
            }
            #expect(try ledger.thesaurus() == Thesaurus())
        }
    }
}

import Foundation
import Ledger
import Market
import TestSupport
import Testing

@Suite struct ThesaurusTests {
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

    @Test func romesOwnFilesAreReadAndTheSameAgainChangeNothing() async throws {
        let files = [
            "metiers.csv": "\"code_rome\",\"libelle_rome\"\n"
                + "\"A1\",\"Conduite d''engins\"\nB2,Garde\n",
            "metiers_exemple.csv":
                "code_ogr,libelle_appellation_long,libelle_appellation_court,code_rome\n"
                + "1,Pilote / Pilote de grue,Pilote,A1\n2,Veilleur,Veilleur,B2\n",
            "metiers_definition.csv":
                "\"code_rome\",\"libelle_texte\",\"libelle_type_texte\"\n"
                + "\"A1\",\"Conduit au bord d''arbres, et au-delà.\",\"definition\"\n"
                + "\"A1\",\"Permis\",\"acces\"\n",
            "competences.csv": "code_ogr,libelle\n7,Conduire\n8,Veiller\n",
            "correspondances.csv": "code_rome,code_ogr\nA1,7\nB2,8\nB2,9\n",
        ]
        try await withLedger { ledger, _ in
            try Self.withFolder(files) { folder in
                let count = try ledger.importThesaurus(.rome, from: folder)
                #expect(count.occupations == 2 && count.skills == 2 && !count.isUnchanged)
                #expect(count.relations == 2 && count.relationsLeftOut == 1)
                let thesaurus = try ledger.thesaurus()
                #expect(thesaurus.versions.count == 1 && thesaurus.concepts.count == 4)
                let driving = try #require(thesaurus.concepts.first { $0.id == "A1" })
                #expect(
                    driving.labels[.french] == [
                        "Conduite d'engins", "Pilote / Pilote de grue", "Pilote",
                    ])
                #expect(driving.descriptions[.french] == "Conduit au bord d'arbres, et au-delà.")
                let again = try ledger.importThesaurus(.rome, from: folder)
                #expect(again.isUnchanged)
                #expect(try ledger.thesaurus() == thesaurus)
                #expect(try ledger.snapshot(of: .missions(), asOf: today).thesaurus == thesaurus)
            }
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

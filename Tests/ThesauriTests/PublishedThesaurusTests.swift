import CSV
import Foundation
import Market
import Testing
import Thesauri

@Suite struct PublishedThesaurusTests {
    private static func read(
        _ scheme: Concept.Scheme, _ files: [String: String]
    ) throws -> PublishedThesaurus {
        let folder = FileManager.default.temporaryDirectory.appending(path: "published-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try PublishedThesaurus(scheme, in: folder.path)
    }

    @Test func `ESCO with both languages side by side is read`() throws {
        let head = "uri,label_fr,label_en,altLabels_fr,altLabels_en,description_fr,description_en\n"
        let esco = try Self.read(
            .esco,
            [
                "occupations_fr_en.csv": head
                    + "u:2,boulanger,baker,boulangère| ,,Du pain.,Bread.\n",
                "skills_fr_en.csv": head + "u:1,pétrir,,,,,\n",
                "occupationSkillRelations.csv":
                    "occupationUri,relationType,skillUri\nu:2,optional,u:1\nu:2,essential,u:1\nu:9,optional,u:1\n",
            ])
        #expect(esco.scheme == .esco)
        #expect(esco.concepts.map(\.id) == ["u:1", "u:2"])
        #expect(
            esco.concepts.last?.labels == [
                .french: ["boulanger", "boulangère"], .english: ["baker"],
            ])
        #expect(esco.concepts.last?.descriptions == [.french: "Du pain.", .english: "Bread."])
        #expect(
            esco.relations == [ConceptRelation(occupation: "u:2", skill: "u:1", isEssential: true)])
        #expect(esco.relationsLeftOut == 1)
    }

    @Test func `ROME is read with its titles, its definitions and its skills`() throws {
        let rome = try Self.read(
            .rome,
            [
                "metiers.csv": "code_rome,libelle_rome\nA1101,Conduite d''engins\n",
                "metiers_exemple.csv":
                    "code_rome,libelle_appellation_long,libelle_appellation_court\nA1101,Pilote d'engins,Pilote\n",
                "metiers_definition.csv":
                    "code_rome,libelle_type_texte,libelle_texte\nA1101,acces,Permis.\nA1101,definition,Conduit.\n",
                "competences.csv": "code_ogr,libelle\n100,Conduire\n",
                "correspondances.csv": "code_rome,code_ogr\nA1101,100\nA1101,101\n",
            ])
        #expect(
            rome.concepts == [
                Concept(
                    scheme: .rome, id: "100", kind: .skill, labels: [.french: ["Conduire"]]),
                Concept(
                    scheme: .rome, id: "A1101", kind: .occupation,
                    labels: [.french: ["Conduite d'engins", "Pilote d'engins", "Pilote"]],
                    descriptions: [.french: "Conduit."]),
            ])
        #expect(rome.relations.map(\.skill) == ["100"])
        #expect(rome.relationsLeftOut == 1)
    }

    @Test func `All that is wrong is said by file and line`() throws {
        let refusal = #expect(throws: ImportRefusal.self) {
            try Self.read(.rome, ["metiers.csv": "code_rome,libelle_rome\n,Sans code\nA1102\n"])
        }
        #expect(
            refusal?.problems == [
                ImportProblem(
                    file: "metiers.csv", line: 2, column: "code_rome", fault: .missingValue),
                ImportProblem(
                    file: "metiers.csv", line: 3, fault: .fieldCount(expected: 2, found: 1)),
                ImportProblem(file: "metiers_exemple.csv", fault: .missingFile),
            ])
        let missing = #expect(throws: ImportRefusal.self) { try Self.read(.esco, [:]) }
        #expect(
            missing?.problems.map(\.file) == ["occupations_fr.csv", "skills_fr.csv"])
    }
}

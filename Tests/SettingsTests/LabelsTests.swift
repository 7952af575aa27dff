import Foundation
import Market
import Samples
import Settings
import Testing

@Suite struct LabelsTests {
    func refused(fr: String, en: String) throws -> [String] {
        let folder = try Folder()
        try folder.write(fr, to: "fr.yaml")
        try folder.write(en, to: "en.yaml")
        return problems(in: folder) { () throws(SettingsError) in
            _ = try Labels.load(folder.path)
        }
    }

    @Test func `labels of both languages are read`() throws {
        let folder = try Folder()
        try folder.write("new: Nouveau\nwhy: \"Pourquoi ?\"\n", to: "fr.yaml")
        try folder.write("new: New\nwhy: Why?\n", to: "en.yaml")
        let labels = try Labels.load(folder.path)
        #expect(labels[.french] == ["new": "Nouveau", "why": "Pourquoi ?"])
        #expect(labels[.english] == ["new": "New", "why": "Why?"])
    }

    @Test func `a key that one language lacks is named with where the other has it`() throws {
        #expect(
            try refused(fr: "a: 1\nb: 2\n", en: "b: 2\nc: 3\n") == [
                "fr.yaml: c: expected a text, as en.yaml:2 has one, found nothing",
                "en.yaml: a: expected a text, as fr.yaml:1 has one, found nothing",
            ])
    }

    @Test func `values that are no text are refused`() throws {
        #expect(
            try refused(fr: "a: [x]\nb:\n", en: "a: x\nb: y\n") == [
                "fr.yaml:1: a: expected a text, found a list",
                "fr.yaml:2: b: expected a text, found nothing",
            ])
    }

    @Test func `a part brings labels of its own, in every language and under keys of its own`()
        throws
    {
        let folder = try Folder()
        try folder.write("a: 1\n", to: "fr.yaml")
        try folder.write("a: 1\n", to: "en.yaml")
        try folder.write("b: 2\n", to: "ring.fr.yaml")
        try folder.write("b: 3\n", to: "ring.en.yaml")
        let labels = try Labels.load(folder.path)
        #expect(labels == [.french: ["a": "1", "b": "2"], .english: ["a": "1", "b": "3"]])
        try folder.write("a: 2\nb: 2\n", to: "ring.fr.yaml")
        let found = problems(in: folder) { () throws(SettingsError) in
            _ = try Labels.load(folder.path)
        }
        #expect(
            found == [
                "ring.fr.yaml:1: a: expected a key that no other file has, found another",
                "ring.en.yaml: a: expected a text, as ring.fr.yaml:1 has one, found nothing",
            ])
    }

    @Test func `a language without a file is refused`() throws {
        let folder = try Folder()
        try folder.write("a: x\n", to: "fr.yaml")
        let found = problems(in: folder) { () throws(SettingsError) in
            _ = try Labels.load(folder.path)
        }
        #expect(
            found == [
                "en.yaml: expected a file that can be read, found “No such file or directory”"
            ])
    }
}

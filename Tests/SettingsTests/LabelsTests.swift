import Foundation
import Market
import Samples
import Settings
import Testing

@Suite struct LabelsTests {
    private func load(_ folder: Folder) throws(SettingsError) -> [Language: [String: String]] {
        try Labels.load(folder.path) { $0 == .french ? ["one", "other"] : ["other"] }
    }

    private func refused(fr: String, en: String) throws -> [String] {
        let folder = try Folder()
        try folder.write(fr, to: "fr/page.yaml")
        try folder.write(en, to: "en/page.yaml")
        return refused(folder)
    }

    private func refused(_ folder: Folder) -> [String] {
        problems(in: folder) { () throws(SettingsError) in _ = try load(folder) }
    }

    @Test func `labels of both languages are read`() throws {
        let folder = try Folder()
        try folder.write("new: Nouveau\nwhy: \"Pourquoi ?\"\n", to: "fr/page.yaml")
        try folder.write("new: New\nwhy: Why?\n", to: "en/page.yaml")
        let labels = try load(folder)
        #expect(labels[.french] == ["new": "Nouveau", "why": "Pourquoi ?"])
        #expect(labels[.english] == ["new": "New", "why": "Why?"])
    }

    @Test func `a key that one language lacks is named with where the other has it`() throws {
        #expect(
            try refused(fr: "a: 1\nb: 2\n", en: "b: 2\nc: 3\n") == [
                "fr/page.yaml: c: expected a text, as en/page.yaml:2 has one, found nothing",
                "en/page.yaml: a: expected a text, as fr/page.yaml:1 has one, found nothing",
            ])
    }

    @Test func `a noun has the forms of its language, no more and no fewer`() throws {
        #expect(try refused(fr: "a_one: x\na_other: y\n", en: "a_other: z\n") == [])
        #expect(
            try refused(fr: "a_other: y\nb: y\n", en: "a_other: z\na_one: z\nb: z\n") == [
                "en/page.yaml:2: a_one: expected a form that nouns of the language have: other, "
                    + "found one",
                "fr/page.yaml: a_one: expected a text, as fr/page.yaml:1 has one, found nothing",
            ])
    }

    @Test func `a key that ends as a form of a noun does is none by itself`() throws {
        #expect(
            try refused(fr: "field_other: x\nrow_one: x\n", en: "field_other: y\nrow_one: y\n")
                == [])
    }

    @Test func `values that are no text are refused`() throws {
        #expect(
            try refused(fr: "a: [x]\nb:\n", en: "a: x\nb: y\n") == [
                "fr/page.yaml:1: a: expected a text, found a list",
                "fr/page.yaml:2: b: expected a text, found nothing",
            ])
    }

    @Test func `a part brings labels of its own, in every language and under keys of its own`()
        throws
    {
        let folder = try Folder()
        try folder.write("a: 1\n", to: "fr/page.yaml")
        try folder.write("a: 1\n", to: "en/page.yaml")
        try folder.write("b: 2\n", to: "fr/ring.yaml")
        try folder.write("b: 3\n", to: "en/ring.yaml")
        #expect(
            try load(folder) == [.french: ["a": "1", "b": "2"], .english: ["a": "1", "b": "3"]])
        try folder.write("a: 2\nb: 2\n", to: "fr/ring.yaml")
        #expect(
            refused(folder) == [
                "fr/ring.yaml:1: a: expected a key that no other file has, found another",
                "en/ring.yaml: a: expected a text, as fr/ring.yaml:1 has one, found nothing",
            ])
    }

    @Test func `a language without a file is refused`() throws {
        let folder = try Folder()
        try folder.write("a: x\n", to: "fr/page.yaml")
        #expect(
            refused(folder) == [
                "en/page.yaml: expected a file that can be read, found “No such file or directory”"
            ])
    }

    @Test func `a folder without languages is refused`() throws {
        let found = refused(try Folder())
        #expect(found.count == 1)
        #expect(
            found[0].hasSuffix("expected a folder of YAML files a language: fr, en, found none"))
    }
}

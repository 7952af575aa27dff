import Digest
import Foundation
import Market
import Report
import Settings
import TestSupport
import Testing
import Verbs
import Wording

/// What the files of `config/locales` have to hold in every language.
@Suite struct LocaleTests {
    private static let keys: [any PhraseKey.Type] = [
        ReportLabel.self, RankLabel.self, BidLabel.self, SheetLabel.self, DigestLabel.self,
        RankDigestLabel.self, FormDigestLabel.self,
    ]

    /// Texts that are asked for by names that only a run knows.
    private static let open = ["stage_", "row_", "field_", "digest_noun_"]

    private static func labels() throws -> [Language: [String: String]] {
        try Labels.load(packageRoot.appending(path: "config/locales").path) { $0.pluralForms }
    }

    private static func names<Key: PhraseKey>(
        of keys: Key.Type, in language: Language
    ) -> [String] {
        keys.allCases.flatMap { $0.names(in: language) }
    }

    private static func templateNames() throws -> [String] {
        let templates =
            Presentations(
                [RankPresentation.self, FormPresentation.self, AssignPresentation.self]
            ).templates + ["digest.txt.mustache", "digest.html.mustache"]
        return try templates.flatMap {
            Wording.labelNames(in: try packageText("config/templates/\($0)"))
        }
    }

    @Test func `every list of keys is looked at`() throws {
        let lists = Self.keys.map { String(describing: $0) }
        #expect(try SentenceSources.phraseKeys() == Set(lists))
    }

    @Test(arguments: Language.allCases)
    func `every key has a text, and every text a key`(language: Language) throws {
        let texts = try #require(try Self.labels()[language])
        let names = Set(
            Self.keys.flatMap { Self.names(of: $0, in: language) } + (try Self.templateNames()))
        #expect(names.subtracting(texts.keys).sorted() == [])
        let unused = texts.keys.filter { key in
            !names.contains(key) && !Self.open.contains { key.hasPrefix($0) }
        }
        #expect(unused.sorted() == [])
    }

    @Test(arguments: Language.allCases)
    func `every column of a query has a name for people`(language: Language) throws {
        let texts = try #require(try Self.labels()[language])
        let columns = try SentenceSources.columns()
        #expect(columns.isSuperset(of: ["rate_max", "latitude", "client", "amount"]))
        #expect(columns.filter { texts["field_\($0)"] == nil }.sorted() == [])
    }

    @Test(arguments: Language.allCases)
    func `no text is empty, or looks like a key`(language: Language) throws {
        for (key, text) in try #require(try Self.labels()[language]) {
            #expect(text.contains { !$0.isWhitespace }, "\(key)")
            #expect(!text.contains("_") && !text.contains("TODO"), "\(key)")
            #expect(!text.contains("'") && !text.contains("  "), "\(key)")
        }
    }

    @Test func `a text has the same places for values in every language`() throws {
        let places = try Self.labels().mapValues { texts in
            Dictionary(
                texts.map { (Self.stem($0.key), Self.places(in: $0.value)) },
                uniquingKeysWith: { $0.union($1) })
        }
        let first = places[Language.allCases[0]]
        for language in Language.allCases {
            for (stem, expected) in first ?? [:] {
                #expect(places[language]?[stem] == expected, "\(language) \(stem)")
            }
        }
    }

    @Test func `no two languages have the same text`() throws {
        let labels = try Self.labels()
        let first = try #require(labels[Language.allCases[0]])
        for language in Language.allCases.dropFirst() {
            let same = first.filter { labels[language]?[$0.key] == $0.value }.map(\.key)
            #expect(Set(same).subtracting(Self.alike).sorted() == [])
        }
    }

    /// Keys of words that several languages write alike.
    private static let alike: Set = [
        "digest_noun_missions_one", "digest_noun_missions_other", "digest_your_work",
        "field_budget", "field_certifications", "field_latitude", "field_longitude",
        "page_deadline", "page_lot", "page_lots_name", "page_score_high", "page_score_possible",
        "page_seconds", "page_suggestion_one", "page_suggestion_other", "page_total",
        "page_version", "row_collaboration", "row_lot", "row_mission", "row_service",
        "sheet_certification_held", "sheet_column_certification", "sheet_column_verdict",
        "sheet_condition_name", "sheet_lot_one", "sheet_lot_other",
        "sheet_section_certifications",
    ]

    /// A key without the form of a noun that it ends in.
    private static func stem(_ key: String) -> String {
        for category in PluralCategory.allCases where key.hasSuffix("_\(category.rawValue)") {
            return String(key.dropLast(category.rawValue.count + 1))
        }
        return key
    }

    /// Names within braces.
    private static func places(in text: String) -> Set<String> {
        Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
    }
}

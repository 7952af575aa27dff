import Foundation
import Market
import Report
import Samples
import TestSupport
import Testing
import Verbs

/// Rows of a CSV text as Python's `csv` reads them.
private func rows(_ text: String) throws -> [[String]] {
    let script = """
        import csv, io, json, sys
        text = sys.stdin.buffer.read().decode("utf-8-sig")
        json.dump(list(csv.reader(io.StringIO(text, newline=""), strict=True)), sys.stdout)
        """
    let result = try python(script, input: text)
    try #require(result.succeeded, "\(result.output)")
    return try JSONDecoder().decode([[String]].self, from: Data(result.output.utf8))
}

@Test(arguments: Language.allCases)
func `tables are the recorded ones`(language: Language) throws {
    for table in try presentations.tables(of: .sample, in: language) {
        let file = "\(language.rawValue).\(table.name)"
        let changed = try difference(of: table.content, fromSnapshot: file)
        #expect(changed == nil)
    }
}

@Test func `a spreadsheet reads every table, each row as wide as its header`() throws {
    for record in [RecordedRuns.sample, .quiet, .hostile] {
        let files = try presentations.tables(of: record, in: .french)
        #expect(
            files.map(\.name) == ["suggestions.csv", "bids.csv", "unmatched.csv", "set-aside.csv"])
        for file in files {
            #expect(file.content.hasPrefix("\u{FEFF}"))
            #expect(file.content.hasSuffix("\r\n"))
            let rows = try rows(file.content)
            #expect(Set(rows.map(\.count)).count == 1, "\(file.name)")
        }
    }
}

@Test func `a table holds every suggestion with its reasons`() throws {
    let content = try #require(presentations.tables(of: .sample, in: .french).first).content
    let rows = try rows(content)
    #expect(rows.count == sampleSuggestions.count + 1)
    let header = try #require(rows.first)
    let reasons = try #require(header.firstIndex(of: "reasons"))
    let score = try #require(header.firstIndex(of: "score"))
    #expect(rows[1][reasons].hasPrefix("A les 3 compétences demandées"))
    #expect(rows[1][score] == "0.86")
}

@Test(arguments: [
    "=1+1", "+33 6", "-2+3", "@SUM(A1)", "\t=1", " =1", "&#61;1+1", "<b>=1", "＝1", "\u{200B}=1",
])
func `no text becomes a formula`(text: String) throws {
    let suggestion = try #require(sampleSuggestions.first)
    let record = RecordedRuns(
        network: "", asOf: RecordedRuns.sample.asOf, runs: [],
        suggestions: [
            Suggestion(
                job: suggestion.job, need: "n", needTitle: text, needOwner: nil,
                needOwnerName: nil, candidate: "c", candidateTitle: "", member: "m",
                memberName: "", rank: 1, score: 0.5, signals: [], reasons: [:], basis: "")
        ], bids: [], skills: [:])
    let content = try #require(presentations.tables(of: record, in: .french).first).content
    let field = try rows(content)[1][2]
    let first = field.unicodeScalars.first {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    #expect(first == "'")
}

@Test func `the JSON is the recorded one, and the same however dictionaries lie`() throws {
    let text = try presentations.json(of: .sample)
    let changed = try difference(of: text, fromSnapshot: "night.json")
    #expect(changed == nil)
    for _ in 0..<20 { #expect(try presentations.json(of: .sample) == text) }
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let suggestions = try #require(object?["suggestions"] as? [[String: Any]])
    #expect(suggestions.count == sampleSuggestions.count)
    #expect(object?["as_of"] as? String == "2026-11-23")
}

@Test func `a report has its pages, tables, sheets and JSON`() throws {
    let files = try presentations.files(of: .sample, texts: shippedTexts(main: .english))
    #expect(
        files.map(\.name) == [
            "index.fr.html", "index.html", "suggestions.csv", "bids.csv", "unmatched.csv",
            "set-aside.csv", "bid-1.fr.html", "bid-1.en.html", "bid-1.csv", "bid-2.fr.html",
            "bid-2.en.html", "bid-2.csv", "night.json",
        ])
    #expect(files[1].content == (try page(of: .sample, in: .english)))
}

import Foundation
import Market
import Report
import TestSupport
import Testing

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
    for (name, content) in csvFiles(of: .sample, in: language) {
        let file = "\(language.rawValue).\(name)"
        let changed = try difference(of: content, fromSnapshot: file)
        #expect(changed == nil)
    }
}

@Test func `a spreadsheet reads every table, each row as wide as its header`() throws {
    for night in [RecordedNight.sample, .quiet, .hostile] {
        let files = csvFiles(of: night, in: .french)
        #expect(
            files.map(\.name) == ["suggestions.csv", "bids.csv", "unmatched.csv", "set-aside.csv"])
        for (name, content) in files {
            #expect(content.hasPrefix("\u{FEFF}"))
            #expect(content.hasSuffix("\r\n"))
            let rows = try rows(content)
            #expect(Set(rows.map(\.count)).count == 1, "\(name)")
        }
    }
}

@Test func `a table holds every suggestion with its reasons`() throws {
    let content = try #require(csvFiles(of: .sample, in: .french).first).content
    let rows = try rows(content)
    #expect(rows.count == RecordedNight.sample.suggestions.count + 1)
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
    let suggestion = try #require(RecordedNight.sample.suggestions.first)
    let night = RecordedNight(
        network: "", asOf: RecordedNight.sample.asOf, runs: [],
        suggestions: [
            RecordedSuggestion(
                job: suggestion.job, need: "n", needTitle: text, needOwner: nil,
                needOwnerName: nil, candidate: "c", candidateTitle: "", member: "m",
                memberName: "", rank: 1, score: 0.5, signals: [], reasons: [:], basis: "")
        ], bids: [], skills: [:])
    let content = try #require(csvFiles(of: night, in: .french).first).content
    let field = try rows(content)[1][2]
    let first = field.unicodeScalars.first {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    #expect(first == "'")
}

@Test func `the JSON is the recorded one, and the same however dictionaries lie`() throws {
    let text = try json(of: .sample)
    let changed = try difference(of: text, fromSnapshot: "night.json")
    #expect(changed == nil)
    for _ in 0..<20 { #expect(try json(of: .sample) == text) }
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let suggestions = try #require(object?["suggestions"] as? [[String: Any]])
    #expect(suggestions.count == RecordedNight.sample.suggestions.count)
    #expect(object?["as_of"] as? String == "2026-11-23")
}

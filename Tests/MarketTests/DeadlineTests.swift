import Foundation
import Market
import Testing

@Suite struct DeadlineTests {
    @Test(arguments: ["2026-12-03", "2026-12-03T00:00", "2026-12-03T12:05", "2026-12-03T23:59"])
    func `a deadline is written as it is read`(text: String) throws {
        let deadline = try #require(Deadline(text))
        #expect(deadline.description == text)
        let json = try JSONEncoder().encode([deadline])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(text)\"]")
        #expect(try JSONDecoder().decode([Deadline].self, from: json) == [deadline])
    }

    @Test(arguments: [
        "", "T", "2026-12-03T", "2026-12-03T24:00", "2026-12-03T12:60", "2026-12-03T1:00",
        "2026-12-03 12:00", "2026-12-03T12:00:00", "2026-02-30T12:00", "2026-12-03T12:00Z",
    ])
    func `anything else is none`(text: String) {
        #expect(Deadline(text) == nil)
    }

    @Test func `a day without a time ends after all its times, and before the next day`() throws {
        let texts = ["2026-12-03T00:00", "2026-12-03T23:59", "2026-12-03", "2026-12-04T00:00"]
        let deadlines = try texts.map { try #require(Deadline($0)) }
        #expect(deadlines.shuffled().sorted() == deadlines)
    }
}

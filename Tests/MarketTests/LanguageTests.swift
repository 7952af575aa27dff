import Foundation
import Market
import Testing

@Test(arguments: [
    ("fr", Language.french), ("fr-FR", .french), ("fr_CA.UTF-8", .french), ("EN", .english),
    (" en-GB ", .english), ("de_AT", nil), ("", nil), ("french", nil), ("C", nil), ("-fr", nil),
])
func `a locale is read by its language`(locale: String, language: Language?) {
    #expect(Language(locale: locale) == language)
}

@Test func `a label is that of another language where there is none in the reader's`() {
    let skill = Skill(id: "s", french: "", english: "Search")
    #expect(skill.label(in: .french) == "")
    #expect(skill.anyLabel(for: .french) == "Search")
    #expect(Skill(id: "s", french: "", english: "").anyLabel(for: .english) == "s")
}

@Suite struct ExpectationTests {
    private static let all: [SetAside.Expectation] =
        SetAside.Expectation.Thing.allCases.map { .a($0) }
        + [.oneOf(["a", "b"]), .someOf(["a"]), .recorded("a whole unicorn")]

    @Test(arguments: all)
    func `what was expected reads as it was recorded`(expected: SetAside.Expectation) throws {
        let fault = SetAside.Fault.unreadable(expected: expected)
        let recorded = try JSONEncoder().encode(fault)
        #expect(try JSONDecoder().decode(SetAside.Fault.self, from: recorded) == fault)
    }

    @Test(arguments: [
        ("a number", SetAside.Expectation.a(.number)), ("an id", .a(.id)),
        ("one of gift, time", .oneOf(["gift", "time"])), ("some of money", .someOf(["money"])),
        ("a text, or one by language: {fr, en}", .a(.textByLanguage)),
        ("a whole unicorn", .recorded("a whole unicorn")),
    ])
    func `what earlier versions recorded in English is read`(
        text: String, expected: SetAside.Expectation
    ) throws {
        let recorded = Data(#"{"unreadable":{"expected":"\#(text)"}}"#.utf8)
        let fault = try JSONDecoder().decode(SetAside.Fault.self, from: recorded)
        #expect(fault == .unreadable(expected: expected))
    }
}

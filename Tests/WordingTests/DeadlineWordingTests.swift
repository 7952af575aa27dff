import Market
import TestSupport
import Testing
import Wording

@Suite struct DeadlineWordingTests {
    @Test(arguments: [
        (
            "2026-12-03", "Réponse attendue jusqu’au 3 décembre 2026",
            "Answers until 3 December 2026"
        ),
        (
            "2026-12-03T12:00", "Réponse attendue avant le 3 décembre 2026 à 12 h",
            "Answers before 3 December 2026, 12:00"
        ),
        (
            "2026-12-01T08:05", "Réponse attendue avant le 1er décembre 2026 à 8 h 05",
            "Answers before 1 December 2026, 08:05"
        ),
    ])
    func `a deadline is told as each language writes times`(
        text: String, french: String, english: String
    ) throws {
        let deadline = try #require(Deadline(text))
        func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        #expect(plain(Wording(.french).answersUntil(deadline)) == french)
        #expect(plain(Wording(.english).answersUntil(deadline)) == english)
        // No line begins with the unit.
        #expect(!Wording(.french).answersUntil(deadline).contains(" h"))
    }
}

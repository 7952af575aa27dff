import Market
import Testing
import Wording

/// What every language has to have: all of it is here, and what a new one lacks is named here.
@Suite struct LanguageTests {
    static let samples =
        formSamples + exclusionSamples + outcomeSamples + reasonSamples + skillSamples
        + surveySamples + verbSamples + bidSamples

    @Test func `every sentence that a language has to have is tried`() throws {
        let tried = Set(Self.samples.map(\.name))
        #expect(try SentenceSources.requirements().subtracting(tried) == [])
    }

    @Test(arguments: Language.allCases)
    func `every sentence is there, whole and printed as the language prints it`(
        language: Language
    ) {
        let wording = Wording(language)
        for sample in Self.samples {
            for text in sample.texts(wording) {
                let what = Comment(rawValue: "\(language) \(sample.name): “\(text)”")
                #expect(text.contains { !$0.isWhitespace }, what)
                #expect(!text.contains("  ") && !text.contains("{"), what)
                #expect(!text.contains("'") && !text.contains("\""), what)
                switch sample.kind {
                case .sentence:
                    #expect(text.first?.isUppercase == true || text.first?.isNumber == true, what)
                    #expect(text.last.map { ".?!…".contains($0) } == true, what)
                case .end: #expect(text.last.map { ".?!…:".contains($0) } == true, what)
                case .part: #expect(text.last.map { ".?!".contains($0) } == false, what)
                case .shared: break
                }
            }
        }
    }

    @Test func `no two languages say the same`() {
        for sample in Self.samples where sample.kind != .shared {
            let said = Language.allCases.map { sample.texts(Wording($0)) }
            for texts in said.dropFirst() {
                for (one, other) in zip(said[0], texts) where one == other {
                    #expect(Self.alike.contains(one), "\(sample.name)")
                }
            }
        }
    }

    /// Words that are the same in several languages.
    private static let alike: Set = [
        "distance", "certifications", "dates", "Conditions", "minimum 3",
        "lot\u{A0}2", "six",
    ]
}

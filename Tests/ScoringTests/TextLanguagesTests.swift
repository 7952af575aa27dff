import Market
import Scoring
import Testing

struct TextLanguagesTests {
    /// The signal of words for a need and a candidate who both speak of a piano.
    private func words(_ need: TextLanguage, _ candidate: TextLanguage) -> Double? {
        let snapshot = Snapshot(
            needs: [Need(id: "n", title: "Piano", text: "solfeo", language: need)],
            candidates: [
                Candidate(id: "c", title: "Piano", text: "solfeo", language: candidate)
            ])
        let scorer = Scorer(
            snapshot: snapshot, vectors: nil,
            policy: MatchPolicy(weights: [.words: 1], require: [], floor: 0))
        return scorer.explain(need: 0, candidate: 0).signals.first { $0.kind == .words }?.value
    }

    @Test
    func `words speak within a language, between near kin, and where a language is not known`() {
        let codes = ["fr", "en", "es", "ca", "de", "eu"].map(TextLanguage.init(rawValue:))
        for code in codes {
            #expect(words(code, code) == 1)
            #expect(words(code, .undetermined) == 1 && words(.undetermined, code) == 1)
        }
        #expect(words(codes[2], codes[3]) == 1 && words(codes[3], codes[2]) == 1)
        #expect(words(.french, .english) == nil)
        #expect(words(.french, codes[2]) == nil && words(codes[5], codes[2]) == nil)
    }

    @Test func `a snapshot is prepared with the languages that nobody said`() {
        let snapshot = Snapshot(
            needs: [
                Need(
                    id: "a", title: "Gos", text: "Marxem amb els nens i cal algú",
                    language: .undetermined),
                Need(id: "b", title: "Piano", language: .undetermined),
                Need(id: "c", title: "Piano", language: .english),
            ],
            candidates: [Candidate(id: "d", title: "Piano", language: .undetermined)]
        ).prepared()
        #expect(snapshot.needs.map(\.language.rawValue) == ["ca", "en", "en"])
        #expect(snapshot.candidates.map(\.language) == [.french])
    }
}

import Encoding
import Market
import Scoring
import TestSupport
import Testing

/// What a title that names an occupation of a thesaurus gains by it.
struct ConceptTests {
    private let thesaurus = Thesaurus(concepts: [
        Concept(
            scheme: .rome, id: "M1805", kind: .occupation,
            labels: [
                .french: [
                    "Études et développement informatique", "Développeur / Développeuse web",
                ],
                .english: ["Web developer"],
            ], descriptions: [.french: "Conçoit et écrit des programmes."])
    ])

    private func snapshot(_ thesaurus: Thesaurus) -> Snapshot {
        Snapshot(
            needs: [Need(id: "n", title: "Développeuse web")],
            candidates: [
                Candidate(id: "a", title: "Etudes et developpement informatique"),
                Candidate(id: "b", title: "Boulangerie"),
            ], thesaurus: thesaurus)
    }

    @Test func itsNamesAndDescriptionAreEncodedOnce() {
        let without = MarketTexts(of: snapshot(Thesaurus()))
        let texts = MarketTexts(of: snapshot(thesaurus))
        #expect(
            Array(texts.all.dropFirst(without.all.count)) == [
                "études et développement informatique", "développeur / développeuse web",
                "web developer", "conçoit et écrit des programmes.",
            ])
        #expect(
            MarketTexts(of: snapshot(Thesaurus())).all.suffix(6).contains("boulangerie"))
    }

    @Test func aCandidateIsFoundByAllItsNames() throws {
        let policy = MatchPolicy(weights: [.words: 1], require: [], floor: 0)
        func words(_ thesaurus: Thesaurus) -> [Double] {
            let scorer = Scorer(snapshot: snapshot(thesaurus), vectors: nil, policy: policy)
            return [0, 1].map { scorer.explain(need: 0, candidate: $0).score }
        }
        let (before, after) = (words(Thesaurus()), words(thesaurus))
        #expect(before[0] < 0.1)
        #expect(after[0] > 0.5)
        #expect(after[1] < 0.1)
    }

    @Test func bothSidesOfOneConceptComeNear() throws {
        // Vectors that know nothing: every text points its own way.
        func meaning(_ thesaurus: Thesaurus) throws -> Double {
            var snapshot = snapshot(thesaurus)
            snapshot.candidates += (0..<30).map { Candidate(id: "c\($0)", title: "Métier \($0)") }
            let texts = MarketTexts(of: snapshot)
            let dimension = texts.all.count + 1
            var values = [Float](repeating: 0, count: texts.all.count * dimension)
            for (row, text) in texts.all.enumerated() where !text.isEmpty {
                values[row * dimension] = 1
                values[row * dimension + 1 + row] = 1
            }
            let vectors = try Vectors(
                normalising: values, count: texts.all.count, dimension: dimension)
            let scorer = Scorer(
                snapshot: snapshot, vectors: MarketVectors(texts: texts, vectors: vectors),
                policy: MatchPolicy(weights: [.meaning: 1], require: [], floor: 0))
            let signals = scorer.explain(need: 0, candidate: 0).signals
            return try #require(signals.first { $0.kind == .meaning }).value
        }
        let (linked, apart) = (try meaning(thesaurus), try meaning(Thesaurus()))
        #expect(linked > apart + 0.1)
    }

    @Test func aTitleThatIsPartOfANameIsNotLinked() {
        var market = snapshot(thesaurus)
        market.needs[0].title = "Développeuse web et mobile"
        market.candidates[0].title = "Informatique"
        #expect(MarketTexts(of: market).all.count == 46)
    }
}

import Encoding
import Foundation
import Market
import Scoring
import Testing

/// Markets of a handful of posts, with the real model.
struct SmallMarketTests {
    private static let encoder = Result { () throws(EncodingError) -> EmbeddedEncoder in
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["ENTREMISE_MODEL"]
            ?? root.appending(path: "var/model").path
        return try EmbeddedEncoder(
            weights: folder + "/e5-small-q4.bin", engine: folder + "/libe5.so")
    }

    private func scorer(_ snapshot: Snapshot) async throws -> Scorer {
        let texts = MarketTexts(of: snapshot)
        let vectors = try await Self.encoder.get().encode(texts.all) { _ in }
        return Scorer(
            snapshot: snapshot, vectors: MarketVectors(texts: texts, vectors: vectors),
            policy: MatchPolicy(weights: MatchPolicy.shippedWeights, require: [], floor: 0))
    }

    /// The score of each candidate, by id.
    private func scores(_ snapshot: Snapshot) async throws -> [[Candidate.ID: Double]] {
        let matches = try await scorer(snapshot).matches()
        return matches.perNeed.map { list in
            Dictionary(
                uniqueKeysWithValues: list.map {
                    (snapshot.candidates[$0.candidate].id, Double($0.score))
                })
        }
    }

    private let plumbing = Candidate(id: "plumbing", title: "Petits travaux de plomberie")
    /// What an automatic floor is at least, at the shipped precision.
    private let least = 0.2

    @Test func aSingleOfferIsShownToWhomItSuitsAndToNobodyElse() async throws {
        let suits = try await scores(
            Snapshot(needs: [Need(id: "n", title: "Mon robinet goutte")], candidates: [plumbing]))
        let other = try await scores(
            Snapshot(needs: [Need(id: "n", title: "Cours de piano")], candidates: [plumbing]))
        #expect(try #require(suits[0]["plumbing"]) > least)
        #expect(other[0]["plumbing", default: 0] < least)
    }

    @Test func offersThatAreAllAlikeAreAllShown() async throws {
        let offers = (0..<4).map {
            Candidate(id: "c\($0)", title: "Petits travaux de plomberie")
        }
        let found = try await scores(
            Snapshot(
                needs: [Need(id: "n", title: "Robinet qui goutte, plomberie")],
                candidates: offers))
        #expect(found[0].count == 4 && found[0].values.allSatisfy { $0 > least })
        #expect(Set(found[0].values).count == 1)
    }

    @Test func aTitleThatNamesASkillFindsWhoHoldsIt() async throws {
        var snapshot = Snapshot(
            needs: [
                Need(
                    id: "n", title: "SEO",
                    place: Place(name: "Toulouse", latitude: 43.6, longitude: 1.44),
                    remote: .no)
            ],
            candidates: [
                Candidate(
                    id: "held", title: "", skills: [HeldSkill(skill: "s", level: 5)],
                    place: Place(name: "Toulouse", latitude: 43.6, longitude: 1.44)),
                Candidate(
                    id: "other", title: "", skills: [HeldSkill(skill: "t", level: 5)],
                    place: Place(name: "Toulouse", latitude: 43.6, longitude: 1.44)),
            ])
        snapshot.skills = [
            "s": Skill(id: "s", french: "SEO", english: "SEO"),
            "t": Skill(id: "t", french: "Menuiserie", english: "Carpentry"),
        ]
        let found = try await scores(snapshot)
        #expect(try #require(found[0]["held"]) > 0.5)
        #expect(found[0]["other", default: 0] < least)
    }

    @Test func theTapIsMendedByThePlumberAmongOthers() async throws {
        let titles = ["Garde d'animaux", "Anglais pour débutants", "Couture", "Déménagement"]
        let snapshot = Snapshot(
            needs: [
                Need(id: "tap", title: "Mon robinet goutte"),
                Need(id: "cat", title: "Garder mon chat"),
                Need(id: "english", title: "Cours d'anglais"),
            ],
            candidates: [plumbing]
                + titles.map { Candidate(id: $0, title: $0) })
        let found = try await scores(snapshot)
        for (need, right) in ["plumbing", "Garde d'animaux", "Anglais pour débutants"].enumerated()
        {
            #expect(found[need].max { $0.value < $1.value }?.key == right)
            #expect(try #require(found[need][right]) > least, "\(right)")
            #expect(found[need].filter { $0.value > least }.count == 1)
        }
    }

    @Test func aLanguageOfOneLetterIsAWordInCommon() async throws {
        let snapshot = Snapshot(
            needs: [Need(id: "n", title: "Analyse de données avec R")],
            candidates: [
                Candidate(id: "r", title: "Statisticienne", text: "Programmation en R"),
                Candidate(id: "other", title: "Comptable", text: "Bilan"),
                Candidate(id: "third", title: "Photographe", text: "Portraits"),
                Candidate(id: "fourth", title: "Menuisier", text: "Meubles sur mesure"),
            ])
        let scorer = try await scorer(snapshot)
        let words = scorer.explain(need: 0, candidate: 0).signals.compactMap { signal in
            if case .words(let words) = signal.evidence { words } else { nil }
        }
        #expect(words == [["R"]])
        #expect(try await scores(snapshot)[0]["r", default: 0] > least)
    }

    @Test func anExplanationHasTheScoreOfTheMatch() async throws {
        let snapshot = Snapshot(
            needs: [Need(id: "n", title: "Mon robinet goutte")],
            candidates: [plumbing, Candidate(id: "b", title: "Couture")])
        let scorer = try await scorer(snapshot)
        for match in scorer.matches().perNeed[0] {
            let told = scorer.explain(need: 0, candidate: match.candidate)
            #expect(Float(told.score) == match.score)
        }
    }

    @Test func nothingAndEverythingAlikeGivesFiniteScores() async throws {
        for (needs, candidates) in [(1, 1), (1, 6), (6, 1), (5, 5), (0, 1), (1, 0)] {
            let found = try await scores(
                Snapshot(
                    needs: (0..<needs).map { Need(id: "n\($0)", title: "Même texte") },
                    candidates: (0..<candidates).map {
                        Candidate(id: "c\($0)", title: "Même texte")
                    }
                ))
            #expect(found.joined().allSatisfy { $0.value.isFinite && $0.value > 0 })
        }
    }
}

import Encoding
import Market
import Scoring
import TestSupport
import Testing

/// What makes little sense has an answer all the same: see the article “How pairs are scored”.
@Suite struct ScoringBadInputTests {
    private static let policy = MatchPolicy(
        weights: MatchPolicy.shippedWeights, require: [], floor: 0)

    private static func scorer(
        _ snapshot: Snapshot, _ policy: MatchPolicy = policy,
        vector: (String) -> [Float] = BadInputVectors.plain
    ) throws -> Scorer {
        let texts = MarketTexts(of: snapshot)
        let distinct = DistinctTexts(texts.all)
        let vectors = try Vectors(
            normalising: distinct.firsts.flatMap { vector(texts.all[Int($0)]) },
            count: distinct.count, dimension: 4)
        return Scorer(
            snapshot: snapshot,
            vectors: MarketVectors(
                texts: texts, vectors: VectorStore(vectors), positions: distinct.positions),
            policy: policy)
    }

    private static func snapshot(needs: Int, candidates: Int) -> Snapshot {
        var snapshot = Snapshot()
        snapshot.skills = ["s": Skill(id: "s", french: "menuiserie", english: "joinery")]
        snapshot.needs = (0..<needs).map {
            Need(id: "n\($0)", title: "Parquet à poser", skills: [AskedSkill(skill: "s")])
        }
        // In descending order of id.
        snapshot.candidates = (0..<candidates).reversed().map {
            Candidate(
                id: "c\($0 + 100)", title: "Pose de parquet",
                skills: [HeldSkill(skill: "s", level: Level(3))])
        }
        return snapshot
    }

    @Test func whereAllScoresAreEqualTheLowestIDsAreRetrieved() throws {
        let snapshot = Self.snapshot(needs: 2, candidates: 40)
        let few = MatchPolicy(
            weights: MatchPolicy.shippedWeights, require: [], floor: 0, retrieve: 3)
        let matches = try Self.scorer(snapshot, few).matches()
        for list in matches.perNeed {
            #expect(list.map { snapshot.candidates[$0.candidate].id } == ["c100", "c101", "c102"])
            #expect(Set(list.map(\.score)).count == 1)
        }
        #expect(matches.tallies.allSatisfy { $0.eligible == 40 })
    }

    @Test func whereMoreAreWantedThanThereAreAllAreJudged() throws {
        let snapshot = Self.snapshot(needs: 1, candidates: 5)
        let many = MatchPolicy(
            weights: MatchPolicy.shippedWeights, require: [], floor: 0, retrieve: 1_000_000)
        #expect(try Self.scorer(snapshot, many).matches().perNeed[0].count == 5)
    }

    @Test func whereEveryVectorIsZeroTheOtherSignalsDecide() throws {
        let snapshot = Self.snapshot(needs: 2, candidates: 5)
        let scorer = try Self.scorer(snapshot, vector: { _ in [0, 0, 0, 0] })
        let matches = scorer.matches()
        #expect(matches.perNeed == scorer.matchesOfEveryPair().perNeed)
        #expect(matches.perNeed.allSatisfy { $0.count == 5 && $0[0].score > 0 })
        let signals = scorer.explain(need: 0, candidate: 0).signals.map(\.kind)
        #expect(signals == [.skills, .words, .place])
    }

    @Test func whereNobodyIsEligibleNobodyIsRetrievedAndTheRuleIsCounted() throws {
        var snapshot = Self.snapshot(needs: 2, candidates: 5)
        for place in snapshot.needs.indices { snapshot.needs[place].certifications = ["RGE"] }
        let strict = MatchPolicy(
            weights: MatchPolicy.shippedWeights, require: [.certifications], floor: 0)
        let matches = try Self.scorer(snapshot, strict).matches()
        #expect(matches.perNeed == [[], []])
        for tally in matches.tallies {
            #expect(tally.eligible == 0)
            #expect(tally.excluded == [.certifications: 5])
        }
    }

    @Test func aNeedThatSaysNothingGetsNobody() throws {
        var snapshot = Self.snapshot(needs: 2, candidates: 5)
        snapshot.needs[0].title = ""
        snapshot.needs[0].skills = []
        let scorer = try Self.scorer(snapshot)
        let matches = scorer.matches()
        #expect(matches.perNeed[0].isEmpty)
        #expect(matches.tallies[0].eligible == 5)
        #expect(matches.perNeed[1].count == 5)
        #expect(matches.tallies == scorer.matchesOfEveryPair().tallies)
        #expect(
            scorer.outcome(need: 0, in: matches, suggested: 0).reason[.french]?.isEmpty == false)
    }

    @Test func aCandidateWithTenThousandSkillsIsOneAmongOthers() throws {
        var snapshot = Self.snapshot(needs: 2, candidates: 5)
        for number in 0..<10_000 {
            snapshot.skills["t\(number)"] = Skill(
                id: "t\(number)", french: "savoir \(number)", english: "skill \(number)")
        }
        snapshot.candidates[4].skills =
            (0..<10_000).map { HeldSkill(skill: "t\($0)", level: Level(1 + $0 % 5)) }
            + [HeldSkill(skill: "s", level: Level(5))]
        var random = SeededGenerator(seed: 5)
        let scorer = try Self.scorer(snapshot) { text in
            text.isEmpty
                ? [0, 0, 0, 0] : (0..<4).map { _ in Float.random(in: -1...1, using: &random) }
        }
        let matches = scorer.matches()
        #expect(matches.perNeed == scorer.matchesOfEveryPair().perNeed)
        let explanation = scorer.explain(need: 0, candidate: 4)
        guard case .skills(let coverage) = explanation.signals.first?.evidence else {
            Issue.record("the skill that is held was not seen")
            return
        }
        #expect(coverage.map(\.held) == ["s"])
        #expect(explanation.signals.allSatisfy { (0...1).contains($0.value) })
    }

    @Test func aMillionNeedsOfOneTextAreEncodedOnce() throws {
        let snapshot = Self.snapshot(needs: 1_000_000, candidates: 3)
        let texts = MarketTexts(of: snapshot)
        #expect(texts.all.count == 2_000_007)
        let distinct = DistinctTexts(texts.all)
        // The text that nobody wrote is one of them.
        #expect(
            distinct.firsts.map { texts.all[Int($0)] } == [
                "parquet à poser", "", "pose de parquet", "menuiserie",
            ])
        #expect(distinct.positions.count == texts.all.count)
    }

    @Test func needsOfOneTextHaveTheSameMatches() throws {
        let matches = try Self.scorer(Self.snapshot(needs: 20_000, candidates: 3)).matches()
        let first = matches.perNeed[0].map(\.score)
        #expect(first.count == 3)
        #expect(matches.perNeed.allSatisfy { $0.map(\.score) == first })
    }
}

private enum BadInputVectors {
    /// One direction for the titles of candidates, one for the label, one for the rest.
    static func plain(_ text: String) -> [Float] {
        switch text {
        case "": [0, 0, 0, 0]
        case "menuiserie": [0.1, 1, 0, 0]
        case "pose de parquet": [1, 0.2, 0, 0]
        default: [0.3, 0, 1, 0.2]
        }
    }
}

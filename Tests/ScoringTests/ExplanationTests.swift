import Encoding
import Market
import Scoring
import TestSupport
import Testing

struct ExplanationTests {
    @Test(arguments: 0..<15 as Range<UInt64>)
    func anExplanationAgreesWithTheMatches(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let scorer = market.scorer
        let matches = scorer.matches()
        for (need, list) in matches.perNeed.enumerated() {
            let candidates = list.map(\.candidate)
            let apart = candidates.map { scorer.explain(need: need, candidate: $0) }
            #expect(scorer.explain(need: need, candidates: candidates) == apart)
        }
        for match in matches.perNeed.joined() {
            let explanation = scorer.explain(need: match.need, candidate: match.candidate)
            #expect(abs(explanation.score - Double(match.score)) <= 1e-4)
            let fused = explanation.signals.reduce(0) { $0 + $1.weight * $1.value }
            #expect(abs(match.fused - fused) <= 1e-5)
            #expect(match.fused == explanation.fused)
            #expect(explanation.exclusions.isEmpty)
        }
    }

    @Test(arguments: 0..<15 as Range<UInt64>)
    func weightsAddUpToOneAndTheScoreFollowsFromTheSumOfSignals(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let scorer = market.scorer
        let oracle = Oracle(market)
        for need in market.snapshot.needs.indices {
            for candidate in market.snapshot.candidates.indices {
                let explanation = scorer.explain(need: need, candidate: candidate)
                let total = explanation.signals.reduce(0) { $0 + $1.weight }
                let fused = explanation.signals.reduce(0) { $0 + $1.weight * $1.value }
                #expect(abs(total - 1) < 1e-9 || total == 0)
                let likely = oracle.likelihood(need: need, fused: fused)
                #expect(abs(likely - explanation.score) < 1e-4)
                let expected = oracle.signals(need, candidate)
                #expect(
                    explanation.signals.map(\.kind)
                        == SignalKind.allCases.filter {
                            expected[$0] != nil
                        })
                for signal in explanation.signals {
                    #expect((0...1).contains(signal.value))
                    #expect(abs(signal.value - (expected[signal.kind] ?? -1)) < 1e-4)
                }
                #expect(explanation.exclusions.first?.rule == oracle.failure(need, candidate))
            }
        }
    }

    /// The skill changes hands, so that its rarity stays what it was.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func holdingOneMoreSkillThatIsAskedNeverLowersTheSkillsSignal(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        for need in market.snapshot.needs.indices {
            for asked in market.snapshot.needs[need].skills {
                let people = market.snapshot.candidates
                guard let giver = people.firstIndex(where: { $0.holds(asked.skill) }),
                    let taker = people.firstIndex(where: {
                        !$0.holds(asked.skill) && !$0.skills.isEmpty
                    })
                else { continue }
                var changed = market
                changed.snapshot.candidates[giver].skills.removeAll { $0.skill == asked.skill }
                changed.snapshot.candidates[taker].skills.append(HeldSkill(skill: asked.skill))
                let before = skills(market.scorer.explain(need: need, candidate: taker))
                let after = skills(changed.scorer.explain(need: need, candidate: taker))
                #expect((after ?? 0) >= (before ?? 0) - 1e-6)
            }
        }
    }

    private func skills(_ explanation: Explanation) -> Double? {
        explanation.signals.first { $0.kind == .skills }?.value
    }

    @Test func withoutVectorsOnlyTheSameSkillCounts() throws {
        var snapshot = Snapshot()
        snapshot.needs = [
            Need(
                id: "n", title: "",
                skills: [AskedSkill(skill: "a", level: 4), AskedSkill(skill: "b")])
        ]
        snapshot.candidates = [
            Candidate(id: "c", skills: [HeldSkill(skill: "a", level: 3), HeldSkill(skill: "z")])
        ]
        let policy = MatchPolicy(weights: [.skills: 1], require: [], floor: 0)
        let scorer = Scorer(snapshot: snapshot, vectors: nil, policy: policy)
        let explanation = scorer.explain(need: 0, candidate: 0)
        let signal = try #require(explanation.signals.first { $0.kind == .skills })
        guard case .skills(let coverage) = signal.evidence else {
            Issue.record("skills rest on their coverage")
            return
        }
        #expect(coverage.map(\.met) == [0.75, 0])
        #expect(coverage.map(\.held) == ["a", nil])
        #expect(!explanation.signals.contains { $0.kind == .meaning })
    }

    @Test func aSkillHeldBelowItsLevelIsNamedItself() throws {
        let snapshot = Snapshot(
            needs: [Need(id: "n", title: "", skills: [AskedSkill(skill: "a", level: 5)])],
            candidates: [
                Candidate(
                    id: "c", skills: [HeldSkill(skill: "a", level: 1), HeldSkill(skill: "b")])
            ])
        let texts = MarketTexts(of: snapshot)
        let own: [Float] = [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0.2, 0.2, 1, 0.2, 0.1, 1]
        let references = [[Float]](repeating: [1, 0, 0], count: texts.all.count - 6).joined()
        let vectors = try Vectors(
            normalising: references + own, count: texts.all.count, dimension: 3)
        let policy = MatchPolicy(weights: [.skills: 1], require: [], floor: 0)
        let market = MarketVectors(texts: texts, vectors: vectors)
        let explanation = Scorer(snapshot: snapshot, vectors: market, policy: policy)
            .explain(need: 0, candidate: 0)
        guard case .skills(let coverage) = explanation.signals.first?.evidence else {
            Issue.record("skills rest on their coverage")
            return
        }
        #expect(coverage[0].held == "a")
        #expect(coverage[0].heldLevel == 1)
        #expect(coverage[0].nearness == 1)
        #expect(coverage[0].met >= 0.25)
    }
}

extension Candidate {
    func holds(_ skill: Skill.ID) -> Bool { skills.contains { $0.skill == skill } }
}

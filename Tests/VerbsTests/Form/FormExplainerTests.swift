import Market
import Samples
import Scoring
import Settings
import Testing
import Verbs
import Wording

@Suite struct FormExplainerTests {
    @Test func `of a match it is said that groups are formed, in one sentence`() throws {
        let snapshot = Snapshot(
            needs: [Need(id: "lot", title: "Lot", skills: [AskedSkill(skill: "s")])],
            candidates: [Candidate(id: "claire", skills: [HeldSkill(skill: "s")])])
        let scorer = Scorer(
            snapshot: snapshot, vectors: nil,
            policy: MatchPolicy(weights: [.skills: 1], require: [], floor: 0))
        let market = ScoredMarket(scorer: scorer, matches: scorer.matches())
        try #require(market.matches.count == 1)
        let (_, file) = try jobFolder(
            validJob.replacing("  rank: { per_need: 5, per_candidate: 4 }", with: "  form:")
                .replacing("match:", with: "tenders: sql/tenders.sql\nmatch:"))
        let context = SolvingContext(
            job: try JobFile.load(file, verbs: [Form.self]), asOf: Day(number: 20_780),
            seconds: 1, seed: 1)
        let outcome = try Form().explainer(of: market, in: context).outcome(
            need: 0, candidate: 0, explanation: scorer.explain(need: 0, candidate: 0))
        for (language, word) in [(Language.french, "groupes"), (.english, "groups")] {
            let sentence = try #require(outcome.sentence[language])
            #expect(sentence.hasSuffix(".") && !sentence.contains("  "), "\(sentence)")
            #expect(!sentence.dropLast().contains(". "), "\(sentence)")
            #expect(sentence.contains(word), "\(sentence)")
        }
        #expect("\(outcome.record)" == "notRanked")
    }
}

import Encoding
import Market
import Scoring
import TestSupport
import Testing

struct MatchesTests {
    @Test(arguments: 0..<30 as Range<UInt64>)
    func everyPairIsJudgedAsByTheBook(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let oracle = Oracle(market)
        let matches = market.scorer.matches()
        for need in market.snapshot.needs.indices {
            let found = Dictionary(
                uniqueKeysWithValues: matches.perNeed[need].map { ($0.candidate, $0.score) })
            var excluded: [Exclusion.Rule: Int] = [:]
            for candidate in market.snapshot.candidates.indices {
                if let rule = oracle.failure(need, candidate) {
                    excluded[rule, default: 0] += 1
                    #expect(found[candidate] == nil)
                    continue
                }
                let expected = oracle.score(need, candidate)
                if let score = found[candidate] {
                    #expect(abs(Double(score) - expected) < 1e-4)
                    #expect((0...1).contains(score))
                } else {
                    #expect(expected < market.policy.floor + 1e-4)
                }
            }
            let tally = matches.tallies[need]
            #expect(tally.excluded == excluded)
            #expect(tally.considered == market.snapshot.candidates.count)
            #expect(tally.eligible == tally.considered - excluded.values.reduce(0, +))
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theBestComesFirstAndEqualScoresAscendByID(seed: UInt64) throws {
        let matches = try RandomMarket(seed: seed).scorer.matches()
        for list in matches.perNeed {
            for (better, worse) in zip(list, list.dropFirst()) {
                let ids = [better, worse].map { matches.candidates[$0.candidate].id }
                #expect(
                    better.score > worse.score || (better.score == worse.score && ids[0] < ids[1]))
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theOrderOfCandidatesAndNeedsChangesNoScore(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        var random = SeededGenerator(seed: seed)
        let needs = Array(market.snapshot.needs.indices).shuffled(using: &random)
        let candidates = Array(market.snapshot.candidates.indices).shuffled(using: &random)
        var shuffled = market.snapshot
        shuffled.needs = needs.map { market.snapshot.needs[$0] }
        shuffled.candidates = candidates.map { market.snapshot.candidates[$0] }
        let texts = MarketTexts(of: shuffled)
        let count = 2 * (needs.count + candidates.count)
        // A market of few texts has references before its own.
        let references = market.vectors.count - count - texts.skills.count
        let first = references + 2 * needs.count
        let skills = (references + count)..<market.vectors.count
        let rows =
            Array(0..<references) + needs.map { references + $0 }
            + needs.map { references + needs.count + $0 } + candidates.map { first + $0 }
            + candidates.map { first + candidates.count + $0 } + Array(skills)
        #expect(texts.all == rows.map { MarketTexts(of: market.snapshot).all[$0] })
        let other = try Scorer(
            snapshot: shuffled,
            vectors: MarketVectors(texts: texts, vectors: market.vectors.rows(rows)),
            policy: market.policy)
        let before = scores(market.scorer.matches())
        let after = scores(other.matches())
        for (pair, score) in before {
            #expect(abs((after[pair] ?? Float(market.policy.floor)) - score) < 1e-4)
        }
        #expect(abs(before.count - after.count) <= 1)
    }

    private func scores(_ matches: Matches) -> [NeedCandidate: Float] {
        var scores: [NeedCandidate: Float] = [:]
        for match in matches.perNeed.joined() {
            let pair = NeedCandidate(
                need: matches.needs[match.need].id,
                candidate: matches.candidates[match.candidate].id)
            scores[pair] = match.score
        }
        return scores
    }

    @Test func theSameInputGivesTheSameBitsAlsoSideBySide() async throws {
        let market = try RandomMarket(seed: 7, needs: 40, candidates: 200)
        let once = market.scorer.matches()
        await withTaskGroup(of: [[Match]].self) { group in
            for _ in 0..<4 {
                group.addTask { market.scorer.matches().perNeed }
            }
            for await again in group { #expect(again == once.perNeed) }
        }
    }

    @Test func progressCountsTheNeedsDone() throws {
        let market = try RandomMarket(seed: 3, needs: 1_100, candidates: 8)
        var seen: [Int] = []
        _ = market.scorer.matches { seen.append($0) }
        #expect(seen == [1_024, 1_100])
    }

    @Test func anEmptyMarketHasNoMatches() throws {
        let policy = MatchPolicy(weights: [.skills: 1], require: [], floor: 0)
        let matches = Scorer(snapshot: Snapshot(), vectors: nil, policy: policy).matches()
        #expect(matches.count == 0)
        var lonely = Snapshot()
        lonely.needs = [Need(id: "n", title: "Audit énergétique")]
        let scorer = Scorer(snapshot: lonely, vectors: nil, policy: policy)
        let outcome = scorer.outcome(need: 0, in: scorer.matches(), suggested: 0)
        #expect(outcome.considered == 0)
        #expect(outcome.reason[.french] == "Il n’y a encore aucun candidat à examiner.")
    }

    @Test func aProfileThatOnlySaysWhereItIsNeverMatches() throws {
        var snapshot = Snapshot()
        let place = Place(name: "Caen", latitude: 49.18, longitude: -0.37)
        snapshot.needs = [
            Need(id: "n", title: "Audit", skills: [AskedSkill(skill: "s")], place: place)
        ]
        snapshot.candidates = [Candidate(id: "c", place: place)]
        let policy = MatchPolicy(
            weights: [.skills: 0.5, .words: 0.1, .place: 0.4], require: [], floor: 0)
        let scorer = Scorer(snapshot: snapshot, vectors: nil, policy: policy)
        #expect(scorer.matches().count == 0)
        #expect(scorer.explain(need: 0, candidate: 0).score == 0)
    }

    @Test func aSingleNeedAndASingleCandidateStillHaveAMeaning() throws {
        var market = try RandomMarket(seed: 11, needs: 1, candidates: 1)
        market.snapshot.needs[0].title = "Audit"
        market.snapshot.candidates[0].title = "Audit"
        var random = SeededGenerator(seed: 11)
        market.vectors = try RandomMarket.vectors(MarketTexts(of: market.snapshot), using: &random)
        let explanation = market.scorer.explain(need: 0, candidate: 0)
        let meaning = try #require(explanation.signals.first { $0.kind == .meaning })
        #expect((0..<1).contains(meaning.value))
    }

    @Test func theLoadedBLASIsNamedWithItsFile() throws {
        #expect(loadedBLAS().contains("BLAS"))
        #expect(loadedBLAS().contains("/"))
    }
}

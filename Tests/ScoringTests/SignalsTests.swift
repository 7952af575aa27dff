import Market
import Scoring
import TestSupport
import Testing

/// Every signal is registered once, in its place, and has evidence and a weight wherever it applies.
@Suite struct SignalsTests {
    @Test func theRegistryHoldsEverySignalOnceInOrder() {
        #expect(Scorer.signals == SignalKind.allCases)
        #expect(SignalKind.allCases.map(\.index) == Array(SignalKind.allCases.indices))
    }

    @Test func theShippedWeightsAreThoseOfContentAndAddUpToOne() {
        #expect(MatchPolicy.shippedWeights == [.skills: 0.10, .meaning: 0.48, .words: 0.42])
    }

    @Test func everySignalIsWorkedOutTogetherAsAlone() throws {
        var applied: [SignalKind: Int] = [:]
        for seed in 0..<10 as Range<UInt64> {
            let scorer = try RandomMarket(seed: seed).scorer
            for need in scorer.needs.indices {
                for candidate in scorer.candidates.indices {
                    let found = scorer.forms(ofSignalsOf: need, candidate)
                    #expect(found.together.map(\.bitPattern) == found.alone.map(\.bitPattern))
                    for (kind, value) in zip(Scorer.signals, found.alone) where !value.isNaN {
                        #expect((0...1).contains(value), "\(kind)")
                        applied[kind, default: 0] += 1
                    }
                }
            }
        }
        for kind in Scorer.signals { #expect(applied[kind, default: 0] > 0, "\(kind)") }
    }

    /// Texts are prepared title and text apart; a tag may still begin in the one and end in the other.
    @Test func aTagThatBeginsInATitleMayEndInTheText() throws {
        let texts = [
            ("Audit <i", "class='x'>énergie</i> &amp; eau"), ("Audit", "énergie, eau"),
            ("Audit &lt;i", "class='x'&gt;énergie eau"),
        ]
        let scorer = Scorer(
            snapshot: Snapshot(
                needs: [Need(id: "n", title: "Audit", text: "énergie")],
                candidates: texts.enumerated().map {
                    Candidate(id: "\($0)", title: $1.0, text: $1.1)
                }),
            vectors: nil, policy: MatchPolicy(weights: [.words: 1], require: [], floor: 0))
        let words = texts.indices.map { candidate in
            scorer.explain(need: 0, candidate: candidate).signals
                .filter { $0.kind == .words }.map(\.value)
        }
        #expect(Set(words) == [words[1]] && words[1].count == 1)
    }

    /// Weights of the signals that apply, by their definition.
    private static func shares(
        of applying: Set<SignalKind>, _ weights: [SignalKind: Double]
    ) -> [SignalKind: Double] {
        let content: Set<SignalKind> = [.skills, .meaning, .words, .topics]
        func sum(_ kinds: Set<SignalKind>) -> Double {
            SignalKind.allCases.filter(kinds.contains).reduce(0) { $0 + weights[$1, default: 0] }
        }
        let (planned, present) = (sum(content), sum(content.intersection(applying)))
        if planned > 0, present <= 0 { return [:] }
        var shares: [SignalKind: Double] = [:]
        for kind in applying {
            let isScaled = content.contains(kind) && present > 0
            shares[kind] = weights[kind, default: 0] * (isScaled ? planned / present : 1)
        }
        let total = SignalKind.allCases.reduce(0) { $0 + shares[$1, default: 0] }
        return total > 0 ? shares.mapValues { $0 / total } : [:]
    }

    /// The weights of a market: of *n* texts words keep *n* / (*n* + 180) of theirs, and the other
    /// signals of content get the rest.
    private static func trusted(_ market: RandomMarket) -> [SignalKind: Double] {
        let content: [SignalKind] = [.skills, .meaning, .words, .topics]
        let texts = market.snapshot.needs.count + market.snapshot.candidates.count
        var weights = market.policy.weights
        let planned = content.reduce(0) { $0 + weights[$1, default: 0] }
        weights[.words, default: 0] *= Double(texts) / Double(texts + 180)
        let left = content.reduce(0) { $0 + weights[$1, default: 0] }
        for kind in content where left > 0 {
            weights[kind] = weights[kind, default: 0] * planned / left
        }
        return weights
    }

    @Test func weightsOfExplanationsAreTheDefinitionsToAFewBits() throws {
        for seed in 0..<40 as Range<UInt64> {
            let market = try RandomMarket(seed: seed)
            let scorer = market.scorer
            for need in scorer.needs.indices {
                for found in scorer.explain(
                    need: need, candidates: Array(scorer.candidates.indices))
                {
                    let expected = Self.shares(
                        of: Set(found.signals.map(\.kind)), Self.trusted(market))
                    for signal in found.signals {
                        #expect(abs(signal.weight - expected[signal.kind, default: 0]) < 1e-12)
                    }
                }
            }
        }
    }
}

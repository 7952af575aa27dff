import Learning
import Market
import TestSupport
import Testing

private let shipped = Reviewer.shipped

/// Somebody for whom the price counts most.
private let thrifty: [SignalKind: Double] = [
    .skills: 0.2, .meaning: 0.25, .words: 0.1, .place: 0.1, .price: 0.35,
]

@Suite struct LearningTests {
    @Test func onlySignalsOfTheWorkMayMove() {
        #expect(SignalKind.learnable == [.skills, .meaning, .words, .dates, .price])
        for kind in [SignalKind.language, .place, .balance] {
            #expect(!SignalKind.learnable.contains(kind))
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func aKnownTasteIsFoundAgain(seed: UInt64) throws {
        let reviewer = Reviewer(preferences: thrifty, slope: 15)
        let fit = try #require(
            learn(from: reviewer.decisions(600, seed: seed), shipped: shipped).fit)
        #expect(fit.isAdopted)
        #expect(fit.lossAfter < fit.lossBefore && fit.lossBefore < fit.lossOfBaseRate)
        // The shipped weights are 0.3 away.
        #expect(distance(fit.learned, thrifty) < 0.2)
        for kind in SignalKind.allCases {
            let found = fit.learned[kind] ?? 0
            #expect(abs(found - (thrifty[kind] ?? 0)) < 0.2, "\(kind)")
        }
        #expect((fit.learned[.price] ?? 0) > (shipped[.price] ?? 0) + 0.1)
    }

    @Test func onAverageATasteIsFoundWithinATenth() {
        let reviewer = Reviewer(preferences: thrifty, slope: 15)
        let distances = (100..<130 as Range<UInt64>).compactMap { seed in
            learn(from: reviewer.decisions(600, seed: seed), shipped: shipped).fit.map {
                distance($0.learned, thrifty)
            }
        }
        #expect(distances.count == 30)
        #expect(distances.reduce(0, +) / 30 < 0.1)
    }

    @Test(arguments: [60, 120, 300])
    func verdictsByLotMoveNothing(count: Int) {
        let lot = Reviewer(preferences: shipped, slope: 0)
        let fits = (0..<100 as Range<UInt64>).compactMap { seed in
            learn(from: lot.decisions(count, seed: seed &* 31 &+ 7), shipped: shipped).fit
        }
        #expect(fits.count > 95)
        #expect(fits.count(where: \.isAdopted) < 5)
        let moved = fits.reduce(0) { $0 + distance($1.weights, shipped) } / Double(fits.count)
        #expect(moved < 0.02)
    }

    /// Most are declined, or most accepted, whatever is suggested.
    @Test(arguments: [0.15, 0.85])
    func verdictsByAnUnevenLotMoveNothing(share: Double) {
        let lot = Reviewer(preferences: shipped, slope: 0)
        let fits = (0..<100 as Range<UInt64>).compactMap { seed in
            learn(from: lot.decisions(200, seed: seed, accepting: share), shipped: shipped).fit
        }
        #expect(fits.count > 95)
        #expect(fits.count(where: \.isAdopted) < 5)
        #expect(fits.reduce(0) { $0 + distance($1.weights, shipped) } / 100 < 0.02)
    }

    /// Whose preferences are the shipped weights: there is nothing to learn, and nearly nothing is.
    @Test func aReviewerOfTheShippedTasteLeavesThem() {
        let reviewer = Reviewer(preferences: shipped, slope: 15)
        let fits = (0..<60 as Range<UInt64>).compactMap { seed in
            learn(from: reviewer.decisions(300, seed: seed), shipped: shipped).fit
        }
        #expect(fits.count == 60)
        #expect(fits.count(where: \.isAdopted) < 6)
        let moved = fits.reduce(0) { $0 + distance($1.learned, shipped) } / 60
        print("adopted \(fits.count(where: \.isAdopted)) of 60, moved \(moved)")
        #expect(moved < 0.03)
    }

    @Test func aReviewerWhoDecidesByPlaceTeachesNothing() throws {
        let local = Reviewer(
            preferences: [
                .skills: 0.25, .meaning: 0.125, .words: 0.05, .place: 0.55, .price: 0.025,
            ],
            slope: 15)
        var moved = 0.0
        for seed in 0..<40 as Range<UInt64> {
            let fit = try #require(
                learn(from: local.decisions(300, seed: seed), shipped: shipped).fit)
            #expect(abs((fit.learned[.place] ?? 0) - 0.1) < 1e-12)
            moved += distance(fit.weights, shipped)
        }
        #expect(moved / 40 < 0.03)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func learnedWeightsAreSharesAndLeaveTheOthersAlone(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var weights: [SignalKind: Double] = [:]
        for kind in SignalKind.allCases where Bool.random(using: &random) {
            weights[kind] = .random(in: 0...1, using: &random)
        }
        weights[.skills] = 0.5
        weights[.words] = 0.2
        var preferences = weights.asShares
        preferences[.words, default: 0] += 0.3
        let reviewer = Reviewer(preferences: preferences.asShares, slope: 12)
        let decisions = reviewer.decisions(200, seed: seed, shipped: weights)
        let fit = try #require(learn(from: decisions, shipped: weights).fit)
        #expect(abs(fit.learned.values.reduce(0, +) - 1) < 1e-12)
        #expect(fit.learned.values.allSatisfy { $0 >= 0 })
        let shares = weights.asShares
        #expect(Set(fit.learned.keys) == Set(shares.keys))
        for kind in SignalKind.allCases where !SignalKind.learnable.contains(kind) {
            #expect(fit.learned[kind] == shares[kind])
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theOrderOfDecisionsChangesNothing(seed: UInt64) throws {
        let decisions = Reviewer(preferences: thrifty, slope: 10).decisions(150, seed: seed)
        let fit = try #require(learn(from: decisions, shipped: shipped).fit)
        var random = SeededGenerator(seed: seed)
        let shuffled = decisions.shuffled(using: &random)
        #expect(learn(from: shuffled, shipped: shipped).fit == fit)
    }

    @Test func theHashChangesWithTheDataAndWithTheWeights() throws {
        let decisions = Reviewer(preferences: thrifty, slope: 10).decisions(80, seed: 3)
        let hash = try #require(learn(from: decisions, shipped: shipped).fit).dataHash
        #expect(hash.count == 64)
        var turned = decisions
        turned[5] = DecidedPair(
            need: turned[5].need, candidate: turned[5].candidate,
            isAccepted: !turned[5].isAccepted, signals: turned[5].signals,
            weights: turned[5].weights)
        let other = try #require(learn(from: turned, shipped: shipped).fit).dataHash
        #expect(other != hash)
        let fewer = try #require(learn(from: decisions.dropLast(), shipped: shipped).fit)
        #expect(fewer.dataHash != hash)
        var heavier = shipped
        heavier[.price] = 0.06
        #expect(try #require(learn(from: decisions, shipped: heavier).fit).dataHash != hash)
    }
}

@Suite struct TooLittleTests {
    @Test func withTooFewDecisionsItSaysHowManyAreMissing() {
        let decisions = Reviewer(preferences: shipped, slope: 4).decisions(41, seed: 1)
        let accepted = decisions.count(where: \.isAccepted)
        #expect(
            learn(from: decisions, shipped: shipped)
                == .tooFew(
                    FitShortage(
                        decisions: 19, accepted: max(0, 10 - accepted),
                        declined: max(0, 10 - (41 - accepted)), needs: 1)))
        #expect(
            learn(from: [], shipped: shipped)
                == .tooFew(FitShortage(decisions: 60, accepted: 10, declined: 10, needs: 10)))
    }

    @Test func whereAllWereAcceptedThereIsNothingToTellApart() {
        let decisions = Reviewer(preferences: shipped, slope: 4).decisions(200, seed: 1).map {
            DecidedPair(
                need: $0.need, candidate: $0.candidate, isAccepted: true, signals: $0.signals,
                weights: $0.weights)
        }
        #expect(
            learn(from: decisions, shipped: shipped)
                == .tooFew(FitShortage(decisions: 0, accepted: 0, declined: 10, needs: 0)))
    }

    @Test func decisionsOnOneNeedAreNotEnough() {
        let decisions = Reviewer(preferences: shipped, slope: 4).decisions(200, seed: 1).map {
            DecidedPair(
                need: "n", candidate: $0.candidate, isAccepted: $0.isAccepted,
                signals: $0.signals, weights: $0.weights)
        }
        #expect(
            learn(from: decisions, shipped: shipped)
                == .tooFew(FitShortage(decisions: 0, accepted: 0, declined: 0, needs: 9)))
    }

    @Test func oneSignalAloneHasNothingToShare() {
        let weights: [SignalKind: Double] = [.skills: 1, .place: 0.5, .language: 0.2]
        #expect(learn(from: [], shipped: weights) == .nothingToMove)
        #expect(learn(from: [], shipped: [:]) == .nothingToMove)
    }

    @Test(arguments: [Double.nan, .infinity, -0.5, 7])
    func numbersThatMakeNoSenseAreLeftOutAndCounted(value: Double) throws {
        let decisions = Reviewer(preferences: thrifty, slope: 10).decisions(100, seed: 9)
        let without = try #require(learn(from: decisions, shipped: shipped).fit)
        let bad = Signal(
            kind: .skills, value: value, weight: 0.5, evidence: .meaning(nearness: 0))
        let more =
            decisions + [
                DecidedPair(
                    need: "n0", candidate: "x", isAccepted: true, signals: [bad], weights: shipped),
                DecidedPair(
                    need: "n0", candidate: "y", isAccepted: true, signals: [], weights: shipped),
            ]
        let fit = try #require(learn(from: more, shipped: shipped).fit)
        #expect(fit.leftOut == 2)
        #expect(fit.dataHash == without.dataHash && fit.learned == without.learned)
    }

    @Test func verdictsThatASignalForetellsWithoutErrorStillGiveFiniteWeights() throws {
        let decisions = Reviewer(preferences: thrifty, slope: 10_000).decisions(200, seed: 4)
        let fit = try #require(learn(from: decisions, shipped: shipped).fit)
        #expect(fit.learned.values.allSatisfy(\.isFinite) && fit.lossAfter.isFinite)
        #expect(fit.isAdopted)
    }

    @Test func signalsThatAreAllAlikeTeachNothing() throws {
        let decisions = Reviewer(preferences: shipped, slope: 0).decisions(100, seed: 4).map {
            pair in
            DecidedPair(
                need: pair.need, candidate: pair.candidate, isAccepted: pair.isAccepted,
                signals: pair.signals.map {
                    Signal(kind: $0.kind, value: 0.5, weight: $0.weight, evidence: $0.evidence)
                }, weights: pair.weights)
        }
        let fit = try #require(learn(from: decisions, shipped: shipped).fit)
        #expect(!fit.isAdopted && fit.weights == shipped.asShares)
    }
}

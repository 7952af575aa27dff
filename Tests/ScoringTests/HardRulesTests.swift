import Market
import Scoring
import TestSupport
import Testing

/// Every hard rule gives the same answer in its table form and in its pair form.
@Suite struct HardRulesTests {
    @Test func theRegistryHoldsEveryRuleOnceInOrder() {
        #expect(Scorer.hardRules == Exclusion.Rule.allCases)
    }

    @Test func bothFormsOfEveryRuleAgreeAndEachFailureIsDescribed() throws {
        var failed: [Exclusion.Rule: Int] = [:]
        var passed: [Exclusion.Rule: Int] = [:]
        for seed in 0..<40 as Range<UInt64> {
            let scorer = try Self.scorer(seed: seed, requiring: [])
            let count = scorer.candidates.count
            for rule in Scorer.hardRules {
                for (need, found) in scorer.forms(of: rule).enumerated() {
                    #expect(found.table == found.pairs, "\(rule), need \(need), seed \(seed)")
                    #expect(found.failures.count == count - found.pairs.count)
                    #expect(found.failures.allSatisfy { !$0.isEmpty })
                    #expect(found.failures.joined().allSatisfy { $0.rule == rule })
                    failed[rule, default: 0] += found.failures.count
                    passed[rule, default: 0] += found.pairs.count
                }
            }
        }
        for rule in Scorer.hardRules {
            #expect(failed[rule, default: 0] > 0, "nobody fails \(rule)")
            #expect(passed[rule, default: 0] > 0, "nobody passes \(rule)")
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func tilesHoldThePairsThatFailNoRule(seed: UInt64) throws {
        let required = try RandomMarket(seed: seed).policy.require
        let scorer = try Self.scorer(
            seed: seed, requiring: seed % 2 == 0 ? Set(Exclusion.Rule.requirable) : required)
        for (need, found) in scorer.eligibleByTiles().enumerated() {
            #expect(found.eligible == scorer.eligible(need: need))
            var excluded: [Exclusion.Rule: Int] = [:]
            for candidate in scorer.candidates.indices {
                if let first = scorer.exclusions(need: need, candidate: candidate).first {
                    excluded[first.rule, default: 0] += 1
                }
            }
            #expect(found.excluded == excluded)
        }
    }

    /// The scorer of a random market, with busy calendars, radii at which rounding decides, and one
    /// pair declined for each need.
    private static func scorer(
        seed: UInt64, requiring rules: Set<Exclusion.Rule>
    ) throws -> Scorer {
        var market = try RandomMarket(
            seed: seed, needs: seed % 20 == 0 ? 2 : 12, candidates: seed % 20 == 0 ? 1_100 : 150)
        var random = SeededGenerator(seed: seed)
        market.snapshot.candidates = market.snapshot.candidates.map { candidate in
            var candidate = candidate
            if random.chance(0.3) {
                candidate.calendar = .busy(candidate.calendar, using: &random)
            }
            if let place = candidate.place, random.chance(0.2) {
                let towns = RandomMarket.towns.compactMap {
                    Place(name: $0.0, latitude: $0.1, longitude: $0.2)
                }
                // Exactly as far as a town, where rounding decides.
                candidate.radius = towns.randomElement(using: &random).map {
                    $0.distance(to: place)
                }
            }
            if random.chance(0.05) {
                candidate.radius = [-1, 0, 20_015.08, .infinity].randomElement(using: &random)
            }
            return candidate
        }
        let policy = MatchPolicy(weights: [.words: 1], require: rules, floor: 0)
        let basis = Scorer(snapshot: market.snapshot, vectors: nil, policy: policy)
        for need in market.snapshot.needs.indices {
            let candidate = Int.random(in: market.snapshot.candidates.indices, using: &random)
            let pair = NeedCandidate(
                need: market.snapshot.needs[need].id,
                candidate: market.snapshot.candidates[candidate].id)
            market.snapshot.declined[pair] = Decline(
                basis: need.isMultiple(of: 2)
                    ? basis.basis(need: need, candidate: candidate) : "another",
                isLasting: need.isMultiple(of: 3))
            for other in [(candidate * 7 + 3), (candidate * 11 + 5)] {
                let excluded = NeedCandidate(
                    need: pair.need,
                    candidate: market.snapshot.candidates[
                        other % market.snapshot.candidates.count
                    ].id)
                market.snapshot.exclusions[excluded] = [:]
            }
        }
        return Scorer(snapshot: market.snapshot, vectors: nil, policy: policy)
    }
}

extension WorkCalendar {
    /// A calendar with more rows, some beyond five days a week, before 1970 or promised elsewhere.
    static func busy(_ calendar: WorkCalendar, using random: inout SeededGenerator) -> WorkCalendar
    {
        func period() -> Period? {
            let first = Day(number: Int.random(in: 19_980...20_060, using: &random))
            return Period(
                from: first, to: first.advanced(by: Int.random(in: 0...40, using: &random)))
        }
        let offered = period().map {
            Availability(period: $0, daysPerWeek: Double.random(in: 0.5...7, using: &random))
        }
        let promised = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
            period().map { Commitment(period: $0, days: Double.random(in: 0...12, using: &random)) }
        }
        return WorkCalendar(
            availabilities: calendar.availabilities + [offered].compactMap(\.self),
            commitments: promised)
    }
}

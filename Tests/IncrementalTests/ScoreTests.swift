import Encoding
import Incremental
import Market
import Scoring
import TestSupport
import Testing

/// A run that takes over what still holds finds what a full run finds.
@Suite struct ScoreTests {
    @Test(arguments: 0..<24 as Range<UInt64>)
    func runAfterRunTheCacheChangesNothingButTheWork(seed: UInt64) throws {
        var runs = try Runs(seed: seed)
        let first = try runs.score()
        #expect(first.pairs == first.market.snapshot.needs.count * 110)
        let wrong = runs.store(first)
        #expect(wrong.isEmpty)
        for _ in 0..<5 {
            runs.change()
            let part = try runs.score()
            let full = try runs.score(isFull: true)
            #expect(part.market.matches.perNeed == full.market.matches.perNeed)
            #expect(part.market.matches.tallies == full.market.matches.tallies)
            #expect(part.inputHash == full.inputHash)
            #expect(part.pairs < full.pairs)
            #expect(part.cache.head.statistics == first.cache.head.statistics)
            let (one, other) = (part.market.scorer, full.market.scorer)
            #expect(one.hubness == other.hubness)
            let wrong = runs.store(part)
            #expect(wrong.isEmpty)
        }
    }

    @Test func aMarketWithoutNewsIsNotScoredAgain() throws {
        var runs = try Runs(seed: 1)
        let first = try runs.score()
        _ = runs.store(first)
        let second = try runs.score()
        #expect(second.pairs == 0)
        #expect(second.market.matches.perNeed == first.market.matches.perNeed)
        #expect(second.cache == first.cache)
        let update = second.cacheUpdate
        #expect(!update.replacesAll && update.needs.deleted.isEmpty)
        #expect(update.needs.inserted.isEmpty && update.candidates.inserted.isEmpty)
    }

    @Test(arguments: [false, true])
    func onlyPairsOfWhichNeitherSideChangedAreUnchangedAndNoneInASmallMarket(
        isSmall: Bool
    ) throws {
        var runs = try Runs(seed: 2, candidates: isSmall ? 110 : 5_000)
        _ = runs.store(try runs.score())
        runs.snapshot.needs[0].title += " neuf"
        runs.snapshot.candidates[0].title += " neuf"
        let second = try runs.score()
        var pairs: [NeedCandidate: Int] = [:]
        for (row, need) in runs.snapshot.needs.prefix(2).enumerated() {
            for (column, candidate) in runs.snapshot.candidates.prefix(2).enumerated() {
                pairs[NeedCandidate(need: need.id, candidate: candidate.id)] = 2 * row + column
            }
        }
        // In a small market scores follow the best candidate of their need, who may have changed.
        #expect(second.market.scorer.followsTheBest == isSmall)
        #expect(second.unchanged(among: pairs).values.sorted() == (isSmall ? [] : [3]))
        #expect(try runs.score(isFull: true).unchanged(among: pairs).isEmpty)
    }

    @Test func whereTraitsAreMissingEveryPairIsScored() throws {
        var runs = try Runs(seed: 3)
        let first = try runs.score()
        _ = runs.store(first)
        runs.snapshot.candidates[0].title += " neuf"
        let all = try runs.score(isFull: true)
        runs.traits = [:]
        let part = try runs.score()
        #expect(part.pairs == all.pairs && part.pairs > 0)
        #expect(part.market.matches.perNeed == all.market.matches.perNeed)
    }
}

/// Runs on a market that changes from one to the next, with what is stored between them.
private struct Runs {
    var snapshot: Snapshot
    /// Traits of stored candidates by number.
    var traits: [Int32: [UInt8]] = [:]
    private var policy: MatchPolicy
    private var stored: ScoringCache?
    private var random: SeededGenerator
    private var newcomers: [Candidate]

    init(seed: UInt64, candidates: Int = 110) throws {
        random = SeededGenerator(seed: seed)
        let market = try RandomMarket(seed: seed, needs: 12, candidates: candidates + 20)
        policy = market.policy.with(retrieve: 12, floor: market.policy.floor)
        snapshot = market.snapshot
        newcomers = Array(market.snapshot.candidates[candidates...])
        snapshot.candidates = Array(market.snapshot.candidates[..<candidates])
        sort()
    }

    /// As the ledger reads them: ascending by the bytes of their ids.
    private mutating func sort() {
        snapshot.candidates.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    mutating func change() {
        for _ in 0..<2 {
            snapshot.candidates.remove(
                at: Int.random(in: 0..<snapshot.candidates.count, using: &random))
        }
        for _ in 0..<2 {
            let index = Int.random(in: 0..<snapshot.candidates.count, using: &random)
            snapshot.candidates[index].title += " neuf"
            snapshot.candidates[index].remote.toggle()
        }
        if let newcomer = newcomers.popLast() { snapshot.candidates.append(newcomer) }
        sort()
        if random.chance(0.5) {
            let index = Int.random(in: 0..<snapshot.needs.count, using: &random)
            snapshot.needs[index].text += " neuf"
        }
    }

    func score(isFull: Bool = false) throws -> ScoringResult {
        let texts = MarketTexts(of: snapshot)
        let vectors = try Vectors(
            normalising: texts.all.flatMap(Self.direction), count: texts.all.count, dimension: 16)
        let baseline = try ScoringBaseline(of: snapshot, cache: stored) { numbers in
            traits.filter { numbers.contains($0.key) }
        }
        return try Incremental.score(
            snapshot, texts: texts, vectors: MarketVectors(texts: texts, vectors: vectors),
            policy: policy,
            context: ScoringContext(
                asOf: Day(number: 20_000), program: "test", model: "directions", dimension: 16),
            baseline: baseline, isFull: isFull)
    }

    /// The direction of a text; it depends on the text alone.
    private static func direction(of text: String) -> [Float] {
        guard !text.isEmpty else { return [Float](repeating: 0, count: 16) }
        var random = SeededGenerator(seed: text.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        return (0..<16).map { _ in 0.5 + Float.random(in: -1...1, using: &random) }
    }

    /// Stores the cache of a run by its update, as the ledger does.
    ///
    /// - Returns: Ids of rows that are then not those of the run's cache.
    mutating func store(_ result: ScoringResult) -> [String] {
        let update = result.cacheUpdate
        var needs = update.replacesAll ? [:] : stored?.needs ?? [:]
        for (id, added) in zip(update.needs.extended, update.needs.added) {
            needs[id]?.added = added
        }
        for id in update.needs.deleted { needs[id] = nil }
        for (id, row) in update.needs.inserted { needs[id] = row }

        let before = update.replacesAll ? nil : stored?.candidates
        var ids = Set(before?.ids ?? [])
        ids.subtract(update.candidates.deleted)
        var numbers = update.replacesAll ? [:] : traits
        for (id, number) in zip(before?.ids ?? [], before?.numbers ?? []) where !ids.contains(id) {
            numbers[number] = nil
        }
        let rows = update.candidates.rows
        for row in update.candidates.inserted {
            ids.insert(rows.ids[row])
            numbers[rows.numbers[row]] = update.candidates.traits(row)
        }
        traits = numbers
        stored = result.cache
        return needs.filter { result.cache.needs[$0.key] != $0.value }.map(\.key)
            + result.cache.needs.keys.filter { needs[$0] == nil }
            + ids.symmetricDifference(result.cache.candidates.ids)
            + Set(numbers.keys).symmetricDifference(result.cache.candidates.numbers).map { "\($0)" }
    }
}

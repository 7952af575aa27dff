/// The candidates of one need that may still be among its best, with bounds on their scores.
///
/// Candidates are offered in ascending order. A candidate is refused where its score cannot pass
/// ``floor``, which that many others reach: it would lose to each of them, by score or, where
/// scores are equal, by its higher index.
struct Shortlist {
    /// A candidate with bounds that its exact score lies between, both included; equal bounds are
    /// the score.
    struct Entry {
        var candidate: Int
        var lower: Double
        var upper: Double
    }

    let wanted: Int
    /// A score that `wanted` of the candidates offered reach; −∞ before there are as many.
    private(set) var floor = -Double.infinity
    private var entries: [Entry] = []
    private var trigger: Int

    init(wanted: Int) {
        self.wanted = wanted
        trigger = Shortlist.first(wanted)
    }

    /// Most entries ever held, for a number wanted.
    static func capacity(_ wanted: Int) -> Int { 4 * wanted + 1_024 }

    private static func first(_ wanted: Int) -> Int { 2 * wanted + 128 }

    /// Takes a candidate whose score may pass the floor, and says whether it is time to compact.
    mutating func take(_ entry: Entry) -> Bool {
        entries.append(entry)
        return entries.count >= trigger
    }

    /// Drops who can no longer be among the best; where the bounds do not tell enough of them
    /// apart, by exact scores.
    mutating func compact(scorer: inout ExactScorer, scratch: inout [Double]) {
        raiseFloor(&scratch)
        entries.removeAll { [floor] in $0.upper < floor }
        if entries.count > Shortlist.capacity(wanted) / 2 {
            scorer.settle(&entries, from: -.infinity)
            entries = best()
            if entries.count == wanted, let last = entries.last { floor = max(floor, last.lower) }
        }
        trigger = min(
            Shortlist.capacity(wanted), max(2 * entries.count, Shortlist.first(wanted)))
    }

    /// Raises the floor to about the `wanted`-th largest lower bound.
    private mutating func raiseFloor(_ scratch: inout [Double]) {
        scratch.removeAll(keepingCapacity: true)
        for entry in entries where entry.lower >= floor && entry.lower.isFinite {
            scratch.append(entry.lower)
        }
        guard scratch.count >= wanted else { return }
        floor = max(floor, Selection.reached(by: wanted, of: &scratch))
    }

    /// The best of all that were offered, best first; equal scores ascend by index.
    mutating func settle(scorer: inout ExactScorer, scratch: inout [Double]) -> [Entry] {
        raiseFloor(&scratch)
        entries.removeAll { [floor] in $0.upper < floor }
        if entries.count > wanted {
            scratch.removeAll(keepingCapacity: true)
            for entry in entries { scratch.append(entry.upper) }
            let first = Selection.reached(by: wanted, of: &scratch)
            scorer.settle(&entries, from: first)
            raiseFloor(&scratch)
        }
        entries.removeAll { [floor] in $0.upper < floor }
        scorer.settle(&entries, from: -.infinity)
        return best()
    }

    /// The first `wanted` of entries that are all settled.
    private func best() -> [Entry] {
        Array(
            entries.filter { $0.lower >= floor }.sorted {
                $0.lower != $1.lower ? $0.lower > $1.lower : $0.candidate < $1.candidate
            }.prefix(wanted))
    }
}

/// Exact scores of one need, and how many were reckoned.
struct ExactScorer {
    let need: UnsafePointer<Double>
    let candidates: UnsafePointer<Float>
    let dimension: Int
    var count = 0

    /// Replaces the bounds of entries whose upper bound reaches a limit by their scores.
    mutating func settle(_ entries: inout [Shortlist.Entry], from limit: Double) {
        // Four are scored once the next four are known, which are fetched meanwhile.
        var indexes = SIMD4<Int>()
        var before: SIMD4<Int>?
        var waiting = 0
        for index in entries.indices
        where entries[index].lower != entries[index].upper && entries[index].upper >= limit {
            indexes[waiting] = index
            waiting += 1
            count += 1
            guard waiting == ExactProduct.width else { continue }
            if let before { settle(&entries, at: before, next: indexes) }
            before = indexes
            waiting = 0
        }
        // Past the last one the first of the four is reckoned again.
        for index in waiting..<ExactProduct.width { indexes[index] = indexes[0] }
        if let before { settle(&entries, at: before, next: indexes) }
        if waiting > 0 { settle(&entries, at: indexes, next: nil) }
    }

    private func settle(
        _ entries: inout [Shortlist.Entry], at indexes: SIMD4<Int>, next: SIMD4<Int>?
    ) {
        func candidates(_ indexes: SIMD4<Int>) -> SIMD4<Int> {
            SIMD4(
                entries[indexes[0]].candidate, entries[indexes[1]].candidate,
                entries[indexes[2]].candidate, entries[indexes[3]].candidate)
        }
        let scores = ExactProduct.scores(
            need, self.candidates, at: candidates(indexes), dimension, next: next.map(candidates))
        for index in 0..<ExactProduct.width {
            entries[indexes[index]].lower = scores[index]
            entries[indexes[index]].upper = scores[index]
        }
    }
}

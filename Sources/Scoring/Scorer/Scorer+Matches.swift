public import Market
internal import Parallel

extension Scorer {
    /// How many needs are scored at a time.
    package static let block = 1_024

    /// The matches of the market: for each need the candidates, among the best by vectors and by
    /// words that are eligible for it, whose score reaches the floor.
    ///
    /// The best are found exactly, as many as the policy says on either way; needs and candidates
    /// without a vector are scored exhaustively. Where nothing has a vector, or meaning weighs
    /// nothing, every pair is scored. See <doc:HowPairsAreScored>.
    ///
    /// - Parameter progress: Called with the number of needs done, after each block.
    /// - Complexity: as for `score(_:among:)`; memory O(candidates + matches).
    public func matches(progress: (Int) -> Void = { _ in }) -> Matches {
        var perNeed: [[Match]] = []
        var tallies: [NeedTally] = []
        perNeed.reserveCapacity(snapshot.needs.count)
        tallies.reserveCapacity(snapshot.needs.count)
        var candidates = prepare(candidates: snapshot.candidates.indices)
        score(blocksOf: Array(snapshot.needs.indices), among: &candidates) { block, lists in
            for (matches, tally) in Threads.map(lists.count, { resolve(lists[$0]) }) {
                perNeed.append(matches)
                tallies.append(tally)
            }
            progress(block.endIndex)
        }
        return Matches(
            needs: snapshot.needs, candidates: snapshot.candidates, perNeed: perNeed,
            tallies: tallies)
    }

    /// Scores needs in blocks of 1,024 and hands each block on, so that memory is O(retained), not
    /// O(pairs).
    ///
    /// - Parameters:
    ///   - needs: Indices in the snapshot.
    ///   - prepared: Candidates made ready by this scorer.
    ///   - cutoffs: For each need of a block what candidates are left out, asked before the block is
    ///     scored; empty: nobody is.
    ///   - retain: Takes each block of the needs with what was found for them.
    public func score(
        blocksOf needs: [Int], among prepared: inout PreparedCandidates,
        above cutoffs: (ArraySlice<Int>) -> [CandidateList.Cutoffs] = { _ in [] },
        retain: (ArraySlice<Int>, [CandidateList]) -> Void
    ) {
        for start in stride(from: 0, to: needs.count, by: Scorer.block) {
            let block = needs[start..<min(start + Scorer.block, needs.count)]
            retain(block, score(block, among: &prepared, above: cutoffs(block)))
        }
    }

    /// The matches of one need, best first, and what became of all candidates.
    public func resolve(_ scored: CandidateList) -> (matches: [Match], tally: NeedTally) {
        let shift = shift(of: scored)
        let skills = askedCount(scored.need)
        return scored.resolved(floor: policy.floor, ids: { snapshot.candidates[$0].id }) {
            shift == 0 ? $0.score : score(fused: $0.fused, skills: skills, shift: shift)
        }
    }
}

internal import Market
internal import Retrieval
internal import Text

/// Scores one need after another in the scratch space of one thread.
struct NeedScorer {
    private let scorer: Scorer
    private let candidates: PreparedCandidates
    private var words: SoftTFIDFIndex.Scores
    private var cosines: [Float] = []
    private var alone: [Int] = []
    private var ranked: [(words: Float, position: Int32)] = []
    /// Whom to look at, one bit a candidate; none between two needs.
    private var marked: [UInt64]

    init(_ scorer: Scorer, _ candidates: PreparedCandidates) {
        self.scorer = scorer
        self.candidates = candidates
        words = scorer.words.scores
        marked = [UInt64](repeating: 0, count: (candidates.order.count + 63) / 64)
    }

    /// One need against the candidates that were retrieved for it, those that words bring, and those
    /// without a vector; where nothing was retrieved, against everybody.
    mutating func score(
        _ index: Int, found: (hits: [Hit], excluded: [Int])?, above cutoffs: CandidateList.Cutoffs
    ) -> CandidateList {
        let need = scorer.prepare(index, candidates.near)
        guard let found, let meaning = scorer.meaning, meaning.isKnown(need: index) else {
            return scoreAll(need)
        }
        scorer.words.read(need: index, into: &words)
        let order = candidates.order
        let hits =
            cutoffs.vectors.map { cut in found.hits.prefix { $0.score > cut } } ?? found.hits[...]
        let byVectors = score(
            need, hits.map { order[$0.candidate] }, ranks: hits.map(\.score),
            cosines: hits.map { Float($0.score) })
        let byWords = wordy(need, above: cutoffs.words)
        let unretrieved = scorer.eligible(candidates.unretrieved, for: need)
        let scored = score(need, unretrieved)
        let shared = score(need, byWords.map(\.candidate), ranks: byWords.map(\.words))
        let wanted = scorer.policy.retrieve
        return CandidateList(
            need: index, byVectors: byVectors, byWords: shared,
            vectorsCutoff: byVectors.cutoff(at: wanted), wordsCutoff: shared.cutoff(at: wanted),
            unretrieved: scored.filter(isMatch), considered: order.count, excluded: found.excluded)
    }

    /// One need against every eligible candidate.
    private mutating func scoreAll(_ need: PreparedNeed) -> CandidateList {
        let (positions, excluded) = candidates.table.eligible(need: need.index)
        var scored: [ScoredCandidate] = []
        if scorer.meaning == nil || scorer.mayScore(needWithoutMeaning: need.index) {
            scorer.words.read(need: need.index, into: &words)
            scored = score(need, positions.map { candidates.order[$0] })
        }
        return CandidateList(
            need: need.index, unretrieved: scored.filter(isMatch),
            considered: candidates.order.count, excluded: excluded)
    }

    private func isMatch(_ scored: ScoredCandidate) -> Bool {
        scored.score >= scorer.retainedFloor && scored.score > 0
    }

    /// The scores of some candidates.
    ///
    /// - Parameters:
    ///   - ranks: What each was found by.
    ///   - cosines: Cosine of each, right but where meaning stands alone.
    private mutating func score(
        _ need: PreparedNeed, _ positions: [Int], ranks: [Double] = [], cosines known: [Float] = []
    ) -> [ScoredCandidate] {
        let kind = scorer.words.kind(ofNeed: need.index)
        cosines.removeAll(keepingCapacity: true)
        if let meaning = scorer.meaning {
            if known.isEmpty {
                meaning.fill(&cosines, need: need.index, candidates: positions)
            } else {
                alone.removeAll(keepingCapacity: true)
                for position in positions where scorer.words.isSilent(kind, candidate: position) {
                    alone.append(position)
                }
                meaning.fill(&cosines, need: need.index, candidates: alone)
            }
        }
        var next = 0
        return positions.indices.map { offset in
            let position = positions[offset]
            let isAlone = scorer.words.isSilent(kind, candidate: position)
            var cosine = Float.nan
            if !known.isEmpty, !isAlone {
                cosine = known[offset]
            } else if next < cosines.count {
                cosine = cosines[next]
                next += 1
            }
            let content = scorer.content(
                cosine: cosine, words: isAlone ? nil : words[position], candidate: position)
            let fused = scorer.fused(need, position, content)
            return ScoredCandidate(
                candidate: position, rank: ranks.isEmpty ? 0 : ranks[offset], fused: fused,
                score: scorer.score(fused: fused, skills: need.asked.asked.count))
        }
    }

    /// The eligible candidates that share most words with a need, most first; equal ones ascend by
    /// id. Only those whose words say anything, and which have a vector.
    ///
    /// - Parameter cut: Who shares as much or less is left out.
    private mutating func wordy(
        _ need: PreparedNeed, above cut: Double?
    ) -> [(candidate: Int, words: Double)] {
        guard scorer.policy.weights[.words, default: 0] > 0 else { return [] }
        let kind = scorer.words.kind(ofNeed: need.index)
        let wanted = scorer.policy.retrieve
        if let cut {
            return wordy(need, kind, from: NeedScorer.bin(Float(cut)), above: cut, wanted)
        }
        var bins = [Int](repeating: 0, count: NeedScorer.bins)
        for document in words.documents {
            bins[NeedScorer.bin(words[Int(document)])] += 1
        }
        // The highest bins are tried first, four times as many of them each time too few are found.
        var tried = wanted
        while true {
            var lowest = bins.count - 1
            var count = bins[lowest]
            while lowest > 0, count < tried {
                lowest -= 1
                count += bins[lowest]
            }
            let found = wordy(need, kind, from: lowest, above: -1, wanted)
            if found.count == wanted || lowest == 0 { return found }
            tried = 4 * max(tried, count)
        }
    }

    private mutating func wordy(
        _ need: PreparedNeed, _ kind: LexicalSimilarity.Kind, from lowest: Int, above cut: Double,
        _ wanted: Int
    ) -> [(candidate: Int, words: Double)] {
        ranked.removeAll(keepingCapacity: true)
        for document in words.documents {
            let position = candidates.positions[Int(document)]
            let shared = words[Int(document)]
            guard position >= 0, NeedScorer.bin(shared) >= lowest, Double(shared) > cut,
                !scorer.words.isSilent(kind, candidate: Int(document))
            else { continue }
            ranked.append((shared, position))
            marked[Int(position) >> 6] |= 1 << UInt64(position & 63)
        }
        candidates.table.keepEligible(need: need.index, &marked)
        ranked.removeAll { marked[Int($0.position) >> 6] >> UInt64($0.position & 63) & 1 == 0 }
        for (_, position) in ranked { marked[Int(position) >> 6] = 0 }
        ranked.sort { $0.words != $1.words ? $0.words > $1.words : $0.position < $1.position }
        return ranked.prefix(wanted).map { (candidates.order[Int($0.position)], Double($0.words)) }
    }

    private static let bins = 8_192

    private static func bin(_ words: Float) -> Int {
        min(bins - 1, max(0, Int(words * Float(bins))))
    }
}

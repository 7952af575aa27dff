package import Market
package import Scoring

extension CandidateList {
    /// What becomes of a need that was scored before, once some candidates came, went or changed.
    ///
    /// A list that was cut off is exact above its cutoff. So are those of it that remain together with
    /// those above it that came.
    ///
    /// - Parameters:
    ///   - fresh: The need as scored over the candidates that came or changed alone, under the same
    ///     policy. Those that changed are not in this need's lists any more.
    ///   - wanted: How many must be known on either way, where there are as many.
    ///   - considered: Candidates that there are now.
    ///   - excluded: How many of them each rule excludes first, in the order of `Exclusion.Rule`.
    ///   - ids: Ids of the snapshot's candidates by index.
    /// - Returns: nil where too few are known for certain: the need must be scored anew.
    package func renewed(
        by fresh: CandidateList, wanted: Int, considered: Int, excluded: [Int],
        ids: (Int) -> Candidate.ID
    ) -> CandidateList? {
        var renewed = self
        renewed.add(fresh, ids: ids)
        guard vectorsCutoff == nil || renewed.byVectors.count >= wanted,
            wordsCutoff == nil || renewed.byWords.count >= wanted
        else { return nil }
        renewed.considered = considered
        renewed.excluded = excluded
        return renewed
    }

    /// Adds candidates that are above the cutoffs.
    mutating func add(_ other: CandidateList, ids: (Int) -> Candidate.ID) {
        func merge(_ list: inout [ScoredCandidate], _ added: [ScoredCandidate], cut: Double?) {
            let added = cut.map { cut in added.filter { $0.rank > cut } } ?? added
            guard !added.isEmpty else { return }
            var merged: [ScoredCandidate] = []
            merged.reserveCapacity(list.count + added.count)
            var next = added.startIndex
            for scored in list {
                while next < added.endIndex, CandidateList.comes(added[next], before: scored, ids) {
                    merged.append(added[next])
                    next += 1
                }
                merged.append(scored)
            }
            merged += added[next...]
            list = merged
        }
        merge(&byVectors, other.byVectors, cut: vectorsCutoff)
        merge(&byWords, other.byWords, cut: wordsCutoff)
        unretrieved += other.unretrieved
    }

    /// Takes another's candidates, in no order.
    mutating func gather(_ other: CandidateList) {
        byVectors += other.byVectors
        byWords += other.byWords
        unretrieved += other.unretrieved
    }

    /// Brings candidates that were gathered into order.
    mutating func sort(ids: (Int) -> Candidate.ID) {
        byVectors.sort { CandidateList.comes($0, before: $1, ids) }
        byWords.sort { CandidateList.comes($0, before: $1, ids) }
    }

    /// The need as it is scored where no more than some are retrieved on either way.
    package func truncated(to count: Int) -> CandidateList {
        CandidateList(
            need: need, byVectors: Array(byVectors.prefix(count)),
            byWords: Array(byWords.prefix(count)),
            vectorsCutoff: byVectors.cutoff(at: count) ?? vectorsCutoff,
            wordsCutoff: byWords.cutoff(at: count) ?? wordsCutoff, unretrieved: unretrieved,
            considered: considered,
            excluded: excluded)
    }

    /// Whether nobody was found.
    package var isEmpty: Bool { byVectors.isEmpty && byWords.isEmpty && unretrieved.isEmpty }

    /// The same, its need and its candidates known by other indices.
    ///
    /// - Parameters:
    ///   - need: Index of the need.
    ///   - positions: For each index of a candidate the other one.
    func moved(need: Int, positions: [Int]) -> CandidateList {
        func moved(_ list: [ScoredCandidate]) -> [ScoredCandidate] {
            list.map {
                ScoredCandidate(
                    candidate: positions[$0.candidate], rank: $0.rank, fused: $0.fused,
                    score: $0.score)
            }
        }
        return CandidateList(
            need: need, byVectors: moved(byVectors), byWords: moved(byWords),
            vectorsCutoff: vectorsCutoff, wordsCutoff: wordsCutoff,
            unretrieved: moved(unretrieved),
            considered: considered, excluded: excluded)
    }
}

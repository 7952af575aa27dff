public import Market

extension JudgedNeed {
    /// What becomes of a need that was judged before, once some candidates came, went or changed.
    ///
    /// A list that was cut is exact above its cut: what stands there of the candidates that stayed,
    /// with what stands there of those that came, is exact again.
    ///
    /// - Parameters:
    ///   - fresh: The need as judged over the candidates that came or changed alone, under the same
    ///     policy.
    ///   - gone: Places of the candidates that changed; those that went have none.
    ///   - wanted: How many must be known on either way, where there are as many.
    ///   - atMost: How many to keep on either way.
    ///   - considered: Candidates that there are now.
    ///   - excluded: How many of them each rule excludes first, in the order of `Exclusion.Rule`.
    ///   - ids: Ids of the snapshot's candidates by place.
    /// - Returns: nil where too few are known for certain: the need must be judged anew.
    public func renewed(
        by fresh: JudgedNeed, without gone: Set<Int>, wanted: Int, atMost: Int, considered: Int,
        excluded: [Int], ids: (Int) -> Candidate.ID
    ) -> JudgedNeed? {
        func renewed(
            _ before: [JudgedCandidate], _ after: [JudgedCandidate], cut: Double?
        ) -> (list: [JudgedCandidate], cut: Double?)? {
            var merged: [JudgedCandidate] = []
            merged.reserveCapacity(before.count + after.count)
            var next = after.startIndex
            func isAfter(_ one: JudgedCandidate, _ other: JudgedCandidate) -> Bool {
                one.rank != other.rank
                    ? one.rank < other.rank : ids(one.candidate) > ids(other.candidate)
            }
            for judged in before where !gone.contains(judged.candidate) {
                while next < after.endIndex, isAfter(judged, after[next]) {
                    merged.append(after[next])
                    next += 1
                }
                merged.append(judged)
            }
            merged += after[next...]
            if let cut { merged.removeAll { $0.rank <= cut } }
            guard cut == nil || merged.count >= wanted else { return nil }
            let list = Array(merged.prefix(atMost))
            return (list, list.cut(at: atMost) ?? cut)
        }
        guard let byVectors = renewed(byVectors, fresh.byVectors, cut: vectorsCut),
            let byWords = renewed(byWords, fresh.byWords, cut: wordsCut)
        else { return nil }
        return JudgedNeed(
            need: need, byVectors: byVectors.list, byWords: byWords.list,
            vectorsCut: byVectors.cut, wordsCut: byWords.cut,
            besides: besides.filter { !gone.contains($0.candidate) } + fresh.besides,
            considered: considered, excluded: excluded)
    }

    /// The need as it is judged where no more than some are retrieved on either way.
    public func cut(to count: Int) -> JudgedNeed {
        JudgedNeed(
            need: need, byVectors: Array(byVectors.prefix(count)),
            byWords: Array(byWords.prefix(count)), besides: besides, considered: considered,
            excluded: excluded)
    }

    /// The same, its need and its candidates known by other places.
    ///
    /// - Parameters:
    ///   - need: Place of the need.
    ///   - places: For each place of a candidate the other one.
    public func placed(need: Int, places: [Int]) -> JudgedNeed {
        func placed(_ list: [JudgedCandidate]) -> [JudgedCandidate] {
            list.map {
                JudgedCandidate(candidate: places[$0.candidate], rank: $0.rank, score: $0.score)
            }
        }
        return JudgedNeed(
            need: need, byVectors: placed(byVectors), byWords: placed(byWords),
            vectorsCut: vectorsCut, wordsCut: wordsCut, besides: placed(besides),
            considered: considered, excluded: excluded)
    }
}

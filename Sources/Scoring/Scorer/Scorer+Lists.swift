internal import Encoding
internal import Market
internal import Parallel
internal import Retrieval

extension Scorer {
    /// Makes some candidates ready to be scored for any need.
    ///
    /// - Parameters:
    ///   - candidates: Indices in the snapshot, each once.
    ///   - needs: About how many needs they will be scored for; nil: for all. It changes what is
    ///     fastest, and nothing of what is found.
    /// - Complexity: O(*candidates* × dimension), and a copy of their vectors.
    public func prepare(
        candidates: some Sequence<Int>, needs: Int? = nil
    ) -> PreparedCandidates {
        PreparedCandidates(self, candidates, needs: needs ?? self.needs.count)
    }

    /// What becomes of some candidates for each of some needs: see ``CandidateList``.
    ///
    /// All cores are used; the result does not depend on how many.
    ///
    /// - Parameters:
    ///   - needs: Indices in the snapshot.
    ///   - candidates: Candidates made ready by this scorer.
    /// - Complexity: O(pairs × dimension) for retrieval, and for each need O(candidates retrieved ×
    ///   skills asked × skills held); nothing is allocated for a pair.
    public func score(
        _ needs: some Sequence<Int>, among candidates: PreparedCandidates
    ) -> [CandidateList] {
        var candidates = candidates
        return score(needs, among: &candidates)
    }

    /// The same, for one part of the needs after another: what was learned of the needs' skills is
    /// kept with the candidates.
    ///
    /// - Parameters:
    ///   - needs: Indices in the snapshot.
    ///   - prepared: Candidates made ready by this scorer.
    ///   - cutoffs: For each need what candidates are left out; empty: nobody is.
    public func score(
        _ needs: some Sequence<Int>, among prepared: inout PreparedCandidates,
        above cutoffs: [CandidateList.Cutoffs] = []
    ) -> [CandidateList] {
        let needs = Array(needs)
        prepared.near.learn(skillsAsked(by: needs), meaning)
        let candidates = prepared
        let found = retrieve(needs, candidates)
        return Threads.map(needs.count, scratch: { NeedScorer(self, candidates) }) {
            scorer, position in
            scorer.score(
                needs[position], found: found?.results(of: position),
                above: cutoffs.isEmpty ? CandidateList.Cutoffs() : cutoffs[position])
        }
    }

    private func skillsAsked(by needs: some Sequence<Int>) -> [Int] {
        needs.flatMap { snapshot.needs[$0].skills.compactMap { skills.number(of: $0.skill) } }
    }

    private func retrieve(_ needs: [Int], _ candidates: PreparedCandidates) -> Retrieved? {
        guard let index = candidates.index, let meaning else { return nil }
        var table = candidates.table
        table.chosen = needs
        do {
            return try index.best(
                policy.retrieve, for: meaning.rows(ofNeeds: needs, words), eligibility: table)
        } catch {
            preconditionFailure("both sides have one form: \(error)")
        }
    }
}

extension Retrieved {
    /// What was found for one need, and how many each rule excluded.
    fileprivate func results(of need: Int) -> (hits: [Hit], excluded: [Int]) {
        guard !counts.isEmpty else {
            // There was nobody to look at; at least one is always retrieved.
            return (perNeed[need], Exclusion.Rule.allCases.map { _ in 0 })
        }
        let width = counts.count / max(1, perNeed.count)
        return (perNeed[need], Array(counts[need * width..<(need + 1) * width]))
    }
}

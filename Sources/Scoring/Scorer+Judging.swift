internal import Dispatch
internal import Encoding
internal import Market
internal import Retrieval
internal import Synchronization

extension Scorer {
    /// Makes some candidates ready to be judged for any need.
    ///
    /// - Parameter candidates: Places in the snapshot, each once.
    /// - Complexity: O(*candidates* × dimension), and a copy of their vectors.
    public func prepare(candidates: some Sequence<Int>) -> PreparedCandidates {
        PreparedCandidates(self, candidates)
    }

    /// What becomes of some candidates for each of some needs: see ``JudgedNeed``.
    ///
    /// All cores are used; the result does not depend on how many.
    ///
    /// - Parameters:
    ///   - needs: Places in the snapshot.
    ///   - candidates: Candidates made ready by this scorer.
    /// - Complexity: O(pairs × dimension) for retrieval, and for each need O(candidates retrieved ×
    ///   skills asked × skills held); nothing is allocated for a pair.
    public func judge(
        _ needs: some Sequence<Int>, among candidates: PreparedCandidates
    ) -> [JudgedNeed] {
        var candidates = candidates
        return judge(needs, among: &candidates)
    }

    /// The same, for one part of the needs after another: what was learned of the needs' skills is
    /// kept with the candidates.
    public func judge(
        _ needs: some Sequence<Int>, among prepared: inout PreparedCandidates
    ) -> [JudgedNeed] {
        let needs = Array(needs)
        prepared.near.learn(skillsAsked(by: needs), meaning)
        let candidates = prepared
        let found = retrieve(needs, candidates)
        let chunk = 8
        let chunks = (needs.count + chunk - 1) / chunk
        let results = Mutex([[JudgedNeed]](repeating: [], count: chunks))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(Threads.count, chunks)) { _ in
            var judge = Judge(self, candidates)
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < chunks else { return }
                let range = place * chunk..<min((place + 1) * chunk, needs.count)
                let judged = range.map { offset in
                    judge.judge(needs[offset], found: found?.results(of: offset))
                }
                results.withLock { $0[place] = judged }
            }
        }
        return results.withLock { $0.flatMap(\.self) }
    }

    private func skillsAsked(by needs: some Sequence<Int>) -> [Int] {
        needs.flatMap { snapshot.needs[$0].skills.compactMap { skills.number(of: $0.skill) } }
    }

    /// How many candidates each rule excluded first for each of some needs, in the order of
    /// `Exclusion.Rule`.
    public func excluded(for needs: [Int], among candidates: PreparedCandidates) -> [[Int]] {
        let counts = Mutex([[Int]](repeating: [], count: needs.count))
        DispatchQueue.concurrentPerform(iterations: needs.count) { place in
            let excluded = candidates.table.excluded(need: needs[place])
            counts.withLock { $0[place] = excluded }
        }
        return counts.withLock { $0 }
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
        let width = counts.count / max(1, perNeed.count)
        return (perNeed[need], Array(counts[need * width..<(need + 1) * width]))
    }
}

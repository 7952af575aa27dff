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
    /// - Complexity: O(pairs × dimension) for retrieval, and for each need O(candidates retrieved ×
    ///   skills asked × skills held); nothing is allocated for a pair.
    public func judge(_ needs: Range<Int>, among candidates: PreparedCandidates) -> [JudgedNeed] {
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
                let first = needs.lowerBound + place * chunk
                let range = first..<min(first + chunk, needs.upperBound)
                let judged = range.map { need in
                    judge.judge(need, found: found?.results(of: need - needs.lowerBound))
                }
                results.withLock { $0[place] = judged }
            }
        }
        return results.withLock { $0.flatMap(\.self) }
    }

    private func retrieve(_ needs: Range<Int>, _ candidates: PreparedCandidates) -> Retrieved? {
        guard let index = candidates.index, let meaning else { return nil }
        var table = candidates.table
        table.firstNeed = needs.lowerBound
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

internal import Market

extension ScoringCacheUpdate {
    /// What to write so that one cache becomes another; what is the same in both is not written.
    ///
    /// - Parameters:
    ///   - previous: What is stored; nil to write the next one whole.
    ///   - next: What is to be stored.
    ///   - traits: What hard rules look at of the candidate of each of its rows.
    init(
        from previous: ScoringCache?, to next: ScoringCache,
        traits: @escaping @Sendable (_ row: Int) -> [UInt8]
    ) {
        // Candidate lists hold for the statistics: with others nothing stored is of use.
        let previous = previous?.head.statistics == next.head.statistics ? previous : nil
        let rows = previous?.candidates ?? ScoringCache.CandidateRows()
        let (gone, inserted) = rows.changes(to: next.candidates)
        self.init(
            head: next.head, replacesAll: previous == nil,
            needs: Needs(from: previous?.needs ?? [:], to: next.needs),
            candidates: Candidates(
                deleted: gone.map { rows.ids[$0] }, inserted: inserted, rows: next.candidates,
                traits: traits))
    }
}

extension ScoringCacheUpdate.Needs {
    init(
        from previous: [Need.ID: ScoringCache.NeedRow], to next: [Need.ID: ScoringCache.NeedRow]
    ) {
        self.init()
        deleted = previous.keys.filter { next[$0] == nil }
        for (id, row) in next.sorted(by: { $0.key < $1.key }) {
            guard let before = previous[id] else {
                inserted.append((id, row))
                continue
            }
            guard before != row else { continue }
            // Of a need that goes on, the long part stays where it lies.
            if before.content == row.content, before.found == row.found {
                extended.append(id)
                added.append(row.added)
            } else {
                deleted.append(id)
                inserted.append((id, row))
            }
        }
        deleted.sort()
    }
}

extension ScoringCache.CandidateRows {
    /// What differs from these rows to others: rows here that are gone or others there, and rows
    /// there that are new or others.
    fileprivate func changes(
        to next: ScoringCache.CandidateRows
    ) -> (gone: [Int], inserted: [Int]) {
        let rows = rows(of: next.count) { next.ids[$0] }
        var remains = [Bool](repeating: false, count: count)
        var inserted: [Int] = []
        for (index, row) in rows.enumerated() {
            let isSame =
                row >= 0 && numbers[Int(row)] == next.numbers[index]
                && content(of: Int(row)) == next.content(of: index)
            if isSame { remains[Int(row)] = true } else { inserted.append(index) }
        }
        return (remains.indices.filter { !remains[$0] }, inserted)
    }
}

internal import Ledger
internal import Market

/// What came, went or changed in a market since it was scored.
struct MarketChanges: Sendable {
    /// Places of needs that are new or changed, ascending.
    let needs: [Int]
    /// Places of candidates that are new or changed, ascending.
    let candidates: [Int]
    /// Needs that are new, changed or gone.
    let needCount: Int
    let candidateCount: Int
    /// For each candidate its place among those that were scored, -1 where it is new or changed.
    let standing: [Int32]

    init(since before: ScoredMarket, _ snapshot: Snapshot, _ hashes: SnapshotHashes) {
        needs = snapshot.needs.indices.filter {
            before.needs[snapshot.needs[$0].id]?.content != hashes.needs[$0]
        }
        let needsLeft = snapshot.needs.count { before.needs[$0.id] != nil }
        needCount = needs.count + before.needs.count - needsLeft

        var standing = before.candidates.places(of: snapshot.candidates.lazy.map(\.id))
        let candidatesLeft = standing.count { $0 >= 0 }
        for (place, known) in standing.enumerated() where known >= 0 {
            if before.candidates.contents[Int(known)] != hashes.candidates[place] {
                standing[place] = -1
            }
        }
        candidates = standing.indices.filter { standing[$0] < 0 }
        candidateCount = candidates.count + before.candidates.count - candidatesLeft
        self.standing = standing
    }
}

extension ScoredMarket {
    /// Whether so much has changed that what was learned of the market no longer holds: more than a
    /// quarter of its needs or candidates, and ten.
    func isWorn(after changes: MarketChanges, in snapshot: Snapshot) -> Bool {
        func isWorn(_ changed: Int, of count: Int) -> Bool { changed > 10 + count / 4 }
        return isWorn(needsChanged + changes.needCount, of: snapshot.needs.count)
            || isWorn(candidatesChanged + changes.candidateCount, of: snapshot.candidates.count)
    }
}

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

    init(since before: ScoredMarket, _ snapshot: Snapshot, _ hashes: SnapshotHashes) {
        needs = snapshot.needs.indices.filter {
            before.needs[snapshot.needs[$0].id]?.content != hashes.needs[$0]
        }
        candidates = snapshot.candidates.indices.filter {
            before.candidates[snapshot.candidates[$0].id]?.content != hashes.candidates[$0]
        }
        let needsLeft = snapshot.needs.count { before.needs[$0.id] != nil }
        let candidatesLeft = snapshot.candidates.count { before.candidates[$0.id] != nil }
        needCount = needs.count + before.needs.count - needsLeft
        candidateCount = candidates.count + before.candidates.count - candidatesLeft
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

internal import Ledger
internal import Market

/// What came, went or changed in a market since it was scored.
struct MarketChanges: Sendable {
    /// Places of needs that are new or changed, ascending, and of those that somebody who changed or
    /// went was declined for: whether the decline still stood cannot be told any more.
    let needs: [Int]
    /// Places of candidates that are new or changed, ascending.
    let candidates: [Int]
    /// Needs that are new, changed or gone.
    let needCount: Int
    let candidateCount: Int
    /// For each candidate its place among those that were scored, -1 where it is new or changed.
    let standing: [Int32]
    /// Numbers and ids of candidates that changed or went, as they were scored.
    let departed: [(number: Int32, id: Candidate.ID)]

    init(since before: ScoredMarket, _ snapshot: Snapshot, _ hashes: SnapshotHashes) {
        var standing = before.candidates.places(of: snapshot.candidates.count) {
            snapshot.candidates[$0].id
        }
        let candidatesLeft = standing.count { $0 >= 0 }
        for (place, known) in standing.enumerated() where known >= 0 {
            if before.candidates.contents[Int(known)] != hashes.candidates[place] {
                standing[place] = -1
            }
        }
        candidates = standing.indices.filter { standing[$0] < 0 }
        candidateCount = candidates.count + before.candidates.count - candidatesLeft
        self.standing = standing
        var stays = [Bool](repeating: false, count: before.candidates.count)
        for known in standing where known >= 0 { stays[Int(known)] = true }
        departed = stays.indices.filter { !stays[$0] }.map {
            (before.candidates.numbers[$0], before.candidates.ids[$0])
        }

        var needs = snapshot.needs.indices.filter {
            before.needs[snapshot.needs[$0].id]?.content != hashes.needs[$0]
        }
        let needsLeft = snapshot.needs.count { before.needs[$0.id] != nil }
        needCount = needs.count + before.needs.count - needsLeft
        if !snapshot.declined.isEmpty {
            let gone = Set(departed.map(\.id))
            let ids = Set(snapshot.declined.keys.filter { gone.contains($0.candidate) }.map(\.need))
            let known = Set(needs)
            needs += snapshot.needs.indices.filter {
                ids.contains(snapshot.needs[$0].id) && !known.contains($0)
            }
            needs.sort()
        }
        self.needs = needs
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

extension ScoredMarket {
    /// What is known of how near candidates are to everything, by their place now; NaN for those
    /// that are new or changed.
    func hubness(after changes: MarketChanges) -> [Float] {
        changes.standing.map { $0 < 0 ? .nan : candidates.hubness[Int($0)] }
    }
}

public import Market

/// What incremental scoring starts from: the cache of the run before, and what changed since.
///
/// It is made while a run reads, so that cache and snapshot are seen at one instant.
public struct ScoringBaseline: Sendable {
    /// Content hashes of the snapshot.
    public let hashes: SnapshotHashes
    /// The cache of the run before; nil where there is none.
    let cache: ScoringCache?
    /// What changed since the cache was written; nil where there is none.
    let changes: MarketChanges?
    /// The candidates that changed or went, as hard rules saw them when the cache was written; nil
    /// where that is not known of them all.
    let departed: [Candidate]?

    /// Compares a snapshot with the cache of the run before.
    ///
    /// - Parameters:
    ///   - snapshot: What the run reads.
    ///   - cache: The job's cache; nil where there is none.
    ///   - traits: Reads the cached traits of candidates that changed or went, by their numbers. Not
    ///     called where the cache is too stale to build on.
    /// - Throws: What `traits` throws.
    public init(
        of snapshot: Snapshot, cache: ScoringCache?,
        traits: (_ numbers: [Int32]) throws -> [Int32: [UInt8]]
    ) throws {
        let hashes = try snapshot.hashes()
        let changes = cache.map { MarketChanges(since: $0, snapshot, hashes) }
        self.hashes = hashes
        self.cache = cache
        self.changes = changes
        guard let cache, let changes, !cache.isStale(after: changes, in: snapshot) else {
            departed = nil
            return
        }
        let rows = cache.candidates
        let found = try traits(changes.departed.map { rows.numbers[$0] })
        let departed = changes.departed.compactMap { row in
            found[rows.numbers[row]].flatMap { Candidate(id: rows.ids[row], traits: $0) }
        }
        self.departed = departed.count == changes.departed.count ? departed : nil
    }

    /// The cache, where its statistics are valid for a key and still describe the snapshot.
    func cache(validFor statisticsKey: String, in snapshot: Snapshot) -> ScoringCache? {
        guard let cache, let changes, cache.head.statisticsKey == statisticsKey,
            !cache.isStale(after: changes, in: snapshot)
        else { return nil }
        return cache
    }
}

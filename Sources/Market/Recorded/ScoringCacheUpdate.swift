/// What to write so that a stored cache becomes that of the next run.
public struct ScoringCacheUpdate: Sendable {
    public let head: ScoringCache.Head
    /// Whether everything stored is dropped first; otherwise the statistics stay where they lie.
    public let replacesAll: Bool
    public let needs: Needs
    public let candidates: Candidates

    public init(
        head: ScoringCache.Head, replacesAll: Bool, needs: Needs, candidates: Candidates
    ) {
        self.head = head
        self.replacesAll = replacesAll
        self.needs = needs
        self.candidates = candidates
    }

    /// Rows of needs, ascending by id.
    public struct Needs: Sendable {
        /// Rows to delete, those that are inserted anew among them.
        public var deleted: [Need.ID] = []
        /// Rows of which ``ScoringCache/NeedRow/added`` alone is another.
        public var extended: [Need.ID] = []
        /// What ``ScoringCache/NeedRow/added`` of these becomes.
        public var added: [[UInt8]] = []
        public var inserted: [(id: Need.ID, row: ScoringCache.NeedRow)] = []

        public init() {}
    }

    /// Rows of candidates.
    public struct Candidates: Sendable {
        /// Rows to delete, those that are inserted anew among them.
        public let deleted: [Candidate.ID]
        /// Rows to insert, by index in ``rows``.
        public let inserted: [Int]
        public let rows: ScoringCache.CandidateRows
        /// What hard rules look at of the candidate of a row.
        public let traits: @Sendable (_ row: Int) -> [UInt8]

        public init(
            deleted: [Candidate.ID], inserted: [Int], rows: ScoringCache.CandidateRows,
            traits: @escaping @Sendable (_ row: Int) -> [UInt8]
        ) {
            self.deleted = deleted
            self.inserted = inserted
            self.rows = rows
            self.traits = traits
        }
    }
}

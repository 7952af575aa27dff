/// The cache of a job's scoring, row by row: what the next run need not compute again.
///
/// The ledger stores and loads it. What its bytes mean only the module `Incremental` knows.
public struct ScoringCache: Sendable, Hashable {
    public var head: Head
    public var needs: [Need.ID: NeedRow]
    public var candidates: CandidateRows

    public init(
        head: Head, needs: [Need.ID: NeedRow] = [:], candidates: CandidateRows = CandidateRows()
    ) {
        self.head = head
        self.needs = needs
        self.candidates = candidates
    }

    /// What is cached of the market as a whole.
    public struct Head: Sendable, Hashable {
        /// Statistics of the market.
        public var statistics: [UInt8]
        /// Hash, in hexadecimal, of what the statistics are valid for.
        public var statisticsKey: String
        /// Day of the run that learned them.
        public var learnedOn: Day
        /// Needs that came, went or changed since then; one that did so twice counts twice.
        public var needsChanged: Int
        /// The same of candidates.
        public var candidatesChanged: Int
        /// Hash, in hexadecimal, of what the needs' candidate lists are valid for.
        public var matchesKey: String
        /// Lowest number that never stood for a candidate.
        public var nextNumber: Int
        /// How many candidates each hard rule excluded first, need by need.
        public var excluded: [UInt8]

        public init(
            statistics: [UInt8], statisticsKey: String, learnedOn: Day, needsChanged: Int = 0,
            candidatesChanged: Int = 0, matchesKey: String = "", nextNumber: Int = 0,
            excluded: [UInt8] = []
        ) {
            self.statistics = statistics
            self.statisticsKey = statisticsKey
            self.learnedOn = learnedOn
            self.needsChanged = needsChanged
            self.candidatesChanged = candidatesChanged
            self.matchesKey = matchesKey
            self.nextNumber = nextNumber
            self.excluded = excluded
        }
    }

    /// What is cached of one need.
    public struct NeedRow: Sendable, Hashable {
        /// SHA-256 of all that was read of it.
        public let content: [UInt8]
        /// Candidates retrieved when the need was last scored against everybody.
        public let found: [UInt8]
        /// Candidates retrieved since, run after run.
        public var added: [UInt8]

        public init(content: [UInt8], found: [UInt8], added: [UInt8] = []) {
            self.content = content
            self.found = found
            self.added = added
        }
    }

    /// What is cached of the candidates, in columns: of a million there is little more than their
    /// ids and hashes.
    public struct CandidateRows: Sendable, Hashable {
        /// Ids, ascending by their bytes, each once.
        public private(set) var ids: [Candidate.ID] = []
        /// SHA-256 of all that was read of each, 32 bytes a row.
        public private(set) var contents: [UInt8] = []
        /// Number that stands for each in ``NeedRow``; a new one whenever the candidate changes.
        public private(set) var numbers: [Int32] = []
        /// Hubness of each.
        public private(set) var hubness: [Float] = []

        /// Bytes of a row of ``contents``.
        public static let contentSize = 32

        /// No rows.
        public init() {}

        /// - Parameters:
        ///   - ids: Ids, ascending by their bytes, each once.
        ///   - contents: 32 bytes an id.
        ///   - numbers: A number an id, no two the same.
        ///   - hubness: A finite number an id.
        public init(ids: [Candidate.ID], contents: [UInt8], numbers: [Int32], hubness: [Float]) {
            precondition(
                ids.count * Self.contentSize == contents.count && ids.count == numbers.count
                    && ids.count == hubness.count, "columns of one length")
            self.ids = ids
            self.contents = contents
            self.numbers = numbers
            self.hubness = hubness
        }

        public var count: Int { ids.count }

        /// The 32 bytes of a row.
        public func content(of row: Int) -> ArraySlice<UInt8> {
            contents[row * Self.contentSize..<(row + 1) * Self.contentSize]
        }

        /// Adds a row whose id comes after all others.
        public mutating func append(
            _ id: Candidate.ID, content: [UInt8], number: Int32, hubness: Float
        ) {
            precondition(content.count == Self.contentSize, "32 bytes")
            ids.append(id)
            contents += content
            numbers.append(number)
            self.hubness.append(hubness)
        }
    }
}

public import Market

/// A candidate scored for a need.
public struct ScoredCandidate: Sendable, Hashable {
    /// Index of the candidate in the snapshot.
    public let candidate: Int
    /// What it was retrieved by, higher first: its vector score, or its words signal.
    public let rank: Double
    /// Fused score of the pair, 0 … 1.
    public let fused: Double
    /// Score of the pair, 0 … 1: the probability that the fused score is calibrated to.
    public let score: Double

    package init(candidate: Int, rank: Double, fused: Double, score: Double) {
        self.candidate = candidate
        self.rank = rank
        self.fused = fused
        self.score = score
    }
}

/// The retained candidates of one need: those retrieved, with their scores, and a tally of all.
///
/// Lists of slices of the candidates are put together with ``merge(_:retrieve:ids:)``, in whatever
/// order the slices come: the result is that of scoring all at once.
public struct CandidateList: Sendable, Hashable {
    /// Index of the need in the snapshot.
    public let need: Int
    /// The best by fused vector score among the eligible, best first; equal ones ascend by id.
    public package(set) var byVectors: [ScoredCandidate]
    /// The best by words among the eligible that share any, in the same order; some of them may be
    /// among ``byVectors``.
    public package(set) var byWords: [ScoredCandidate]
    /// Cutoffs of ``byVectors`` and ``byWords``: a candidate at or below may be missing there; nil
    /// where none is.
    public private(set) var vectorsCutoff: Double?
    public private(set) var wordsCutoff: Double?
    /// Eligible candidates without a vector, and everybody where the need has none: scored
    /// exhaustively. Only scores at or above the floor are retained, in no order.
    public package(set) var unretrieved: [ScoredCandidate]
    /// Candidates considered.
    public package(set) var considered: Int
    /// How many each rule excluded first, in the order of `Exclusion.Rule`.
    public package(set) var excluded: [Int]

    package init(
        need: Int, byVectors: [ScoredCandidate] = [], byWords: [ScoredCandidate] = [],
        vectorsCutoff: Double? = nil, wordsCutoff: Double? = nil,
        unretrieved: [ScoredCandidate] = [],
        considered: Int, excluded: [Int]
    ) {
        self.need = need
        self.byVectors = byVectors
        self.byWords = byWords
        self.vectorsCutoff = vectorsCutoff
        self.wordsCutoff = wordsCutoff
        self.unretrieved = unretrieved
        self.considered = considered
        self.excluded = excluded
    }

    /// Adds what became of other candidates for the same need. Associative, and commutative.
    ///
    /// - Parameters:
    ///   - other: What was scored over other candidates.
    ///   - retrieve: The policy's number of candidates to retrieve.
    ///   - ids: Ids of the snapshot's candidates by index.
    public mutating func merge(_ other: CandidateList, retrieve: Int, ids: (Int) -> Candidate.ID) {
        precondition(need == other.need, "the same need")
        func best(_ one: [ScoredCandidate], _ two: [ScoredCandidate]) -> [ScoredCandidate] {
            Array((one + two).sorted { CandidateList.comes($0, before: $1, ids) }.prefix(retrieve))
        }
        byVectors = best(byVectors, other.byVectors)
        byWords = best(byWords, other.byWords)
        vectorsCutoff = byVectors.cutoff(at: retrieve)
        wordsCutoff = byWords.cutoff(at: retrieve)
        unretrieved += other.unretrieved
        considered += other.considered
        for (index, count) in other.excluded.enumerated() { excluded[index] += count }
    }
}

extension [ScoredCandidate] {
    /// What the last was found by, where the list holds as many as were wanted; nil otherwise.
    package func cutoff(at wanted: Int) -> Double? { count < wanted ? nil : last?.rank }
}

extension CandidateList {
    /// The ranks that a candidate must exceed to enter a need's lists; nil: any rank does.
    public struct Cutoffs: Sendable, Hashable {
        public let vectors: Double?
        public let words: Double?

        public init(vectors: Double? = nil, words: Double? = nil) {
            self.vectors = vectors
            self.words = words
        }
    }

    /// Above these the need's lists are whole.
    public var cutoffs: Cutoffs { Cutoffs(vectors: vectorsCutoff, words: wordsCutoff) }

    /// Whether a candidate stands before another: found by more, or else of the lower id.
    package static func comes(
        _ one: ScoredCandidate, before other: ScoredCandidate, _ ids: (Int) -> Candidate.ID
    ) -> Bool {
        one.rank != other.rank ? one.rank > other.rank : ids(one.candidate) < ids(other.candidate)
    }

    /// Candidates that pass every hard rule.
    public var eligible: Int { considered - excluded.reduce(0, +) }

    /// The candidate of the highest fused score; of equal ones that of the lower id. nil where there
    /// is none.
    func best(ids: (Int) -> Candidate.ID) -> Int? {
        [byVectors, byWords, unretrieved].joined().filter { $0.fused > 0 }.max {
            $0.fused != $1.fused
                ? $0.fused < $1.fused : ids($0.candidate) > ids($1.candidate)
        }?.candidate
    }

    /// The need's matches, and what became of all candidates.
    ///
    /// - Parameters:
    ///   - floor: Lowest score of a match.
    ///   - ids: Ids of the snapshot's candidates by index.
    ///   - score: The score of a retained candidate.
    func resolved(
        floor: Double, ids: (Int) -> Candidate.ID, score: (ScoredCandidate) -> Double
    ) -> (matches: [Match], tally: NeedTally) {
        var matches: [Match] = []
        var seen: Set<Int> = []
        // Whoever was found on both ways has the same score on either.
        for list in [byVectors, byWords, unretrieved] {
            for found in list {
                let score = score(found)
                guard score >= floor, score > 0, seen.insert(found.candidate).inserted else {
                    continue
                }
                matches.append(
                    Match(
                        need: need, candidate: found.candidate, score: Float(score),
                        fused: found.fused))
            }
        }
        matches.sort {
            $0.score != $1.score ? $0.score > $1.score : ids($0.candidate) < ids($1.candidate)
        }
        let counts = zip(Exclusion.Rule.allCases, excluded).filter { $1 > 0 }
        let tally = NeedTally(
            considered: considered, eligible: eligible,
            excluded: Dictionary(uniqueKeysWithValues: counts.map { ($0, $1) }))
        return (matches, tally)
    }
}

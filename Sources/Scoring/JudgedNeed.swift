public import Market

/// A candidate that was judged for a need, with what it was found by.
public struct JudgedCandidate: Sendable, Hashable {
    /// Place of the candidate in the snapshot.
    public let candidate: Int
    /// What it was found by, higher first: its fused vector score, or its words signal.
    public let rank: Double
    /// Fused score of the pair, 0 … 1, a multiple of 0.00001.
    public let score: Double
}

/// What became of some candidates for one need: those retrieved, with their scores, and a tally of
/// all.
///
/// Judged over one slice of the candidates and then another, it can be put together with
/// ``merge(_:retrieve:ids:)``, in whatever order the slices come: the result is that of judging all
/// at once.
public struct JudgedNeed: Sendable, Hashable {
    /// Place of the need in the snapshot.
    public let need: Int
    /// The best by fused vector score among the eligible, best first; equal ones ascend by id.
    public private(set) var byVectors: [JudgedCandidate]
    /// The best by words among the eligible that share any, in the same order; some of them may be
    /// among ``byVectors``.
    public private(set) var byWords: [JudgedCandidate]
    /// Eligible candidates that are not retrieved but judged one and all, as long as their score is
    /// a match's: those without a vector, and everybody where the need has none. In no order.
    public private(set) var besides: [JudgedCandidate]
    /// Best score below the floor among those judged besides; nil where there is none.
    public private(set) var bestBesidesBelowFloor: Double?
    /// Candidates considered.
    public private(set) var considered: Int
    /// How many each rule excluded first, in the order of `Exclusion.Rule`.
    public private(set) var excluded: [Int]

    init(
        need: Int, byVectors: [JudgedCandidate] = [], byWords: [JudgedCandidate] = [],
        besides: [JudgedCandidate] = [], bestBesidesBelowFloor: Double? = nil, considered: Int,
        excluded: [Int]
    ) {
        self.need = need
        self.byVectors = byVectors
        self.byWords = byWords
        self.besides = besides
        self.bestBesidesBelowFloor = bestBesidesBelowFloor
        self.considered = considered
        self.excluded = excluded
    }

    /// Adds what became of other candidates for the same need. Associative, and commutative.
    ///
    /// - Parameters:
    ///   - other: What was judged over other candidates.
    ///   - retrieve: The policy's number of candidates to retrieve.
    ///   - ids: Ids of the snapshot's candidates by place.
    public mutating func merge(_ other: JudgedNeed, retrieve: Int, ids: (Int) -> Candidate.ID) {
        precondition(need == other.need, "the same need")
        func best(_ one: [JudgedCandidate], _ two: [JudgedCandidate]) -> [JudgedCandidate] {
            Array(
                (one + two).sorted {
                    $0.rank != $1.rank ? $0.rank > $1.rank : ids($0.candidate) < ids($1.candidate)
                }.prefix(retrieve))
        }
        byVectors = best(byVectors, other.byVectors)
        byWords = best(byWords, other.byWords)
        besides += other.besides
        bestBesidesBelowFloor = [bestBesidesBelowFloor, other.bestBesidesBelowFloor]
            .compactMap(\.self).max()
        considered += other.considered
        for (place, count) in other.excluded.enumerated() { excluded[place] += count }
    }
}

extension JudgedNeed {
    /// Candidates that pass every hard rule.
    public var eligible: Int { considered - excluded.reduce(0, +) }

    /// The need's matches, and what became of all candidates.
    ///
    /// - Parameters:
    ///   - floor: Lowest score of a match.
    ///   - ids: Ids of the snapshot's candidates by place.
    func settled(
        floor: Double, ids: (Int) -> Candidate.ID
    ) -> (matches: [Match], tally: NeedTally) {
        var matches: [Match] = []
        var best = bestBesidesBelowFloor
        var seen = Set(byVectors.lazy.map(\.candidate))
        let words = byWords.lazy.filter { seen.insert($0.candidate).inserted }
        for found in [byVectors, Array(words), besides].joined() {
            if found.score >= floor, found.score > 0 {
                matches.append(
                    Match(need: need, candidate: found.candidate, score: Float(found.score)))
            } else {
                best = max(best ?? 0, found.score)
            }
        }
        matches.sort {
            $0.score != $1.score ? $0.score > $1.score : ids($0.candidate) < ids($1.candidate)
        }
        if best == nil, eligible > matches.count { best = 0 }
        let counts = zip(Exclusion.Rule.allCases, excluded).filter { $1 > 0 }
        let tally = NeedTally(
            considered: considered, eligible: eligible,
            excluded: Dictionary(uniqueKeysWithValues: counts.map { ($0, $1) }),
            bestBelowFloor: best.map(Float.init))
        return (matches, tally)
    }
}

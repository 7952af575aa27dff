/// What became of a pair on a night: suggested, or why not.
public enum Standing: Sendable, Hashable, Codable {
    /// Suggested, at this place in the list of the need, from 1.
    case suggested(rank: Int)
    /// No match at all: it fails a hard rule.
    case excluded
    /// Below the lowest score of a match.
    case belowFloor(score: Double, floor: Double)
    /// A match, but the list of the need is full of better ones.
    case behind([Rival], most: Int)
    /// A match, but another candidate of the same member stands in the list of the need.
    case memberStands(Rival)
    /// A match, but the member behind it is suggested for as many needs as allowed.
    case memberTaken([Taken], most: Int)
    /// A match that the night left out for the good of the whole, within all caps.
    case heldBack
    /// The job forms groups; it does not rank single candidates.
    case notRanked

    /// Somebody suggested for the same need.
    public struct Rival: Sendable, Hashable, Codable {
        public let candidate: Candidate.ID
        public let name: String
        public let score: Double
        public let rank: Int

        public init(candidate: Candidate.ID, name: String, score: Double, rank: Int) {
            self.candidate = candidate
            self.name = name
            self.score = score
            self.rank = rank
        }
    }

    /// Another need that the same member is suggested for.
    public struct Taken: Sendable, Hashable, Codable {
        public let need: Need.ID
        public let title: String
        public let score: Double
        public let rank: Int

        public init(need: Need.ID, title: String, score: Double, rank: Int) {
            self.need = need
            self.title = title
            self.score = score
            self.rank = rank
        }
    }
}

/// What each signal adds to the score of a pair beyond what it adds to another's.
public struct Separation: Sendable, Hashable, Codable {
    /// The other pair's candidate.
    public let rival: Standing.Rival
    /// Score of the pair less the other's: the sum of ``parts``.
    public let score: Double
    /// Differences of the scores' shares, the largest first; a signal that differs by nothing is
    /// left out.
    public let parts: [Part]

    /// One signal's part of the difference.
    public struct Part: Sendable, Hashable, Codable {
        public let kind: SignalKind
        /// What it adds here less what it adds there; below 0 where it speaks for the other.
        public let difference: Double

        public init(kind: SignalKind, difference: Double) {
            self.kind = kind
            self.difference = difference
        }
    }

    /// Takes the signals and scores of both pairs.
    ///
    /// A signal's share of a score is the score times what its value times its weight is of the sum
    /// of them all, so that shares add up to the score however it was fused.
    public init(
        of signals: [Signal], score: Double, from other: [Signal], of rival: Standing.Rival
    ) {
        self.rival = rival
        self.score = score - rival.score
        let own = signals.shares(of: score)
        let theirs = other.shares(of: rival.score)
        let parts = SignalKind.allCases.map {
            Part(kind: $0, difference: (own[$0] ?? 0) - (theirs[$0] ?? 0))
        }
        self.parts = parts.enumerated().filter { abs($0.element.difference) >= 0.0005 }
            .sorted {
                let (one, other) = (abs($0.element.difference), abs($1.element.difference))
                return one != other ? one > other : $0.offset < $1.offset
            }
            .map(\.element)
    }
}

extension [Signal] {
    /// What each signal adds to a score.
    public func shares(of score: Double) -> [SignalKind: Double] {
        let sum = reduce(0) { $0 + $1.weight * $1.value }
        guard sum > 0 else { return [:] }
        return Dictionary(
            map { ($0.kind, score * $0.weight * $0.value / sum) }, uniquingKeysWith: +)
    }
}

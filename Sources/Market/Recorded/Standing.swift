/// What became of a pair on a night: suggested, or why not.
public enum Standing: Sendable, Hashable, Codable {
    /// Suggested, at this place in the list of the need, from 1.
    case suggested(rank: Int)
    /// No match at all: it fails a hard rule.
    case excluded
    /// Below the lowest score of a match.
    case belowFloor(score: Double, floor: Double)
    /// A score that would do, of one whom the night did not compare: `most` others or more are nearer
    /// in meaning, and as many in words.
    case notRetrieved(most: Int)
    /// A match, but the list of the need is full of better ones.
    case behind([Rival], most: Int)
    /// A match, but another candidate of the same member stands in the list of the need.
    case memberStands(Rival)
    /// A match, but the member behind it is suggested for as many needs as allowed.
    case memberTaken([Taken], most: Int)
    /// A match, but as many members as allowed have heard of the need, tonight's included.
    case heardEnough(told: Int)
    /// A match, but places go to members whose turn it is: those named stand in the need's list.
    case turn([Rival])
    /// A match, but those named stood in the list the night before and are hardly worse.
    case kept([Rival])
    /// A match, but somebody much alike stands in the list, which makes room for others.
    case tooAlike(Rival)
    /// A match that the night left out for the good of the whole, within all caps, for no one rule.
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
    /// What each signal has of the difference, the largest first; a signal that differs by nothing
    /// is left out.
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
    /// For one need a score rises with its signals' values times their weights, and with nothing
    /// else, though not in a straight line. The difference of the scores is therefore shared out as
    /// the difference of those products is: what is alike on both sides makes no difference.
    public init(
        of signals: [Signal], score: Double, from other: [Signal], of rival: Standing.Rival
    ) {
        self.rival = rival
        self.score = score - rival.score
        let (own, theirs) = (signals.products, other.products)
        let differences = SignalKind.allCases.map { (own[$0] ?? 0) - (theirs[$0] ?? 0) }
        let sum = differences.reduce(0, +)
        let isLevel = abs(self.score) < 0.0005 || abs(sum) < 1e-9
        let rise = isLevel ? 0 : self.score / sum
        let parts = zip(SignalKind.allCases, differences).map {
            Part(kind: $0, difference: rise * $1)
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
    /// What each signal has of a score: as much as its value times its weight is of the sum of
    /// them all, so that the shares add up to the score.
    public func shares(of score: Double) -> [SignalKind: Double] {
        let products = self.products
        let sum = SignalKind.allCases.reduce(0) { $0 + (products[$1] ?? 0) }
        guard sum > 0 else { return [:] }
        return products.mapValues { score * $0 / sum }
    }

    /// The value of each signal times its weight.
    fileprivate var products: [SignalKind: Double] {
        Dictionary(map { ($0.kind, $0.weight * $0.value) }, uniquingKeysWith: +)
    }
}

/// What each signal adds to the score of a pair beyond what it adds to another's.
public struct Separation: Sendable, Hashable, Codable {
    /// The other pair's candidate.
    public let rival: ScoredRival
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
        of signals: [Signal], score: Double, from other: [Signal], of rival: ScoredRival
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

/// Another candidate for the same need, with its score and its place.
public struct ScoredRival: Sendable, Hashable, Codable {
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

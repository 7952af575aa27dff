internal import Hashing
public import Market
internal import Scoring

/// What cached scores depend on besides the market and the policy.
public struct ScoringContext: Sendable, Hashable {
    /// Day of the run.
    public let asOf: Day
    /// Version of the program.
    public let program: String
    /// Name of the model that texts were encoded with.
    public let model: String
    /// Length of the model's vectors; 0 where there are none.
    public let dimension: Int

    public init(asOf: Day, program: String, model: String, dimension: Int) {
        self.asOf = asOf
        self.program = program
        self.model = model
        self.dimension = dimension
    }

    /// Raised whenever candidate lists are cached in other bytes than before.
    private static let codec = 2

    /// What statistics are valid for: the program and how it scores, the model and its dimension,
    /// the thesauri.
    func statisticsKey(_ thesaurus: Thesaurus) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: program)
        hasher.combine(field: "\(Scorer.revision)")
        hasher.combine(field: model)
        hasher.combine(field: "\(dimension)")
        for (scheme, version) in thesaurus.versions.sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            hasher.combine(field: scheme.rawValue)
            hasher.combine(field: version)
        }
        return hasher.finish().description
    }

    /// What candidate lists are valid for: the statistics, weights, rules, floor, how many are
    /// retrieved, and their bytes.
    func matchesKey(_ statistics: Hash, _ policy: MatchPolicy) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: program)
        hasher.combine(field: "\(Scorer.revision)")
        hasher.combine(field: "\(Self.codec)")
        hasher.combine(statistics.bytes)
        for kind in SignalKind.allCases {
            hasher.combine(field: "\(policy.weights[kind] ?? 0)")
        }
        for rule in Exclusion.Rule.allCases where policy.require.contains(rule) {
            hasher.combine(field: rule.rawValue)
        }
        hasher.combine(field: "\(policy.floor)")
        hasher.combine(field: "\(policy.retrieve)")
        hasher.combine(field: policy.mentioned.rawValue)
        return hasher.finish().description
    }
}

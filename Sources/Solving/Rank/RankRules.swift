/// What a choice of suggestions must hold to, on both sides.
public struct RankRules: Sendable, Hashable {
    /// Most suggestions for one need in one night.
    public let perNeed: Int
    /// Most suggestions that one member appears in.
    public let perCandidate: Int
    /// How many members may hear of one need over its life, those who declined it left out; nil: any
    /// number.
    public let attention: Int?
    /// Most nights in a row that a member with a match goes without any suggestion, where the caps
    /// leave a place; nil: any number.
    public let exposure: Int?
    /// What a name loses that is like every other name of its list, in points of score, 0…1.
    public let diversity: Double
    /// By how many points of score another pair must be better to take the place of one that
    /// stands, 0…1.
    public let stability: Double

    /// Rules with caps alone, or with more.
    public init(
        perNeed: Int, perCandidate: Int, attention: Int? = nil, exposure: Int? = nil,
        diversity: Double = 0, stability: Double = 0
    ) {
        self.perNeed = perNeed
        self.perCandidate = perCandidate
        self.attention = attention
        self.exposure = exposure
        self.diversity = diversity
        self.stability = stability
    }
}

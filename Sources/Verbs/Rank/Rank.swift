public import Ledger
public import Settings
public import Solving

/// `rank`: the best candidates for each need, fair on both sides.
///
/// ## Keys under `solve.rank`
/// - `per_need` (1…1000, required): most suggestions for one need in one night.
/// - `per_candidate` (1…1000, required): most suggestions that one member appears in.
/// - `attention` (`per_need`…100000, default: any number): how many members may hear of one need
///   over its life, those who declined it left out.
/// - `exposure` (0…365, default: any number): most nights in a row that a member with a match has
///   no suggestion, where the caps leave a place.
/// - `diversity` (0…1, default: 0): what a name loses, in points of score, that is like every other
///   name of its list.
/// - `stability` (0…1, default: 0): by how many points of score another pair must be better to take
///   the place of one that stands.
public struct Rank: Sendable, Hashable {
    public let rules: RankRules

    public init(rules: RankRules) {
        self.rules = rules
    }
}

extension Rank: VerbSettings {
    public static let name = "rank"
    public static let revision = 2
    public static let expected = "caps: { per_need: …, per_candidate: … }"

    public init?(in section: inout Section) {
        let perNeed = section.whole("per_need", in: 1...1000)
        let perCandidate = section.whole("per_candidate", in: 1...1000)
        // A budget below one night's places would never let a list be full.
        let attention = section.whole(
            "attention", in: (perNeed ?? 1)...100_000, required: false)
        let exposure = section.whole("exposure", in: 0...365, required: false)
        let diversity = section.number("diversity", in: 0...1, required: false)
        let stability = section.number("stability", in: 0...1, required: false)
        guard let perNeed, let perCandidate else { return nil }
        rules = RankRules(
            perNeed: perNeed, perCandidate: perCandidate, attention: attention,
            exposure: exposure, diversity: diversity ?? 0, stability: stability ?? 0)
    }

    public var canonical: [(key: String, value: String)] {
        [
            ("per_need", String(rules.perNeed)), ("per_candidate", String(rules.perCandidate)),
            ("attention", rules.attention.map { String($0) } ?? ""),
            ("exposure", rules.exposure.map { String($0) } ?? ""),
            ("diversity", String(rules.diversity)), ("stability", String(rules.stability)),
        ]
    }
}

extension Rank: Verb {
    public static let kind = Suggestion.kind
    public static let roles: [String: JobFile.Reader] = [
        Suggestion.Role.candidate.rawValue: .candidates,
        Suggestion.Role.owner.rawValue: .owners,
    ]

    public static var presentation: any Presentation.Type { RankPresentation.self }

    public var records: JobQueries.Records {
        JobQueries.Records(exposedRole: Suggestion.Role.candidate.rawValue)
    }
}

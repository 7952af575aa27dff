internal import Market
public import Scoring
public import Settings
internal import Solving
internal import Wording

/// `assign`: who takes which need, with the best total score.
///
/// ## Keys under `solve.assign`
/// - `holders` (1…100, default: 1): most candidates for one need.
/// - `per_member` (1…100, default: 1): most needs for one member.
public struct Assign: Sendable, Hashable {
    public let holders: Int
    public let perMember: Int

    public init(holders: Int = 1, perMember: Int = 1) {
        self.holders = holders
        self.perMember = perMember
    }
}

extension Assign: VerbSettings {
    public static let name = "assign"
    public static let revision = 3
    public static let expected = "{} or its caps: { holders: …, per_member: … }"
    public static let mayBeEmpty = true

    public init?(in section: inout Section) {
        holders = section.whole("holders", in: 1...100, required: false) ?? 1
        perMember = section.whole("per_member", in: 1...100, required: false) ?? 1
    }

    public var canonical: [(key: String, value: String)] {
        [("holders", String(holders)), ("per_member", String(perMember))]
    }
}

extension Assign: Verb {
    public static let kind = AssignedPair.kind
    public static let plural = "assignments"
    public static let keyNames = ["need", "candidate"]
    public static let roles: [String: JobFile.Reader] = [
        AssignedPair.Role.holder.rawValue: .candidates,
        AssignedPair.Role.owner.rawValue: .owners,
    ]
    public static var presentation: any Presentation.Type { AssignPresentation.self }

    public func solve(_ market: ScoredMarket, in context: SolvingContext) throws -> Solution {
        context.progress.begin("\(context.job.name): solve", total: nil)
        defer { context.progress.end() }
        let assignment = assign(market.matches, holders: holders, perMember: perMember)
        let pairs = market.pairs(of: assignment, for: context.job.name)
        var solution = Solution()
        solution.proposals = try pairs.map { try $0.proposal() }
        solution.figures = try Proposal.body(
            of: AssignFigures(total: assignment.total, bound: assignment.bound))
        solution.outcomes = market.outcomes(proposed: pairs.map(\.need))
        solution.skills = market.snapshot.skills
        return solution
    }

    public func explainer(
        of market: ScoredMarket, in context: SolvingContext
    ) throws -> any PairExplainer {
        let assignment = assign(market.matches, holders: holders, perMember: perMember)
        return AssignExplainer(
            market.pairs(of: assignment, for: context.job.name), of: market, job: context.job)
    }
}

/// Figures of a run of ``Assign``: the sum of scores, and what no assignment can beat.
struct AssignFigures: Codable {
    let total: Double
    let bound: Double
}

extension ScoredMarket {
    /// An assignment with what is said of each pair.
    fileprivate func pairs(of assignment: Assignment, for job: String) -> [AssignedPair] {
        let names = snapshot.names(of: Set(snapshot.needs.compactMap(\.owner)))
        return assignment.pairs.map { pair in
            let (need, candidate) = (snapshot.needs[pair.need], snapshot.candidates[pair.candidate])
            let explanation = scorer.explain(need: pair.need, candidate: pair.candidate)
            return AssignedPair(
                id: nil, job: job, need: need.id, needTitle: need.title, owner: need.owner,
                ownerName: need.ownerName(among: names), needURL: need.url,
                deadline: need.deadline, candidate: candidate.id,
                candidateTitle: candidate.title, candidateURL: candidate.url,
                member: candidate.member,
                memberName: candidate.name, place: pair.rank, score: explanation.score,
                why: Wording.inEachLanguage {
                    $0.why(explanation.signals, skills: snapshot.skills)
                },
                signals: explanation.signals,
                reasons: Wording.inEachLanguage {
                    $0.reasons(for: explanation.signals, skills: snapshot.skills, limit: 6)
                },
                basis: explanation.basis, isNew: true, status: .proposed)
        }
    }
}

public import Market

/// Binding rules: which rule for the good of the whole keeps a match out of a list that would have
/// had a place for it.
///
/// A rule is binding for a pair where the same problem, solved without that rule alone, suggests the
/// pair (a counterfactual).
public struct BindingRules: Sendable {
    /// A rule, with those who stand in the list because of it, by index.
    public enum Reason: Sendable, Hashable {
        /// As many members as allowed have heard of the need, tonight's included.
        case attention(notified: Int)
        /// Members of the list whose turn it is; empty where they stand in other lists.
        case exposure(due: [Int])
        /// Candidates of no higher score who stood in the list the night before.
        case stability(retained: [Int])
        /// The candidate of the list that is most alike.
        case diversity(most: Int)
    }

    fileprivate enum Rule: CaseIterable { case attention, exposure, stability, diversity }

    private let rules: RankRules
    private let history: ProposalHistory
    private let similarity: Similarity?
    private let needIDs: [String]
    private let candidateIDs: [String]
    private let members: [String]
    private let lists: [Int: [Ranked]]
    /// Pairs that would be suggested without a rule, by index.
    private var without: [Rule: Set<[Int]>] = [:]

    /// ``init(_:rules:history:similarity:)`` of bare pairs.
    package init(
        _ pairs: some Collection<Pairing>, needIDs: [String], candidateIDs: [String],
        members: [String],
        rules: RankRules, history: ProposalHistory, similarity: Similarity?
    ) {
        self.rules = rules
        self.history = history
        self.similarity = similarity
        self.needIDs = needIDs
        self.candidateIDs = candidateIDs
        self.members = members
        let ranking = rank(
            pairs, needIDs: needIDs, candidateIDs: candidateIDs, members: members, rules: rules,
            history: history, similarity: similarity)
        lists = Dictionary(grouping: ranking.suggestions, by: \.need)
        for rule in Rule.allCases {
            guard let others = rules.without(rule) else { continue }
            let free = rank(
                pairs, needIDs: needIDs, candidateIDs: candidateIDs, members: members,
                rules: others, history: history, similarity: similarity)
            without[rule] = Set(free.suggestions.map { [$0.need, $0.candidate] })
        }
    }

    /// The rule that stands against a pair, the first of those that do in the order of ``Reason``;
    /// nil where none does by itself.
    ///
    /// - Parameters:
    ///   - need: Place of the need.
    ///   - candidate: Place of the candidate, which is not in the need's list.
    ///   - score: Its score.
    public func reason(need: Int, candidate: Int, score: Float) -> Reason? {
        let list = lists[need] ?? []
        for rule in Rule.allCases where without[rule]?.contains([need, candidate]) == true {
            switch rule {
            case .attention:
                let notified = history.notified[needIDs[need]] ?? []
                return .attention(
                    notified: notified.union(list.map { members[$0.candidate] }).count)
            case .exposure:
                let due = list.map(\.candidate).filter { isDue($0) }
                return .exposure(due: due)
            case .stability:
                let retained = list.filter { $0.score <= score && stood(need, $0.candidate) }
                if !retained.isEmpty { return .stability(retained: retained.map(\.candidate)) }
            case .diversity:
                let alike = list.map(\.candidate).map {
                    ($0, similarity?.between(candidate, $0) ?? 0)
                }
                if let most = alike.max(by: { $0.1 < $1.1 }), most.1 > 0 {
                    return .diversity(most: most.0)
                }
            }
        }
        return nil
    }

    private func isDue(_ candidate: Int) -> Bool {
        guard let exposure = rules.exposure else { return false }
        return (history.waits[members[candidate]]?.nights ?? 0) >= exposure
    }

    private func stood(_ need: Int, _ candidate: Int) -> Bool {
        history.inForce.contains(
            NeedCandidate(need: needIDs[need], candidate: candidateIDs[candidate]))
    }
}

extension BindingRules {
    /// Solves a night, and solves it again without each of its rules; the arguments are those of
    /// `rank`.
    ///
    /// - Complexity: that of one more ranking than there are rules beside the caps.
    public init(
        _ matches: Matches, rules: RankRules, history: ProposalHistory, similarity: Similarity?
    ) {
        self.init(
            matches.pairings, needIDs: matches.needs.map(\.id),
            candidateIDs: matches.candidates.map(\.id),
            members: matches.candidates.map(\.member), rules: rules, history: history,
            similarity: similarity)
    }
}

extension RankRules {
    /// The same without one rule; nil where that rule does not hold anyway.
    fileprivate func without(_ rule: BindingRules.Rule) -> RankRules? {
        let holds =
            switch rule {
            case .attention: attention != nil
            case .exposure: exposure != nil
            case .stability: stability > 0
            case .diversity: diversity > 0
            }
        guard holds else { return nil }
        return RankRules(
            perNeed: perNeed, perCandidate: perCandidate,
            attention: rule == .attention ? nil : attention,
            exposure: rule == .exposure ? nil : exposure,
            diversity: rule == .diversity ? 0 : diversity,
            stability: rule == .stability ? 0 : stability)
    }
}

internal import Market
internal import Scoring
internal import Settings
internal import Solving
internal import Wording

extension JobRun {
    /// Matches → suggestions: the whole job at once, each with its reasons.
    func suggestions(
        _ snapshot: Snapshot, _ scorer: Scorer, _ matches: Matches, caps: RankCaps
    ) -> [RecordedSuggestion] {
        progress.begin("\(job.name): solve", total: nil)
        defer { progress.end() }
        let ranking = rank(matches, caps: caps)
        let names = snapshot.names
        let byNeed = Dictionary(grouping: ranking.suggestions, by: \.need)
        return snapshot.needs.indices.flatMap { need in
            let chosen = byNeed[need] ?? []
            let explanations = scorer.explain(need: need, candidates: chosen.map(\.candidate))
            return zip(chosen, explanations).map { chosen, explanation in
                suggestion(
                    chosen, need: snapshot.needs[need],
                    candidate: snapshot.candidates[chosen.candidate], explanation: explanation,
                    skills: snapshot.skills, names: names)
            }
        }
    }

    private func suggestion(
        _ chosen: Ranked, need: Need, candidate: Candidate, explanation: Explanation,
        skills: [Skill.ID: Skill], names: [String: String]
    ) -> RecordedSuggestion {
        RecordedSuggestion(
            job: job.name, need: need.id, needTitle: need.title, needOwner: need.owner,
            needOwnerName: need.owner.flatMap { names[$0] }, candidate: candidate.id,
            candidateTitle: candidate.title, member: candidate.member,
            memberName: candidate.name, rank: chosen.rank, score: explanation.score,
            signals: explanation.signals,
            reasons: Wording.inEachLanguage {
                $0.reasons(for: explanation.signals, skills: skills, limit: 6)
            },
            basis: explanation.basis)
    }
}

extension Snapshot {
    /// Names of the members behind candidates, by member id.
    var names: [String: String] {
        Dictionary(candidates.map { ($0.member, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Wording {
    /// The same said in every language that people are written to in.
    static func inEachLanguage<T>(_ say: (Wording) -> T) -> [Language: T] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, say(Wording($0))) })
    }
}

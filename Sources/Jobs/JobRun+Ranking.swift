internal import Ledger
internal import Market
internal import Parallel
internal import Scoring
internal import Settings
internal import Solving
internal import Wording

extension JobRun {
    /// Matches → suggestions: the whole job at once, each with its reasons; and what the choice
    /// cost, who waits, and how it is shared out.
    ///
    /// - Parameters:
    ///   - snapshot: What the run read.
    ///   - scorer: What judged it.
    ///   - matches: What it found.
    ///   - rules: The job's rules.
    ///   - untouched: Suggestions that need not be explained again where they stand again.
    ///   - results: Where to put what is found.
    func rank(
        _ snapshot: Snapshot, _ scorer: Scorer, _ matches: Matches, rules: RankRules,
        untouched: [NeedCandidate: StandingSuggestion] = [:], into results: inout RunResults
    ) -> Ranking {
        progress.begin("\(job.name): solve", total: nil)
        defer { progress.end() }
        let history = snapshot.history
        let ranking = Solving.rank(
            matches, rules: rules, history: history,
            likeness: .skills(in: matches))
        let names = snapshot.names(of: Set(snapshot.needs.compactMap(\.owner)))
        var news: [Ranked] = []
        for chosen in ranking.suggestions {
            let need = snapshot.needs[chosen.need]
            let pair = NeedCandidate(
                need: need.id, candidate: snapshot.candidates[chosen.candidate].id)
            if let stands = untouched[pair], stands.rank == chosen.rank,
                stands.needOwnerName == need.owner.flatMap({ names[$0] })
            {
                results.standing.append(stands)
            } else {
                news.append(chosen)
            }
        }
        results.suggestions = suggestions(news, snapshot, scorer, names: names)
        results.skills = snapshot.skills(namedBy: ranking.suggestions)
        results.departures = ranking.departures
        results.trade = ranking.trade
        results.waits = Dictionary(
            uniqueKeysWithValues: ranking.passedOver.map { ($0, history.waits[$0]?.since ?? asOf) })
        results.exposure = Exposure(
            of: snapshot.candidates,
            suggested: ranking.suggestions.map { snapshot.candidates[$0.candidate].member },
            passedOver: ranking.passedOver, history: history, asOf: asOf)
        return ranking
    }

    /// An outcome that says so where nobody is suggested because enough people have heard of the
    /// need: those who suit it are then not busy elsewhere, but not told.
    func sayingWhoHeard(
        _ outcome: NeedOutcome, of snapshot: Snapshot, _ matches: Matches, attention: Int?
    ) -> NeedOutcome {
        let told = snapshot.history.told[outcome.need]?.count ?? 0
        guard outcome.suggested == 0, outcome.eligible > 0, told > 0, told >= attention ?? .max,
            let need = snapshot.needs.firstIndex(where: { $0.id == outcome.need }),
            !matches.perNeed[need].isEmpty
        else { return outcome }
        return NeedOutcome(
            need: outcome.need, title: outcome.title, considered: outcome.considered,
            eligible: outcome.eligible, suggested: 0, excluded: outcome.excluded,
            reason: Wording.inEachLanguage { $0.heardEnough(told: told) })
    }

    private func suggestions(
        _ news: [Ranked], _ snapshot: Snapshot, _ scorer: Scorer, names: [String: String]
    ) -> [RecordedSuggestion] {
        var byNeed = [[Ranked]](repeating: [], count: snapshot.needs.count)
        for chosen in news { byNeed[chosen.need].append(chosen) }
        let chosen = byNeed
        let explanations = scorer.explain(chosen.map { $0.map(\.candidate) })
        return Threads.map(snapshot.needs.count) { need in
            zip(chosen[need], explanations[need]).map { chosen, explanation in
                suggestion(
                    chosen, need: snapshot.needs[need],
                    candidate: snapshot.candidates[chosen.candidate], explanation: explanation,
                    skills: snapshot.skills, names: names)
            }
        }.flatMap(\.self)
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
    /// Skills that one side of some suggestions asks or holds.
    fileprivate func skills(namedBy suggestions: [Ranked]) -> [Skill.ID: Skill] {
        var named: Set<Skill.ID> = []
        for need in Set(suggestions.map(\.need)) {
            named.formUnion(needs[need].skills.lazy.map(\.skill))
        }
        for candidate in Set(suggestions.map(\.candidate)) {
            named.formUnion(candidates[candidate].skills.lazy.map(\.skill))
        }
        return skills.filter { named.contains($0.key) }
    }

    /// Names of the members behind candidates, by member id.
    var names: [String: String] {
        Dictionary(candidates.map { ($0.member, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Names of those of some members who are behind candidates.
    fileprivate func names(of members: Set<String>) -> [String: String] {
        let found = Threads.chunks(of: candidates.count) { places in
            places.filter { members.contains(candidates[$0].member) }
        }
        return Dictionary(
            found.joined().map { (candidates[$0].member, candidates[$0].name) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Wording {
    /// The same said in every language that people are written to in.
    static func inEachLanguage<T>(_ say: (Wording) -> T) -> [Language: T] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, say(Wording($0))) })
    }
}

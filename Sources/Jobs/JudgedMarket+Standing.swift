package import Market
package import Scoring
internal import Settings
internal import Solving

extension JudgedMarket {
    /// What became of a pair, given as places in the snapshot, and what is known of it.
    package func standing(
        need: Int, candidate: Int, explanation: Explanation
    ) -> Standing {
        let pair = (snapshot.needs[need].id, snapshot.candidates[candidate].id)
        let list = suggestions.filter { $0.need == pair.0 }
        if let own = list.first(where: { $0.candidate == pair.1 }) {
            return .suggested(rank: own.rank)
        }
        guard explanation.exclusions.isEmpty else { return .excluded }
        guard matches.perNeed[need].contains(where: { $0.candidate == candidate }) else {
            return explanation.score >= job.match.floor && explanation.score > 0
                ? .notRetrieved(most: job.match.retrieve)
                : .belowFloor(score: explanation.score, floor: job.match.floor)
        }
        guard case .rank(let rules) = job.verb else { return .notRanked }
        let member = snapshot.candidates[candidate].member
        if let own = list.first(where: { $0.member == member }) {
            return .memberStands(Standing.Rival(own, calling: own.candidateTitle))
        }
        if list.count >= rules.perNeed, list.allSatisfy({ $0.score >= explanation.score }) {
            return .behind(
                list.sorted { $0.rank < $1.rank }.map {
                    Standing.Rival($0, calling: $0.memberName)
                },
                most: rules.perNeed)
        }
        let elsewhere = suggestions.filter { $0.member == member }
        if elsewhere.count >= rules.perCandidate {
            let ordered = elsewhere.sorted { ($1.score, $0.need) < ($0.score, $1.need) }
            return .memberTaken(ordered.map(Standing.Taken.init), most: rules.perCandidate)
        }
        return restrained(need, candidate, by: list)
    }

    /// Which rule for the good of the whole keeps a match out of its need's list.
    private func restrained(
        _ need: Int, _ candidate: Int, by list: [RecordedSuggestion]
    ) -> Standing {
        let match = matches.perNeed[need].first { $0.candidate == candidate }
        guard
            let reason = restraints?.reason(
                need: need, candidate: candidate, score: match?.score ?? 0)
        else { return .heldBack }
        func rivals(_ candidates: [Int]) -> [Standing.Rival] {
            let ids = Set(candidates.map { snapshot.candidates[$0].id })
            return list.filter { ids.contains($0.candidate) }.sorted { $0.rank < $1.rank }
                .map { Standing.Rival($0, calling: $0.memberName) }
        }
        switch reason {
        case .attention(let told): return .heardEnough(told: told)
        case .exposure(let due): return .turn(rivals(due))
        case .stability(let kept): return .kept(rivals(kept))
        case .diversity(let alike): return rivals([alike]).first.map(Standing.tooAlike) ?? .heldBack
        }
    }

    /// What separates a pair from the one above it: the suggestion above, for one that is suggested;
    /// the next better match otherwise; nil at the top.
    ///
    /// For a pair that is no match, the place is the one that its score would give it.
    package func separation(
        need: Int, candidate: Int, explanation: Explanation
    ) -> Separation? {
        let id = snapshot.candidates[candidate].id
        let list = suggestions.filter { $0.need == snapshot.needs[need].id }
            .sorted { $0.rank < $1.rank }
        if let place = list.firstIndex(where: { $0.candidate == id }) {
            guard place > 0 else { return nil }
            let above = list[place - 1]
            return Separation(
                of: explanation.signals, score: explanation.score, from: above.signals,
                of: Standing.Rival(above, calling: above.memberName))
        }
        let all = matches.perNeed[need]
        let place =
            all.firstIndex { $0.candidate == candidate }
            ?? all.firstIndex { Double($0.score) < explanation.score } ?? all.count
        guard place > 0 else { return nil }
        let above = all[place - 1].candidate
        let other = scorer.explain(need: need, candidate: above)
        return Separation(
            of: explanation.signals, score: explanation.score, from: other.signals,
            of: Standing.Rival(
                candidate: snapshot.candidates[above].id, name: snapshot.candidates[above].name,
                score: other.score, rank: place))
    }
}

extension Standing.Rival {
    fileprivate init(_ suggestion: RecordedSuggestion, calling name: String) {
        self.init(
            candidate: suggestion.candidate, name: name, score: suggestion.score,
            rank: suggestion.rank)
    }
}

extension Standing.Taken {
    fileprivate init(_ suggestion: RecordedSuggestion) {
        self.init(
            need: suggestion.need, title: suggestion.needTitle, score: suggestion.score,
            rank: suggestion.rank)
    }
}

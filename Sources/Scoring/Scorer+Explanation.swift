internal import Market
internal import Parallel
internal import Text

extension Scorer {
    /// What speaks for and against a pair, whatever its score and whether or not it is excluded.
    ///
    /// Preparing the need is most of the work: for several candidates of one need, ask for them
    /// together with ``explain(need:candidates:)``.
    ///
    /// - Complexity: O(skills asked × skills held × dimension), whatever the number of candidates of
    ///   the market, and O(skills asked × skills of the market).
    public func explain(need: Int, candidate: Int) -> Explanation {
        explain(need: need, candidates: [candidate])[0]
    }

    /// What speaks for and against each of some candidates of one need, in their order.
    ///
    /// - Complexity: as for one of them.
    public func explain(need: Int, candidates: [Int]) -> [Explanation] {
        var likenesses = words.likenesses
        return explain(need: need, candidates: candidates, &likenesses)
    }

    /// What speaks for and against some candidates of each of many needs, on all cores.
    ///
    /// - Parameter candidates: For each need of the snapshot the places of some candidates.
    /// - Returns: For each need an explanation of each of its candidates, in the same order.
    public func explain(_ candidates: [[Int]]) -> [[Explanation]] {
        Threads.map(candidates.count, room: { words.likenesses }) { likenesses, need in
            explain(need: need, candidates: candidates[need], &likenesses)
        }
    }

    private func explain(
        need: Int, candidates: [Int], _ likenesses: inout SoftTFIDFIndex.Likenesses
    ) -> [Explanation] {
        guard !candidates.isEmpty else { return [] }
        let prepared = prepare(need, beside: candidates)
        let hash = contentHash(ofNeed: need)
        let contents = contents(ofNeed: need, candidates, &likenesses)
        return zip(candidates, contents).map { explain(prepared, $0, $1, hash: hash) }
    }

    private func explain(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, hash: String
    ) -> Explanation {
        let values = signalValues(need, candidate, content)
        let weights = fusion.weights(for: values)
        var signals: [Signal] = []
        for (index, kind) in SignalKind.allCases.enumerated() where !values[index].isNaN {
            guard let evidence = evidence(kind, need, candidate, value: values[index]) else {
                continue
            }
            signals.append(
                Signal(
                    kind: kind, value: values[index], weight: weights[index], evidence: evidence))
        }
        return Explanation(
            signals: signals,
            score: likelihood.score(
                fused: fusion.score(values, weights: weights), skills: need.asked.asked.count),
            exclusions: exclusions(need, candidate),
            basis: basis(need: need.index, content: hash, candidate: candidate))
    }

    /// The facts that a signal rests on.
    private func evidence(
        _ kind: SignalKind, _ need: PreparedNeed, _ index: Int, value: Double
    ) -> Evidence? {
        let candidate = snapshot.candidates[index]
        switch kind {
        case .skills: return .skills(coverage(need, index))
        case .meaning: return .meaning(nearness: value)
        case .words: return .words(words.shared(need.need, candidate: index, limit: 5))
        case .place:
            return .place(
                kilometres: need.need.remote == .only ? nil : need.kilometres(to: candidate.place),
                needPlace: need.need.place?.name, candidatePlace: candidate.place?.name,
                atDistance: worksAtDistance(need, index))
        case .dates:
            return .dates(
                asked: need.need.days, free: need.freeDays(in: candidate.calendar),
                window: need.need.window)
        case .price:
            return price(need, index).map {
                .price(highest: $0.highest, asked: $0.asked, perHour: isHourly(need, index))
            }
        case .language:
            let spoken = Set(candidate.languages.map(Codes.folded))
            return .language(need.need.languages.filter { spoken.contains(Codes.folded($0)) })
        case .balance:
            return accounts(need, index).map {
                .balance(
                    hours: $0.hours, canGive: $0.giver.canGive, canReceive: $0.receiver.canReceive,
                    candidateBalance: $0.giver.balance)
            }
        }
    }

    /// How each skill asked is met. A skill that is held is named itself, at its highest level, even
    /// where it is so far below the one asked that a neighbour contributes more.
    private func coverage(_ need: PreparedNeed, _ candidate: Int) -> [SkillCoverage] {
        let holdings = skills.holdings(of: candidate)
        return need.asked.asked.indices.map { index in
            let asked = need.asked.asked[index]
            let best = need.asked.best(for: index, among: holdings)
            let same = holdings.filter { $0.skill == asked.skill }
                .max { $0.effectiveLevel < $1.effectiveLevel }
            let holding = same ?? best.holding.map { holdings[$0] }
            return SkillCoverage(
                asked: skills.ids[asked.skill], askedLevel: asked.level == 0 ? nil : asked.level,
                mandatory: asked.mandatory, held: holding.map { skills.ids[$0.skill] },
                heldLevel: holding.flatMap { $0.level == 0 ? nil : $0.level },
                nearness: same == nil ? Double(best.nearness) : 1, met: Double(best.met))
        }
    }
}

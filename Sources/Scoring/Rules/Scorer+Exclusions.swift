public import Market

extension Scorer {
    /// Every hard rule that a pair fails, in the order of `Exclusion.Rule`; where several mandatory
    /// skills are missing, one for each.
    public func exclusions(need: Int, candidate: Int) -> [Exclusion] {
        let prepared = prepare(need, beside: [])
        return exclusions(prepared, candidate)
    }

    /// Candidates that pass every hard rule for a need, as indexes into the snapshot, ascending.
    ///
    /// - Complexity: O(*candidates*).
    public func eligible(need: Int) -> [Int] {
        let prepared = prepare(need, beside: [])
        return snapshot.candidates.indices.filter { firstFailure(prepared, $0) == nil }
    }

    func exclusions(_ need: PreparedNeed, _ candidate: Int) -> [Exclusion] {
        rules.filter { fails($0, need, candidate) }
            .flatMap { describe($0, need, candidate) }
    }

    /// The first rule that a pair fails, in the order of `Exclusion.Rule`.
    func firstFailure(_ need: PreparedNeed, _ candidate: Int) -> Exclusion.Rule? {
        for rule in rules where fails(rule, need, candidate) { return rule }
        return nil
    }

    private func fails(_ rule: Exclusion.Rule, _ need: PreparedNeed, _ candidate: Int) -> Bool {
        switch rule {
        case .ownNeed:
            return need.need.owner == snapshot.candidates[candidate].member
        case .refusal:
            guard !snapshot.refusals.isEmpty, let owner = need.need.owner else { return false }
            return snapshot.refusals.contains(
                MemberPair(owner, snapshot.candidates[candidate].member))
        case .language:
            let spoken = candidateLanguages[candidate]
            return !spoken.isEmpty
                && !candidateLanguages.holds(needLanguages[need.index], in: candidate)
        case .place:
            return isOutOfReach(need, candidate)
        case .dates:
            guard let asked = need.need.days,
                let free = need.freeDays(in: snapshot.candidates[candidate].calendar)
            else { return false }
            return free < asked - 1e-9
        case .skills:
            return need.asked.unmetMandatory(among: skills.holdings(of: candidate)) != nil
        case .certifications:
            return !candidateCertifications.holds(needCertifications[need.index], in: candidate)
        case .price:
            guard paysMoney(need, candidate), let highest = need.need.rateMax,
                let asked = snapshot.candidates[candidate].rate
            else { return false }
            return asked > highest
        case .exchange:
            let asked = need.need.exchange
            let given = snapshot.candidates[candidate].exchange
            return !asked.isEmpty && !given.isEmpty && asked.isDisjoint(with: given)
        case .balance:
            return timeAccountRoom(need, candidate).map { $0.hours > $0.room + 1e-9 } ?? false
        case .consent:
            return !snapshot.candidates[candidate].consentsToBids
        case .declined:
            return !declined.isEmpty
                && declined.contains(IndexPair(need: need.index, candidate: candidate))
        }
    }

    private func isOutOfReach(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        let remote = snapshot.candidates[candidate].remote
        switch need.need.remote {
        case .only: return !remote
        case .possible where remote: return false
        case .possible, .no:
            guard let kilometres = need.kilometres(to: snapshot.candidates[candidate].place),
                let radius = snapshot.candidates[candidate].radius
            else { return false }
            return kilometres > radius
        }
    }

    /// Whether money may change hands: unless both sides name what they accept and money is not
    /// what they share.
    func paysMoney(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        let asked = need.need.exchange
        let given = snapshot.candidates[candidate].exchange
        if asked.isEmpty || given.isEmpty { return true }
        return asked.contains(.money) && given.contains(.money)
    }

    /// Hours asked and the room for them on both accounts, where time is the only kind of exchange
    /// that both sides accept.
    private func timeAccountRoom(
        _ need: PreparedNeed, _ candidate: Int
    ) -> (hours: Double, room: Double)? {
        let asked = need.need.exchange
        let given = snapshot.candidates[candidate].exchange
        guard asked.contains(.time), given.contains(.time),
            !asked.contains(where: { $0 != .time && given.contains($0) }),
            let hours = need.need.hours
        else { return nil }
        let room = min(
            snapshot.candidates[candidate].account?.canGive ?? .infinity,
            need.need.account?.canReceive ?? .infinity)
        return (hours, room)
    }

    private func describe(
        _ rule: Exclusion.Rule, _ need: PreparedNeed, _ index: Int
    ) -> [Exclusion] {
        let candidate = snapshot.candidates[index]
        switch rule {
        case .ownNeed: return [.ownNeed]
        case .refusal: return [.refusal]
        case .language:
            let spoken = Set(candidate.languages.map(Codes.folded))
            return [
                .language(
                    missing: need.need.languages.filter { !spoken.contains(Codes.folded($0)) })
            ]
        case .place:
            guard need.need.remote != .only, let kilometres = need.kilometres(to: candidate.place),
                let radius = candidate.radius
            else { return [.notAtDistance] }
            return [.place(kilometres: kilometres, radius: radius)]
        case .dates:
            return [
                .dates(asked: need.need.days ?? 0, free: need.freeDays(in: candidate.calendar) ?? 0)
            ]
        case .skills: return unmetSkills(need, index)
        case .certifications:
            let held = Set(candidate.certifications.map(Codes.folded))
            return [
                .certifications(
                    missing: need.need.certifications.filter { !held.contains(Codes.folded($0)) })
            ]
        case .price:
            return [
                .price(
                    highest: need.need.rateMax ?? .zero, asked: candidate.rate ?? .zero,
                    perHour: isHourly(need, index))
            ]
        case .exchange: return [.exchange]
        case .balance:
            let room = timeAccountRoom(need, index)
            return [.balance(hours: room?.hours ?? 0, room: room?.room ?? 0)]
        case .consent: return [.noConsent]
        case .declined: return [.declined]
        }
    }

    /// Whether prices are for an hour: the pair is about a service.
    func isHourly(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        need.need.hours != nil || !need.need.exchange.isEmpty
            || snapshot.candidates[candidate].hours != nil
            || !snapshot.candidates[candidate].exchange.isEmpty
    }

    private func unmetSkills(_ need: PreparedNeed, _ index: Int) -> [Exclusion] {
        let holdings = skills.holdings(of: index)
        var exclusions: [Exclusion] = []
        var next = 0
        while let unmet = need.asked.unmetMandatory(from: next, among: holdings) {
            let asked = need.asked.asked[unmet]
            let levels = holdings.lazy.filter { $0.skill == asked.skill }.map(\.level)
            let held = levels.max().flatMap { $0 == 0 ? nil : $0 }
            exclusions.append(
                .mandatorySkill(
                    skill: skills.ids[asked.skill], asked: asked.level == 0 ? nil : asked.level,
                    held: held))
            next = unmet + 1
        }
        return exclusions
    }
}

internal import Market

extension BidInstance {
    /// Takes in those who can do something, by id; says why of those who could not be counted on.
    mutating func admit(
        _ problem: BidProblem, policy: FormPolicy, waived: Set<Waiver>
    ) {
        let tender = problem.tender
        let asked = Set(lots.flatMap(\.certifications))
        for member in problem.members.sorted(by: { $0.candidate.member < $1.candidate.member }) {
            let qualified = demands.indices.filter { qualifies(member, for: $0) }
            guard !qualified.isEmpty else { continue }
            if let reason = reasonToLeaveOut(member.candidate, of: tender, waived) {
                leftOut.append(BidPlan.LeftOut(member: member.candidate.member, reason: reason))
                continue
            }
            for demand in qualified { demands[demand].qualified += 1 }
            var admitted = Member(
                candidate: member.candidate, rate: member.candidate.rate?.cents ?? 0,
                demands: qualified, fit: [], capacities: [],
                turnover: max(0, member.candidate.turnover?.cents ?? 0),
                certifications: asked.intersection(member.candidate.certifications),
                leads: member.candidate.leadsBids,
                share: waived.contains(.smallestShares) ? 1 : smallestShare(of: member.candidate),
                isNewcomer: member.isNewcomer)
            admitted.capacities = capacities(
                of: member, demands: qualified,
                promised: waived.contains(.promises)
                    ? [] : member.promised.compactMap { $0.left(on: problem.asOf) },
                overlap: policy.overlap, for: tender.id)
            admitted.demands = qualified.filter { most(of: $0, by: admitted) > 0 }
            admitted.fit = admitted.demands.map {
                points(of: member, on: $0, of: tender, references: policy.references)
            }
            if !admitted.demands.isEmpty { members.append(admitted) }
        }
    }

    private func qualifies(_ member: BidMember, for demand: Int) -> Bool {
        let asked = demands[demand].asked
        return member.lots.contains(lots[demands[demand].lot].need.id)
            && member.candidate.skills.contains {
                $0.skill == asked.skill && $0.reaches(asked.level)
            }
    }

    private func reasonToLeaveOut(
        _ candidate: Candidate, of tender: Tender, _ waived: Set<Waiver>
    ) -> BidPlan.LeftOut.Reason? {
        guard candidate.consentsToBids else { return .noConsent }
        guard let rate = candidate.rate, (0...1_000_000_000).contains(rate.cents) else {
            return .noRate
        }
        if candidate.calendar.availabilities.isEmpty { return .noCalendar }
        if !waived.contains(.memberCertifications),
            !Set(tender.memberCertifications).isSubset(of: candidate.certifications)
        {
            return .certifications
        }
        if !waived.contains(.insurance), let least = tender.insuranceMin,
            let insured = candidate.insurance, insured < least
        {
            return .insurance
        }
        return nil
    }

    private func smallestShare(of candidate: Candidate) -> Int {
        guard let days = candidate.bidDaysMin, days.isFinite, days > 0 else { return 1 }
        return max(1, Int((min(days, 100_000) * 2 - 1e-6).rounded(.up)))
    }

    /// References of one member that count for one demand, at the most.
    private static let mostReferences = 3

    /// How well a member suits a demand: two thirds how well they suit the lot, one third their
    /// level out of 5, in whole points out of 10. Each reference of the last years that counts, three
    /// at the most, makes up for a third of `share` of what is missing to ten.
    private func points(
        of member: BidMember, on demand: Int, of tender: Tender, references share: Double
    ) -> Int {
        let asked = demands[demand].asked
        let fit = member.fit[lots[demands[demand].lot].need.id] ?? 0
        let level =
            member.candidate.skills.filter { $0.skill == asked.skill && $0.reaches(asked.level) }
            .map { $0.level ?? 3 }.max() ?? 0
        let closeness = fit.isFinite ? min(1, max(0, fit)) : 0
        let points = 10 * (2 * closeness + Double(level) / 5) / 3
        let shown = member.references.count { $0.counts(for: tender, skill: asked.skill) }
        let most = BidInstance.mostReferences
        return Int(
            (points + (10 - points) * share * Double(min(shown, most)) / Double(most)).rounded())
    }
}

import Market
import Scoring
import TestSupport

extension Oracle {
    /// The first hard rule that fails.
    func failure(_ n: Int, _ c: Int) -> Exclusion.Rule? {
        let need = market.snapshot.needs[n]
        let candidate = market.snapshot.candidates[c]
        let required = market.policy.require
        if need.owner == candidate.member { return .ownNeed }
        if let owner = need.owner,
            market.snapshot.refusals.contains(MemberPair(owner, candidate.member))
        {
            return .refusal
        }
        if required.contains(.language), !candidate.languages.isEmpty,
            !Set(need.languages).isSubset(of: candidate.languages)
        {
            return .language
        }
        if required.contains(.place) {
            var tooFar = false
            if let from = need.place, let to = candidate.place, let radius = candidate.radius {
                tooFar = from.distance(to: to) > radius
            }
            if need.remote == .only, !candidate.remote { return .place }
            if need.remote == .no, tooFar { return .place }
            if need.remote == .possible, tooFar, !candidate.remote { return .place }
        }
        if required.contains(.dates), let days = need.days, let window = need.window,
            let free = candidate.calendar.freeDays(within: window), free < days - 1e-9
        {
            return .dates
        }
        if required.contains(.skills),
            need.skills.contains(where: { asked in
                asked.mandatory
                    && !candidate.skills.contains {
                        $0.skill == asked.skill && $0.reaches(asked.level)
                    }
            })
        {
            return .skills
        }
        if required.contains(.certifications),
            !Set(need.certifications.map { $0.lowercased() })
                .isSubset(of: candidate.certifications.map { $0.lowercased() })
        {
            return .certifications
        }
        let common = need.exchange.intersection(candidate.exchange)
        let bothSay = !need.exchange.isEmpty && !candidate.exchange.isEmpty
        if required.contains(.price), let highest = need.rateMax, let rate = candidate.rate,
            !bothSay || common.contains(.money), rate > highest
        {
            return .price
        }
        if required.contains(.exchange), bothSay, common.isEmpty { return .exchange }
        if required.contains(.balance), common == [.time], let hours = need.hours,
            hours > candidate.account?.canGive ?? .infinity
                || hours > need.account?.canReceive ?? .infinity
        {
            return .balance
        }
        if required.contains(.topics), !need.topics.isEmpty, !candidate.topics.isEmpty,
            Set(need.topics).isDisjoint(with: candidate.topics)
        {
            return .topics
        }
        if required.contains(.consent), !candidate.consentsToBids { return .consent }
        return nil
    }
}

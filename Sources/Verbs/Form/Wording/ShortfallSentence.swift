public import Market
public import Solving
public import Wording

extension Wording {
    /// What a lot lacks for a bid, in one sentence.
    ///
    /// - Parameters:
    ///   - shortfall: What is lacking.
    ///   - skills: Skills of the network, for their labels.
    ///   - tenders: Titles of tenders by id; those without one are not named.
    ///   - lots: Numbers of lots by id; those without one are not named.
    ///   - names: Names of members by id; those without one are not named.
    ///   - term: How long declines of the job stand.
    public func sentence(
        for shortfall: Shortfall, skills: [Skill.ID: Skill], tenders: [Tender.ID: String] = [:],
        lots: [Need.ID: Int] = [:], names: [String: String] = [:],
        standing term: Decline.Term = .untilChanged
    ) -> String {
        switch shortfall {
        case .nothingAsked: form.nothingAsked
        case .noWindow: form.noWindow
        case .windowPast(let last): form.windowPast(last)
        case .days(let skill, let level, let asked, let missing, let qualified, let nearest):
            missingDays(
                missing, of: asked, label(of: skill, in: skills), level, qualified: qualified)
                + near(nearest, names: names)
        case .budget(let published, let needed): form.overBudget(published, needed: needed)
        case .size(let most, let needed): form.tooMany(needed, most: most)
        case .turnover(let lowest, let reached): form.tooLowTurnover(reached, lowest: lowest)
        case .certifications(let missing): form.unheldCertifications(missing)
        case .memberCertifications(let asked): form.everyMemberNeeds(asked)
        case .insurance(let least): form.uninsured(for: least)
        case .smallestShares: form.sharesTooSmall
        case .lead: form.nobodyLeads
        case .refusals: form.refusals
        case .promised(let ids): form.promised(to: ids.compactMap { tenders[$0] })
        case .otherLots(let ids): form.notBeside(lots: ids.compactMap { lots[$0] })
        case .declined:
            form.bidDeclined + semicolon + returns(after: term, once: form.bidChanges) + "."
        case .outOfTime: form.outOfTime
        case .notSolved: form.notSolved
        }
    }

    private func missingDays(
        _ missing: Double, of asked: Double, _ skill: String, _ level: Level?, qualified: Int
    ) -> String {
        if qualified == 0 { return form.nobodyHolds(skill, level, for: asked) }
        return missing >= asked
            ? form.noFreeDay(for: asked, of: skill, level, qualified: qualified)
            : form.missingDays(missing, of: asked, of: skill, level, qualified: qualified)
    }

    private func near(_ nearest: [Shortfall.Near], names: [String: String]) -> String {
        let entries = nearest.compactMap { near in
            names[near.member].map { form.near($0, near.level, freeDays: near.freeDays) }
        }
        return entries.isEmpty ? "" : " " + form.nearest(entries)
    }
}

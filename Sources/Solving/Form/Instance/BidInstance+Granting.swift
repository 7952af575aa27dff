internal import Market

extension BidInstance {
    /// The instance of one lot with what it lacks granted: fewer days, a higher budget, a larger
    /// group, less turnover, no such certifications. Refusals are granted as a whole.
    func granting(_ causes: [Shortfall]) -> BidInstance {
        var granted = self
        for cause in causes {
            switch cause {
            case .days(let skill, let level, let asked, let missing, _, _):
                let index = granted.demands.firstIndex {
                    $0.asked.skill == skill && $0.asked.level == level
                        && Double($0.halfDays) == asked * 2
                }
                if let index { granted.demands[index].halfDays -= Int(missing * 2) }
            case .budget(_, let needed):
                for lot in granted.lots.indices { granted.lots[lot].budget = needed.cents }
            case .size(_, let needed): granted.membersMax = needed
            case .turnover(_, let reached):
                granted.turnoverMin = reached.cents > 0 ? reached.cents : nil
            case .certifications(let missing):
                for lot in granted.lots.indices {
                    granted.lots[lot].certifications.removeAll(where: missing.contains)
                }
            case .refusals: granted.refusals = []
            case .lead: granted.asksForLead = false
            // Granted by a waiver when the instance is read, or not to be granted.
            case .memberCertifications, .insurance, .smallestShares, .promised, .nothingAsked,
                .noWindow, .windowPast, .otherLots, .declined, .outOfTime, .notSolved:
                break
            }
        }
        // Capacities were read for the days asked before; they hold for fewer as well.
        return granted
    }
}

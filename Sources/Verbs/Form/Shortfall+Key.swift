internal import Market
package import Solving

extension Shortfall {
    /// The stable key of all that a lot lacks.
    package static func key(of causes: [Shortfall]) -> String {
        "[\(causes.map(\.key).joined(separator: ", "))]"
    }

    /// The stable key of a shortfall, which the basis of a bid hashes.
    ///
    /// Declines stand against it, those of years ago included: no text here changes, whatever a case
    /// or a module is called in the code. Its form is that of the first version recorded.
    var key: String {
        switch self {
        case .nothingAsked: keyed("nothingAsked")
        case .noWindow: keyed("noWindow")
        case .windowPast(let last): keyed("windowPast", "last: \(last)")
        case .days(let skill, let level, let asked, let missing, let qualified, let nearest):
            keyed(
                "days",
                "skill: \(quoted(skill)), level: \(key(of: level)), asked: \(asked), "
                    + "missing: \(missing), qualified: \(qualified), "
                    + "nearest: [\(nearest.map(key(of:)).joined(separator: ", "))]")
        case .budget(let published, let needed):
            keyed("budget", "published: \(key(of: published)), needed: \(key(of: needed))")
        case .size(let most, let needed): keyed("size", "most: \(most), needed: \(needed)")
        case .turnover(let lowest, let reached):
            keyed("turnover", "lowest: \(key(of: lowest)), reached: \(key(of: reached))")
        case .certifications(let missing): keyed("certifications", "missing: \(list(missing))")
        case .memberCertifications(let names): keyed("memberCertifications", list(names))
        case .insurance(let least): keyed("insurance", "least: \(key(of: least))")
        case .smallestShares: keyed("smallestShares")
        case .lead: keyed("lead")
        case .refusals(let pairs): keyed("refusals", "pairs: \(pairs)")
        case .promised(let tenders): keyed("promised", "to: \(list(tenders))")
        case .otherLots(let lots): keyed("otherLots", list(lots))
        case .declined: keyed("declined")
        case .outOfTime: keyed("outOfTime")
        case .notSolved(let detail): keyed("notSolved", "detail: \(quoted(detail))")
        }
    }

    private func keyed(_ name: String, _ values: String? = nil) -> String {
        "Market.Shortfall.\(name)" + (values.map { "(\($0))" } ?? "")
    }

    private func key(of near: Near) -> String {
        "Market.Shortfall.Near(member: \(quoted(near.member)), level: \(key(of: near.level)), "
            + "freeDays: \(near.freeDays.map { "\($0)" } ?? "unknown"))"
    }

    private func key(of level: Level?) -> String {
        level.map { "Optional(\($0))" } ?? "nil"
    }

    private func key(of money: Money) -> String { "Market.Money(cents: \(money.cents))" }

    private func list(_ texts: [String]) -> String {
        "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    private func quoted(_ text: String) -> String { text.debugDescription }
}

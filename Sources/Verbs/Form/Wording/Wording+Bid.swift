public import Market
public import Wording

extension Wording {
    /// Why a group was formed as it was: what it covers, who knows whom, who has done such work. Price
    /// and proof are told beside it.
    ///
    /// - Parameters:
    ///   - lots: Lots bid for.
    ///   - allLots: Lots of the tender.
    ///   - days: Days of work in all.
    ///   - members: Members of the group.
    ///   - togetherBefore: Names of pairs of the group who worked together, and how often.
    ///   - references: Names of members with references that count, and how many.
    ///   - newcomers: Names of members who have not worked within the network of late.
    public func reasons(
        forBidOn lots: Int, of allLots: Int, days: Double, members: Int,
        togetherBefore: [(String, String, Collaboration)],
        references: [(name: String, count: Int)] = [], newcomers: [String] = []
    ) -> [String] {
        var reasons = [form.covers(lots: lots, of: allLots, days: days, members: members)]
        reasons += togetherBefore.map { form.workedTogether($0, $1, $2) }
        if !references.isEmpty {
            reasons.append(
                form.references(
                    references.map { "\($0.name) (\(number(Double($0.count))))" },
                    inYears: Reference.yearsThatCount))
        }
        if !newcomers.isEmpty { reasons.append(form.roomFor(newcomers)) }
        return reasons
    }

    /// Who holds a skill that is asked for and could not be counted on, and why, in one sentence.
    public func sentence(for uncounted: Bid.Uncounted) -> String {
        var names = uncounted.named.map { Wording.printed($0.name) }
        let others = uncounted.count - names.count
        if others > 0 { names.append(form.others(others)) }
        return "\(form.text(of: uncounted.reason))\(colon)\(list(names))."
    }
}

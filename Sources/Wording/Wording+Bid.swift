public import Market

extension Wording {
    /// Why a group was formed as it was: what it covers, what it costs, who knows whom.
    ///
    /// - Parameters:
    ///   - lots: Lots bid for.
    ///   - allLots: Lots of the tender.
    ///   - days: Days of work in all.
    ///   - members: Members of the group.
    ///   - price: Price of the bid, before VAT.
    ///   - budget: Budget of the lots bid for, where published for all of them.
    ///   - isProven: Whether no group answers the wishes better.
    ///   - togetherBefore: Names of pairs of the group who worked together, and how often.
    ///   - references: Names of members with references that count, and how many.
    ///   - newcomers: Names of members who have not worked within the network of late.
    public func reasons(
        forBidOn lots: Int, of allLots: Int, days: Double, members: Int, price: Money,
        budget: Money?, isProven: Bool, togetherBefore: [(String, String, Collaboration)],
        references: [(name: String, count: Int)] = [], newcomers: [String] = []
    ) -> [String] {
        var reasons = [coverage(lots, allLots, days, members)]
        if let budget {
            reasons.append(
                language == .french
                    ? "\(money(price)) HT pour un budget de \(money(budget))."
                    : "\(money(price)) before VAT, for a budget of \(money(budget)).")
        } else {
            reasons.append(
                language == .french
                    ? "\(money(price)) HT\(semicolon)le budget n’est pas publié."
                    : "\(money(price)) before VAT; no budget is published.")
        }
        if isProven, members > 1 {
            reasons.append(
                language == .french
                    ? "Aucun groupe du réseau ne répond mieux à ce qui est souhaité."
                    : "No group in the network does better at what is wanted.")
        }
        for (one, other, past) in togetherBefore {
            reasons.append(
                language == .french
                    ? "\(one) et \(other) ont déjà travaillé ensemble ("
                        + count(past.count, one: "fois", many: "fois")
                        + ", la dernière le \(shortDay(past.last)))."
                    : "\(one) and \(other) have worked together ("
                        + count(past.count, one: "time", many: "times")
                        + ", last on \(shortDay(past.last))).")
        }
        if !references.isEmpty {
            let names = list(references.map { "\($0.name) (\(number(Double($0.count))))" })
            let years = number(Double(Reference.yearsThatCount))
            reasons.append(
                language == .french
                    ? "Références comparables, depuis \(years)\u{A0}ans\(colon)\(names)."
                    : "Comparable references in the last \(years) years: \(names).")
        }
        if !newcomers.isEmpty {
            reasons.append(
                language == .french
                    ? "Une place pour \(list(newcomers))\(colon)pas de travail commun dans le "
                        + "réseau depuis deux ans."
                    : "A place for \(list(newcomers)): no work with others of the network for two "
                        + "years.")
        }
        return reasons
    }

    private func coverage(_ lots: Int, _ allLots: Int, _ days: Double, _ members: Int) -> String {
        switch language {
        case .french:
            let what =
                allLots == 1
                ? "le marché entier"
                : lots == allLots
                    ? "les \(number(Double(lots))) lots"
                    : "\(number(Double(lots))) des \(number(Double(allLots))) lots"
            return "Couvre \(what)\u{00A0}: \(self.days(days)) de travail, à "
                + count(members, one: "personne", many: "personnes") + "."
        case .english:
            let what =
                allLots == 1
                ? "the whole contract"
                : lots == allLots
                    ? "all \(number(Double(lots))) lots"
                    : "\(number(Double(lots))) of \(number(Double(allLots))) lots"
            return "Covers \(what): \(self.days(days)) of work, by "
                + count(members, one: "person", many: "people") + "."
        }
    }
}

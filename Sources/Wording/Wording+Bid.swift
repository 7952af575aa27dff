public import Market

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
        var reasons = [coverage(lots, allLots, days, members)]
        for (one, other, past) in togetherBefore {
            let day = shortDay(past.last)
            let often = number(Double(past.count))
            reasons.append(
                language == .french
                    ? "\(one) et \(other) ont déjà travaillé ensemble ("
                        + (past.count == 1
                            ? "le \(day)" : "\(often)\u{A0}fois, la dernière le \(day)") + ")."
                    : "\(one) and \(other) have worked together before ("
                        + (past.count == 1 ? "on \(day)" : "\(often) times, last on \(day)")
                        + ").")
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

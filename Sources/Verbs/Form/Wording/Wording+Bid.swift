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

    /// Who holds a skill that is asked for and could not be counted on, and why, in one sentence.
    public func sentence(for uncounted: Bid.Uncounted) -> String {
        var names = uncounted.named.map { Wording.printed($0.name) }
        let others = uncounted.count - names.count
        if others > 0 {
            names.append(
                count(others, one: pick("autre", "other"), many: pick("autres", "others")))
        }
        let why =
            switch uncounted.reason {
            case .noRate: pick("Tarif journalier inconnu", "Daily rate not known")
            case .noCalendar: pick("Jours libres inconnus", "Free days not known")
            case .certifications:
                pick(
                    "Sans toutes les certifications que chaque membre doit avoir",
                    "Without all certifications that every member must hold")
            case .insurance:
                pick(
                    "Assurance inférieure à ce que chaque membre doit avoir",
                    "Insured for less than every member must be")
            }
        return "\(why)\(colon)\(list(names))."
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

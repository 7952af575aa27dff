internal import Market
internal import Wording

extension SheetContext {
    /// What the tender asks of the group.
    ///
    /// - Parameters:
    ///   - details: What was recorded of the tender.
    ///   - isBid: Whether there is a group that states its turnover.
    func conditions(_ details: Bid.Details, isBid: Bool) -> [String] {
        var conditions: [String] = []
        if let most = details.membersMax {
            conditions.append(phrases.filled(.sizeAsked, ["number": String(most)]))
        }
        if let least = details.turnoverMin {
            let reached = details.people.reduce(Money.zero) { $0 + ($1.turnover ?? .zero) }
            conditions.append(
                phrases.filled(
                    isBid ? .turnoverAsked : .turnoverLeast,
                    ["least": wording.money(least), "reached": wording.money(reached)]))
        }
        return conditions
    }

    func certification(
        _ certification: Bid.Certification, in bid: Bid
    ) -> BidSheetView.Certification {
        let holders = bid.members.filter { certification.holders.contains($0.member) }
        let isMissing: Bool
        let scope: String
        switch certification.scope {
        case .group:
            scope = phrases[.scopeGroup]
            isMissing = holders.isEmpty
        case .lot(let number):
            scope = phrases.filled(.scopeLot, ["number": String(number)])
            isMissing = holders.isEmpty
        case .everyMember:
            scope = phrases[.scopeEvery]
            isMissing = holders.count < bid.members.count
        }
        let names = wording.list(holders.map { Wording.printed($0.name) })
        return BidSheetView.Certification(
            name: Wording.printed(certification.name), scope: scope,
            holders: holders.isEmpty
                ? phrases[.certificationNone]
                : phrases.filled(.certificationHeld, ["names": names]),
            isMissing: isMissing)
    }

    /// Who takes a member's place, and what changes; what is not proven says so.
    func sentence(for substitute: Bid.Substitute, in bid: Bid) -> String {
        let isEstablished = substitute.isEstablished ?? true
        guard let price = substitute.price else {
            return phrases[isEstablished ? .substituteNone : .substituteUnknown]
        }
        var parts: [String] = []
        let (lost, gained) = (substitute.lostLots, substitute.gainedLots ?? [])
        let joining = wording.list(substitute.joining.map { Wording.printed($0.name) })
        if !substitute.joining.isEmpty {
            parts.append(phrases.filled(.substituteJoins, ["names": joining]))
        } else if lost.isEmpty {
            parts.append(phrases[.substituteAlone])
        } else if isEstablished {
            parts.append(phrases[.substituteUnfilled])
        }
        if !substitute.leaving.isEmpty {
            let leaving = wording.list(substitute.leaving.map { Wording.printed($0.name) })
            parts.append(
                phrases.filled(
                    .substituteLeaves, for: substitute.leaving.count,
                    ["names": leaving]))
        }
        if !lost.isEmpty {
            let label: SheetLabel = isEstablished ? .substituteLoses : .substituteNotFound
            parts.append(phrases.filled(label, ["lots": lots(lost)]))
        }
        if !gained.isEmpty {
            parts.append(phrases.filled(.substituteGains, ["lots": lots(gained)]))
        }
        parts += prices(
            price - bid.price, ofCommon: substitute.change,
            isAlike: lost.isEmpty && gained.isEmpty)
        if !isEstablished { parts.append(phrases[.notEstablished]) }
        return parts.joined(separator: " ")
    }

    /// How prices differ, like with like: of the same lots, or of those that both bid for.
    private func prices(
        _ whole: Money, ofCommon common: Money?, isAlike: Bool
    ) -> [String] {
        if isAlike {
            return [
                difference(whole).map { phrases.filled(.priceChange, ["change": $0]) }
                    ?? phrases[.samePrice]
            ]
        }
        return common.map { common in
            [
                difference(common).map { phrases.filled(.commonPriceChange, ["change": $0]) }
                    ?? phrases[.commonSamePrice]
            ]
        } ?? []
    }

    /// What another team costs in lots, value, fit and price.
    func facts(
        of team: Bid.Team, beside bid: Bid, _ details: Bid.Details
    ) -> String {
        let own = bid.lots.filter(\.isBidFor).map(\.number).sorted()
        let isEstablished = team.isEstablished ?? true
        var parts = [
            phrases.filled(
                .teamFacts,
                [
                    "lots": wording.capitalised(lots(team.lots)),
                    "price": wording.money(team.price),
                    "fit": wording.percent(team.fit),
                ])
        ]
        // Of bids recorded by earlier versions it is not known.
        if team.value < details.value, team.isEstablished == true,
            !Set(own).isSubset(of: team.lots)
        {
            parts.append(phrases.filled(.teamNoneCovers, ["lots": lots(own)]))
        }
        if let change = difference(team.value - details.value) {
            parts.append(phrases.filled(.valueChange, ["change": change]))
        }
        let isAlike = own == team.lots.sorted()
        if !isAlike || team.price != bid.price {
            parts += prices(team.price - bid.price, ofCommon: team.change, isAlike: isAlike)
        }
        if !isEstablished { parts.append(phrases[.notEstablished]) }
        return parts.joined(separator: " ")
    }

    func proof(_ proof: Market.Proof) -> BidSheetView.Proof? {
        let labels: [String: SheetLabel] = [
            "value": .objectiveValue, "fit": .objectiveFit, "ties": .objectiveTies,
            "price": .objectivePrice, "members": .objectiveMembers,
            "lead": .objectiveLead, "weighted": .objectiveWeighted,
        ]
        guard let label = labels[proof.objective] else { return nil }
        func shown(_ value: Double) -> String {
            switch label {
            case .objectiveValue, .objectivePrice:
                Money(euros: value).map { wording.money($0) } ?? ""
            case .objectiveLead: wording.quantity(value)
            default: wording.number(value, digits: label == .objectiveWeighted ? 4 : 0)
            }
        }
        return BidSheetView.Proof(
            objective: phrases[label], found: shown(proof.found),
            bound: shown(proof.bound), verdict: phrases[proof.isProven ? .proven : .unproven],
            nodes: wording.number(Double(proof.nodes)))
    }
}

internal import Market
internal import Report
internal import Wording

/// What every part of the bids' page and of their sheets shares.
struct BidContext {
    let page: ReportContext
    let phrases: Phrases<BidLabel>
    /// Members who have left or withdrawn consent.
    let gone: Set<String>

    var wording: Wording { page.wording }
    var language: Language { page.language }

    init(_ page: ReportContext, gone: Set<String> = []) throws(ReportError) {
        self.page = page
        self.gone = gone
        phrases = try page.phrases(BidLabel.self)
    }

    /// What the page shows of bids.
    ///
    /// - Parameter bids: By deadline, then by tender; their places are the numbers of their sheets.
    func part(of bids: [Bid]) throws -> ReportPart {
        guard !bids.isEmpty else { return ReportPart() }
        let sheet = try SheetContext(page)
        let views = bids.enumerated().map { index, bid in
            BidView(
                bid, number: index + 1, notices: notices(of: bid, repairedAsIn: sheet), in: self)
        }
        let new = bids.count { $0.isNew && $0.status != .none }
        let formed = bids.count { $0.status != .none }
        return ReportPart(
            sections: [
                ReportSection(
                    entries: [.init(anchor: "bids", text: phrases[.sectionBids])],
                    html: try page.render(
                        BidView.template, BidsView(labels: page.labels, bids: views)))
            ],
            news: views.compactMap(\.news),
            new: new > 0 ? phrases.count(new, .newBid) : nil,
            inForce: formed > 0 ? phrases.count(formed, .bid) : nil)
    }
}

extension BidContext {
    /// What has become of the group since the night, with how to repair it.
    fileprivate func notices(of bid: Bid, repairedAsIn sheet: SheetContext) -> [String] {
        bid.members.filter { gone.contains($0.member) }.map { member in
            let substitute = bid.details?.substitutes.first { $0.member == member.member }
            let name = Wording.printed(member.name)
            let command = "entremise bid \(bid.tender) --without \(member.member)"
            return phrases.filled(.memberGone, ["name": name])
                + (substitute.map {
                    " "
                        + phrases.filled(
                            .withoutMember,
                            ["name": name, "repair": sheet.sentence(for: $0, in: bid)])
                } ?? "") + " "
                + phrases.filled(.repair, ["command": Wording.printed(command)])
        }
    }
}

/// What the template of bids is given.
private struct BidsView {
    let labels: [String: String]
    let bids: [BidView]
}

extension BidContext {
    func lotHeading(_ lot: Bid.Lot) -> String {
        phrases.filled(
            .lot, ["number": String(lot.number), "title": Wording.printed(lot.title)])
    }

    func deadline(_ deadline: Deadline) -> String {
        let left = page.asOf.distance(to: deadline.day)
        let when =
            left > 0
            ? phrases.filled(.deadlineIn, ["days": wording.days(Double(left))])
            : left == 0 ? phrases[.deadlineToday] : phrases[.deadlinePast]
        return phrases.filled(.deadline, ["day": wording.deadline(deadline), "when": when])
    }

    func price(_ price: Money, budget: Money?) -> String {
        guard let budget else {
            return phrases.filled(.priceOnly, ["price": wording.money(price)])
        }
        var text = phrases.filled(
            .priceAndBudget, ["price": wording.money(price), "budget": wording.money(budget)])
        let room = budget.cents > 0 ? 1 - price.euros / budget.euros : 0
        if room >= 0.005 {
            text += phrases.filled(.underBudget, ["share": wording.percent(room)])
        }
        return text
    }

    func proof(of bid: Bid) -> String {
        switch bid.status {
        case .optimal:
            return phrases[bid.isRepaired ? .bidRepaired : .bidOptimal]
        case .none: return phrases[.bidNone]
        case .feasible:
            guard let gap = bid.gap else { return phrases[.bidFeasible] }
            let share = wording.percent(gap, digits: gap < 0.1 ? 1 : 0)
            return phrases.filled(.bidFeasibleGap, ["gap": share])
        }
    }

    func team(_ members: [Bid.Member]) -> String {
        let names = members.map { Wording.printed($0.name) }
        guard let lead = names.first, members.first?.leads == true else { return page.names(names) }
        let others = Array(names.dropFirst())
        return others.isEmpty
            ? phrases.filled(.teamAlone, ["lead": lead])
            : phrases.filled(.teamLed, ["lead": lead, "others": page.names(others)])
    }
}

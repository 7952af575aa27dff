public import Market
internal import Wording

/// One tender: the group that could bid and its work, or why there is none.
struct BidView {
    let anchor: String
    /// The file of its sheet; nil where there is no bid.
    let sheet: String?
    let heading: String
    let buyer: String
    let deadline: String
    let isNew: Bool
    let isBid: Bool
    let proof: String
    let price: String?
    let lotsBidFor: String?
    let reasons: [String]
    let team: [MemberView]
    let totalDays: String
    let totalAmount: String
    let lots: [LotView]
    let hasUnbidLots: Bool
    let unbidLots: [UnbidLotView]
    let news: PageView.NewsEntry?

    struct MemberView {
        let who: String
        let leads: Bool
        let days: String
        let amount: String
    }

    struct LotView {
        let heading: String
        let price: String
        let work: [WorkView]
    }

    struct WorkView {
        let who: String
        let skill: String
        let days: String
        let rate: String
        let amount: String
    }

    struct UnbidLotView {
        let heading: String
        let why: String
    }

    static func all(of night: RecordedNight, in context: PageContext) -> [BidView] {
        night.bids
            .sorted {
                $0.deadline != $1.deadline ? $0.deadline < $1.deadline : $0.tender < $1.tender
            }
            .enumerated().map { BidView($0.element, number: $0.offset + 1, in: context) }
    }

    private init(_ bid: RecordedBid, number: Int, in context: PageContext) {
        let wording = context.wording
        anchor = "bid-\(number)"
        sheet = bid.status == .none ? nil : sheetName(number, context.language)
        heading = Wording.printed(bid.tenderTitle)
        buyer = Wording.printed(bid.buyer)
        deadline = context.deadline(bid.deadline)
        isBid = bid.status != .none
        isNew = bid.isNew && isBid
        proof = context.proof(of: bid)
        price = isBid ? context.price(bid.price, budget: bid.budget) : nil
        reasons = (bid.reasons[context.language] ?? []).map(Wording.printed)
        let names = Dictionary(
            bid.members.map { ($0.member, Wording.printed($0.name)) },
            uniquingKeysWith: { first, _ in first })
        let members = bid.members.inRank
        team = members.map {
            MemberView(
                who: Wording.printed($0.name), leads: $0.leads, days: wording.quantity($0.days),
                amount: wording.money($0.amount))
        }
        totalDays = wording.quantity(bid.members.reduce(0) { $0 + $1.days })
        totalAmount = wording.money(bid.price)
        let ordered = bid.lots.sorted { $0.number < $1.number }
        let taken = ordered.filter(\.isBidFor)
        lots = taken.map { LotView($0, names: names, in: context) }
        lotsBidFor =
            bid.lots.count > 1 && isBid
            ? context.phrases.filled(
                .lotsBidFor, ["bid": String(taken.count), "all": String(bid.lots.count)]) : nil
        unbidLots = ordered.filter { !$0.isBidFor }.map {
            UnbidLotView(
                heading: context.lotHeading($0),
                why: Wording.printed($0.reason[context.language] ?? ""))
        }
        hasUnbidLots = !unbidLots.isEmpty
        news =
            isNew
            ? .init(
                href: "#" + anchor, kind: context.phrases[.kindBid], subject: heading,
                who: context.team(members)) : nil
    }
}

/// The file of the sheet of a bid, by its place among a night's bids from 1, beside the page.
public func sheetName(_ number: Int, _ language: Language) -> String {
    "bid-\(number).\(language.rawValue).html"
}

extension BidView.LotView {
    init(_ lot: RecordedBid.Lot, names: [String: String], in context: PageContext) {
        let wording = context.wording
        heading = context.lotHeading(lot)
        price = context.price(lot.price, budget: lot.budget)
        work = lot.work.map {
            BidView.WorkView(
                who: names[$0.member] ?? Wording.printed($0.member),
                skill: wording.capitalised(Wording.printed($0.label[context.language] ?? $0.skill)),
                days: wording.quantity($0.days), rate: wording.money($0.rate),
                amount: wording.money($0.amount))
        }
    }
}

extension PageContext {
    func lotHeading(_ lot: RecordedBid.Lot) -> String {
        phrases.filled(
            .lot, ["number": String(lot.number), "title": Wording.printed(lot.title)])
    }

    func deadline(_ day: Day) -> String {
        let left = asOf.distance(to: day)
        let when =
            left > 0
            ? phrases.filled(.deadlineIn, ["days": wording.days(Double(left))])
            : left == 0 ? phrases[.deadlineToday] : phrases[.deadlinePast]
        return phrases.filled(.deadline, ["day": wording.day(day), "when": when])
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

    func proof(of bid: RecordedBid) -> String {
        switch bid.status {
        case .optimal:
            let isRepaired = bid.details?.proofs.contains { $0.objective == "changes" } ?? false
            return phrases[isRepaired ? .bidRepaired : .bidOptimal]
        case .none: return phrases[.bidNone]
        case .feasible:
            guard let gap = bid.gap else { return phrases[.bidFeasible] }
            let share = wording.number(gap * 100, digits: gap < 0.1 ? 1 : 0)
            return phrases.filled(
                .bidFeasibleGap, ["gap": share + (language == .french ? "\u{202F}%" : "%")])
        }
    }

    func team(_ members: [RecordedBid.Member]) -> String {
        let names = members.map { Wording.printed($0.name) }
        guard let lead = names.first, members.first?.leads == true else { return self.names(names) }
        let others = Array(names.dropFirst())
        return others.isEmpty
            ? phrases.filled(.teamAlone, ["lead": lead])
            : phrases.filled(.teamLed, ["lead": lead, "others": self.names(others)])
    }
}

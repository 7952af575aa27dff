internal import Market
internal import Report
internal import Wording

/// One tender: the group that could bid and its work, or why there is none.
struct BidView {
    static let template = "form.mustache"

    let anchor: String
    /// The file of its sheet; nil where there is no bid.
    let sheet: String?
    let heading: String
    /// Page of the tender on the platform.
    let tenderPage: String?
    let buyer: String
    let deadline: String
    let isNew: Bool
    let isBid: Bool
    let proof: String
    let price: String?
    let lotsBidFor: String?
    let reasons: [String]
    /// What has become of the group since the night.
    let notices: [String]
    let team: [MemberView]
    let totalDays: String
    let totalAmount: String
    let lots: [LotView]
    let hasUnbidLots: Bool
    let unbidLots: [UnbidLotView]
    let news: ReportNews?

    struct MemberView {
        let who: String
        let leads: Bool
        let days: String
        let amount: String
    }

    struct LotView {
        let heading: String
        let lotPage: String?
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
        let lotPage: String?
        let why: String
    }

    init(_ bid: Bid, number: Int, notices: [String], in context: BidContext) {
        let wording = context.wording
        self.notices = notices
        anchor = "bid-\(number)"
        sheet = bid.status == .none ? nil : Bid.sheetName(number, context.language)
        heading = Wording.printed(bid.tenderTitle)
        tenderPage = bid.url
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
                heading: context.lotHeading($0), lotPage: $0.url,
                why: Wording.printed($0.reason[context.language] ?? ""))
        }
        hasUnbidLots = !unbidLots.isEmpty
        news =
            isNew
            ? .init(
                anchor: anchor, kind: context.phrases[.kindBid], subject: heading,
                who: context.team(members)) : nil
    }
}

extension BidView.LotView {
    init(_ lot: Bid.Lot, names: [String: String], in context: BidContext) {
        let wording = context.wording
        heading = context.lotHeading(lot)
        lotPage = lot.url
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

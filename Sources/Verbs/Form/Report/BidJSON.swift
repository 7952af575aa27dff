internal import Market

/// A bid as JSON: amounts in cents.
struct BidJSON: Encodable {
    let tender: String
    let tenderTitle: String
    let url: String?
    let buyer: String
    let deadline: Deadline
    let status: String
    let priceCents: Int
    let budgetCents: Int?
    let bound: Double?
    let gap: Double?
    let members: [Member]
    let lots: [Lot]
    let reasons: [String: [String]]
    let basis: String
    let isNew: Bool

    init(_ bid: Bid) {
        tender = bid.tender
        tenderTitle = bid.tenderTitle
        url = bid.url
        buyer = bid.buyer
        deadline = bid.deadline
        status = bid.status.rawValue
        priceCents = bid.price.cents
        budgetCents = bid.budget?.cents
        bound = bid.bound
        gap = bid.gap
        members = bid.members.map(Member.init)
        lots = bid.lots.map(Lot.init)
        reasons = byLanguage(bid.reasons)
        basis = bid.basis
        isNew = bid.isNew
    }
}

extension BidJSON {
    struct Member: Encodable {
        let member: String
        let name: String
        let leads: Bool
        let days: Double
        let amountCents: Int

        init(_ member: Bid.Member) {
            self.member = member.member
            name = member.name
            leads = member.leads
            days = member.days
            amountCents = member.amount.cents
        }
    }

    struct Lot: Encodable {
        let lot: String
        let number: Int
        let title: String
        let url: String?
        let isBidFor: Bool
        let priceCents: Int
        let budgetCents: Int?
        let work: [Work]
        let reason: [String: String]

        init(_ lot: Bid.Lot) {
            self.lot = lot.lot
            number = lot.number
            title = lot.title
            url = lot.url
            isBidFor = lot.isBidFor
            priceCents = lot.price.cents
            budgetCents = lot.budget?.cents
            work = lot.work.map(Work.init)
            reason = byLanguage(lot.reason)
        }
    }

    struct Work: Encodable {
        let member: String
        let skill: String
        let label: [String: String]
        let days: Double
        let rateCents: Int
        let amountCents: Int

        init(_ work: Bid.Work) {
            member = work.member
            skill = work.skill
            label = byLanguage(work.label)
            days = work.days
            rateCents = work.rate.cents
            amountCents = work.amount.cents
        }
    }
}

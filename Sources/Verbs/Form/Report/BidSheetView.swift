internal import Market
internal import Wording

/// What the template of a bid sheet is given. Every text is in the reader's language and not yet
/// escaped.
struct BidSheetView {
    static let template = "bid.mustache"

    let lang: String
    let labels: [String: String]
    let title: String
    let heading: String
    /// Page of the tender on the platform.
    let tenderPage: String?
    let buyer: String
    let deadline: String
    let isBid: Bool
    let form: String
    let hasConditions: Bool
    let conditions: [String]
    let price: String?
    let fit: String?
    let proof: String
    let reasons: [String]
    let team: [Member]
    let totalDays: String
    let totalAmount: String
    let lots: [Lot]
    let hasUnbidLots: Bool
    let unbidLots: [BidView.UnbidLotView]
    let hasCertifications: Bool
    let certifications: [Certification]
    let steps: [Step]
    let documents: [Documents]
    let hasSubstitutes: Bool
    let substitutes: [Substitute]
    let hasAlternatives: Bool
    let alternatives: [Team]
    let hasCompeting: Bool
    let competing: [String]
    let hasUncounted: Bool
    let uncounted: [String]
    let hasProofs: Bool
    let proofs: [Proof]

    struct Member {
        let who: String
        let leads: Bool
        let isNewcomer: Bool
        let days: String
        let share: String
        let amount: String
    }

    struct Lot {
        let heading: String
        let lotPage: String?
        let work: [BidView.WorkView]
        let days: String
        let amount: String
        let budget: String?
    }

    struct Certification {
        let name: String
        let scope: String
        let holders: String
        let isMissing: Bool
    }

    struct Step {
        let day: String
        let what: String
        let isPast: Bool
        let past: String
    }

    struct Documents {
        let who: String
        let leads: Bool
        let items: [Item]

        struct Item {
            let text: String
            let hasKnown: Bool
            let known: [String]
        }
    }

    struct Substitute {
        let who: String
        let what: String
    }

    struct Team {
        let who: String
        let facts: String
    }

    struct Proof {
        let objective: String
        let found: String
        let bound: String
        let verdict: String
        let nodes: String
    }

    init(of bid: Bid, in context: SheetContext) {
        let (wording, phrases) = (context.wording, context.phrases)
        let details = bid.details ?? Bid.Details()
        let names = Dictionary(
            bid.members.map { ($0.member, Wording.printed($0.name)) },
            uniquingKeysWith: { first, _ in first })
        lang = wording.language.rawValue
        labels = phrases.texts
        heading = Wording.printed(bid.tenderTitle)
        tenderPage = bid.url
        title = phrases.filled(.title, ["title": heading])
        buyer = Wording.printed(bid.buyer)
        deadline = context.page.deadline(bid.deadline)
        isBid = bid.status != .none
        form = phrases[details.form == .joint ? .formJoint : .formJointAndSeveral]
        conditions = context.conditions(details, isBid: isBid)
        hasConditions = !conditions.isEmpty
        price = isBid ? context.page.price(bid.price, budget: bid.budget) : nil
        fit =
            isBid && bid.details != nil
            ? phrases.filled(.fit, ["share": wording.percent(details.fit)]) : nil
        proof = context.page.proof(of: bid)
        reasons = (bid.reasons[context.language] ?? []).map(Wording.printed)
        let members = bid.members.inRank
        team = members.map { member in
            Member(
                who: names[member.member] ?? "", leads: member.leads,
                isNewcomer: details.people.contains {
                    $0.member == member.member && $0.isNewcomer
                }, days: wording.quantity(member.days),
                share: wording.percent(
                    bid.price.cents > 0 ? member.amount.euros / bid.price.euros : 0),
                amount: wording.money(member.amount))
        }
        totalDays = wording.quantity(bid.members.reduce(0) { $0 + $1.days })
        totalAmount = wording.money(bid.price)
        let ordered = bid.lots.sorted { $0.number < $1.number }
        lots = ordered.filter(\.isBidFor).map { lot in
            let view = BidView.LotView(lot, names: names, in: context.page)
            return Lot(
                heading: view.heading, lotPage: view.lotPage, work: view.work,
                days: wording.quantity(lot.work.reduce(0) { $0 + $1.days }),
                amount: wording.money(lot.price), budget: lot.budget.map { wording.money($0) })
        }
        unbidLots = ordered.filter { !$0.isBidFor }.map {
            BidView.UnbidLotView(
                heading: context.page.lotHeading($0), lotPage: $0.url,
                why: Wording.printed($0.reason[context.language] ?? ""))
        }
        hasUnbidLots = !unbidLots.isEmpty
        certifications = details.certifications.map { context.certification($0, in: bid) }
        hasCertifications = !certifications.isEmpty
        steps = SubmissionStep.all(before: bid.deadline).map { step in
            Step(
                day: wording.deadline(step.due), what: phrases[step.label],
                isPast: step.due.day < context.asOf, past: phrases[.stepPast])
        }
        documents = members.map {
            Documents(
                who: names[$0.member] ?? "", leads: $0.leads,
                items: context.documents(of: $0, in: bid).map {
                    Documents.Item(text: $0.text, hasKnown: !$0.known.isEmpty, known: $0.known)
                })
        }
        substitutes = details.substitutes.map {
            Substitute(who: names[$0.member] ?? "", what: context.sentence(for: $0, in: bid))
        }
        hasSubstitutes = !substitutes.isEmpty
        let unknown = Team(who: phrases[.teamsUnknown], facts: "")
        alternatives =
            details.alternatives.map { team in
                Team(
                    who: context.page.team(team.members.inRank),
                    facts: context.facts(of: team, beside: bid, details))
            } + (details.isEveryTeamNamed ?? true ? [] : [unknown])
        hasAlternatives = !alternatives.isEmpty
        competing = details.competing.map {
            phrases.filled(
                .competing,
                ["who": names[$0.member] ?? "", "tender": Wording.printed($0.title)])
        }
        hasCompeting = !competing.isEmpty
        uncounted = (details.uncounted ?? []).map { wording.sentence(for: $0) }
        hasUncounted = !uncounted.isEmpty
        proofs = details.proofs.compactMap(context.proof)
        hasProofs = !proofs.isEmpty
    }
}

extension [Bid.Member] {
    /// The lead first, then who has most days, then by id.
    var inRank: [Bid.Member] {
        sorted { one, other in
            if one.leads != other.leads { return one.leads }
            if one.days != other.days { return one.days > other.days }
            return one.member < other.member
        }
    }
}

package import Market
internal import Solving
package import Wording

/// A bid as text for a terminal, in the reader's language.
package struct BidText {
    package let bid: Bid
    package let wording: Wording

    package init(_ bid: Bid, in language: Language) {
        self.bid = bid
        wording = Wording(language)
    }

    private var form: any FormSentences { wording.form }

    /// What the tender is, who buys, and until when bids are taken.
    package var heading: [String] {
        [
            Wording.printed(bid.tenderTitle),
            form.submission(
                to: Wording.printed(bid.buyer), on: wording.deadline(bid.deadline)),
        ]
    }

    /// Who takes part, who leads first, and what it comes to.
    package var team: [String] {
        bid.members.sorted { $0.leads && !$1.leads }.map { member in
            let name = Wording.printed(member.name)
            return "  \(member.leads ? form.lead(name) : name)\(wording.colon)"
                + "\(wording.days(member.days)), \(wording.money(member.amount))"
        } + total
    }

    private var total: [String] {
        guard bid.status != .none else { return [] }
        let days = bid.members.reduce(0) { $0 + $1.days }
        return ["  " + form.total(days: days, price: bid.price, budget: bid.budget)]
    }

    /// Each lot bid for with its work, then the others with what they lack.
    package var lots: [String] {
        let names = Dictionary(
            bid.members.map { ($0.member, Wording.printed($0.name)) }, uniquingKeysWith: { $1 })
        let ordered = bid.lots.sorted { !$1.isBidFor && $0.isBidFor }
        return ordered.flatMap { lot -> [String] in
            let title = "\(lot.number). \(Wording.printed(lot.title))\(wording.colon)"
            guard lot.isBidFor else { return ["✗ " + title + reason(of: lot)] }
            let budget = lot.budget.map { " " + form.published($0) }
            return ["✓ " + title + wording.money(lot.price) + (budget ?? "")]
                + lot.work.map { work in
                    "    \(names[work.member] ?? work.member), "
                        + "\(work.label[wording.language] ?? work.skill)\(wording.colon)"
                        + wording.days(work.days)
                }
        }
    }

    /// Who holds a skill that is asked for and could not be counted on.
    package var uncounted: [String] {
        let lines = (bid.details?.uncounted ?? []).map { "  " + wording.sentence(for: $0) }
        guard !lines.isEmpty else { return [] }
        return [form.skilledButNotCounted] + lines
    }

    private func reason(of lot: Bid.Lot) -> String {
        Wording.printed(lot.reason[wording.language] ?? "")
    }

    /// Why this group, a line each.
    package var reasons: [String] {
        let reasons = (bid.reasons[wording.language] ?? []).map { "• " + Wording.printed($0) }
        guard bid.status == .optimal, !bid.isRepaired, bid.members.count > 1 else { return reasons }
        return reasons + ["• " + form.noGroupDoesBetter]
    }

    /// What was found of each thing wanted, in order, and what no group can beat.
    package var proofs: [String] {
        (bid.details?.proofs ?? []).map { proof in
            let objective = BidPlan.Proof.Objective(rawValue: proof.objective) ?? .weighted
            let verdict =
                proof.isProven
                ? form.proven
                : form.unproven(
                    bound: value(proof.bound, of: objective), afterNodes: proof.nodes)
            return "  \(form.name(of: objective))\(wording.colon)"
                + [value(proof.found, of: objective), verdict].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
    }

    /// A value of an objective; empty where it is told by itself.
    private func value(_ value: Double, of objective: BidPlan.Proof.Objective) -> String {
        switch objective {
        case .value, .price: Money(euros: value).map { wording.money($0) } ?? ""
        case .fit, .ties, .members: wording.number(value)
        case .lead: wording.quantity(value)
        case .changes: ""
        case .weighted: wording.number(value, digits: 4)
        }
    }
}

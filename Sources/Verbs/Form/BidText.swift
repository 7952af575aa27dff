package import Market
package import Wording

/// A bid as text for a terminal, in the reader's language.
package struct BidText {
    package let bid: Bid
    package let wording: Wording

    package init(_ bid: Bid, in language: Language) {
        self.bid = bid
        wording = Wording(language)
    }

    /// What the tender is, who buys, and until when bids are taken.
    package var heading: [String] {
        [
            Wording.printed(bid.tenderTitle),
            Wording.printed(bid.buyer)
                + wording.pick(", remise le ", ", to submit by ") + wording.deadline(bid.deadline),
        ]
    }

    /// Who takes part, who leads first, and what it comes to.
    package var team: [String] {
        bid.members.sorted { $0.leads && !$1.leads }.map { member in
            let lead = member.leads ? wording.pick(" (mandataire)", " (lead)") : ""
            return "  \(Wording.printed(member.name))\(lead)\(wording.colon)"
                + "\(wording.days(member.days)), \(wording.money(member.amount))"
        } + total
    }

    private var total: [String] {
        guard bid.status != .none else { return [] }
        let budget = bid.budget.map {
            wording.pick(", pour un budget de ", ", for a budget of ") + wording.money($0)
        }
        return [
            "  Total\(wording.colon)\(wording.days(bid.members.reduce(0) { $0 + $1.days })), "
                + wording.money(bid.price) + wording.pick(" HT", " excl. VAT")
                + (budget ?? wording.pick(" (budget non publié)", " (no published budget)"))
        ]
    }

    /// Each lot bid for with its work, then the others with what they lack.
    package var lots: [String] {
        let names = Dictionary(
            bid.members.map { ($0.member, Wording.printed($0.name)) }, uniquingKeysWith: { $1 })
        let ordered = bid.lots.sorted { !$1.isBidFor && $0.isBidFor }
        return ordered.flatMap { lot -> [String] in
            let title = "\(lot.number). \(Wording.printed(lot.title))\(wording.colon)"
            guard lot.isBidFor else { return ["✗ " + title + reason(of: lot)] }
            let budget = lot.budget.map {
                wording.pick(" (budget publié ", " (published budget ") + wording.money($0) + ")"
            }
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
        return [wording.pick("Compétents, mais pas comptés", "Skilled, but not counted")] + lines
    }

    private func reason(of lot: Bid.Lot) -> String {
        Wording.printed(lot.reason[wording.language] ?? "")
    }

    /// Why this group, a line each.
    package var reasons: [String] {
        let reasons = (bid.reasons[wording.language] ?? []).map { "• " + Wording.printed($0) }
        guard bid.status == .optimal, !bid.isRepaired, bid.members.count > 1 else { return reasons }
        return reasons + [
            wording.pick(
                "• Aucun groupe du réseau ne répond mieux à ce qui est souhaité.",
                "• No group in the network does better at what is wanted.")
        ]
    }

    /// What was found of each thing wanted, in order, and what no group can beat.
    package var proofs: [String] {
        (bid.details?.proofs ?? []).map { proof in
            let (name, found) = described(proof.objective, proof.found)
            let verdict =
                proof.isProven
                ? wording.pick("prouvé", "proven")
                : wording.pick("borne ", "bound ") + described(proof.objective, proof.bound).value
                    + wording.pick(", non prouvé après ", ", not proven after ")
                    + wording.count(
                        proof.nodes, one: wording.pick("nœud", "node"),
                        many: wording.pick("nœuds", "nodes"))
            return "  \(name)\(wording.colon)"
                + [found, verdict].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    /// What an objective is called, and a value of it.
    private func described(_ objective: String, _ value: Double) -> (name: String, value: String) {
        let money = Money(euros: value).map { wording.money($0) } ?? ""
        return switch objective {
        case "value": (wording.pick("Valeur des lots", "Worth of the lots"), money)
        case "price": (wording.pick("Prix", "Price"), money)
        case "fit": (wording.pick("Adéquation, en points", "Fit, in points"), wording.number(value))
        case "ties": (wording.pick("Liens", "Ties"), wording.number(value))
        case "members": (wording.pick("Membres", "Members"), wording.number(value))
        case "lead":
            (wording.pick("Jours du mandataire", "Days of the lead"), wording.quantity(value))
        case "changes": (wording.pick("Le moins de changements", "Fewest changes"), "")
        default: (wording.pick("Somme pondérée", "Weighted sum"), wording.number(value, digits: 4))
        }
    }
}

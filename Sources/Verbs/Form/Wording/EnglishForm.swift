internal import Market
internal import Solving
internal import Wording

struct EnglishForm: FormSentences {
    let wording: Wording

    func covers(lots: Int, of all: Int, days: Double, members: Int) -> String {
        let what =
            all == 1
            ? "the whole contract"
            : lots == all ? "all \(number(lots)) lots" : "\(number(lots)) of \(number(all)) lots"
        let people = count(members, CountedNoun([.one: "person", .other: "people"]))
        return "Covers \(what): \(self.days(days)) of work, by \(people)."
    }

    func workedTogether(_ one: String, _ other: String, _ past: Collaboration) -> String {
        let day = shortDay(past.last)
        let when =
            past.count == 1 ? "on \(day)" : "\(number(past.count)) times, last on \(day)"
        return "\(one) and \(other) have worked together before (\(when))."
    }

    func references(_ names: [String], inYears years: Int) -> String {
        "Comparable references in the last \(number(years)) years: \(list(names))."
    }

    func roomFor(_ newcomers: [String]) -> String {
        "A place for \(list(newcomers)): no work with others of the network for two years."
    }

    func bringsOnly(_ name: String, certifications: [String], turnover: Bool) -> String {
        let what =
            (turnover ? ["turnover"] : [])
            + (certifications.isEmpty
                ? []
                : [
                    (certifications.count == 1 ? "the certification " : "the certifications ")
                        + quoted(certifications)
                ])
        return "\(name) mainly brings \(list(what)), without which the group could not bid."
    }

    var noGroupDoesBetter: String { "No group in the network does better at what is wanted." }

    var skilledButNotCounted: String { "Skilled, but not counted" }

    func text(of reason: Bid.Uncounted.Reason) -> String {
        switch reason {
        case .noRate: "Daily rate not known"
        case .noCalendar: "Free days not known"
        case .certifications: "Without all certifications that every member must hold"
        case .insurance: "Insured for less than every member must be"
        }
    }

    func others(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "other", .other: "others"]))
    }

    var formsGroups: String { "This job forms groups; nobody is suggested alone." }

    func decided(isAccepted: Bool) -> String { isAccepted ? "Bid accepted" : "Bid declined" }

    var staysAsItIs: String { "It stands as it is, and its days come before those of other bids." }
    var daysNoLongerPromised: String { "Its days are no longer promised" }
    var bidChanges: String { "it changes" }

    func submission(to buyer: String, on day: String) -> String { "\(buyer), to submit by \(day)" }

    func lead(_ name: String) -> String { "\(name) (lead)" }

    func total(days: Double, price: Money, budget: Money?) -> String {
        "Total: \(self.days(days)), \(money(price)) excl. VAT"
            + (budget.map { ", for a budget of \(money($0))" } ?? " (no published budget)")
    }

    func published(_ budget: Money) -> String { "(published budget \(money(budget)))" }

    func name(of objective: BidPlan.Proof.Objective) -> String {
        switch objective {
        case .value: "Worth of the lots"
        case .price: "Price"
        case .fit: "Fit, in points"
        case .ties: "Ties"
        case .members: "Members"
        case .lead: "Days of the lead"
        case .changes: "Fewest changes"
        case .weighted: "Weighted sum"
        }
    }

    var proven: String { "proven" }

    func unproven(bound: String, afterNodes nodes: Int) -> String {
        "bound \(bound), not proven after "
            + count(nodes, CountedNoun([.one: "node", .other: "nodes"]))
    }
}

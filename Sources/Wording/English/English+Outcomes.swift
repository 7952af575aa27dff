extension English {
    var noCandidate: String { "There is no candidate to look at yet." }

    func nobodyEligible(among considered: Int) -> String {
        considered == 1
            ? "The only candidate does not meet the conditions"
            : "None of the \(number(considered)) candidates meets every condition"
    }

    func notCloseEnough(_ eligible: Int) -> String {
        eligible == 1
            ? "One candidate meets the conditions, but is too far from what is asked"
            : "\(number(eligible)) candidates meet the conditions, but none is close enough to what "
                + "is asked"
    }

    func suitableElsewhere(_ suitable: Int) -> String {
        suitable == 1
            ? "One candidate is suitable, but is already suggested elsewhere as often as allowed"
            : "\(number(suitable)) candidates are suitable, but they are already suggested elsewhere "
                + "as often as allowed"
    }

    var asForOthers: String { "As for the others" }

    func contactCapReached(_ notified: Int) -> String {
        let people = count(notified, CountedNoun(one: "person", other: "people"))
        return "\(people), as many as allowed, \(notified == 1 ? "has" : "have") already heard of "
            + "this request."
    }
}

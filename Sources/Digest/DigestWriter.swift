internal import Market
internal import Wording

/// Words for what a member is told.
struct DigestWriter {
    let phrases: Phrases<DigestLabel>
    let reader: News.Reader
    /// Labels of the skills that signals name, by id.
    let skills: [Skill.ID: Skill]

    private var wording: Wording { phrases.wording }

    /// Suggestions for the reader: the first with why, the others by title.
    func forYou(_ suggestions: [RecordedSuggestion]) -> [DigestView.Item] {
        let told = suggestions.prefix(DigestView.told)
        let others = suggestions.dropFirst(DigestView.told).map {
            wording.quoted(Wording.printed($0.needTitle))
        }
        return told.enumerated().map { index, suggestion in
            let owner = suggestion.needOwnerName.map(Wording.printed) ?? ""
            return DigestView.Item(
                heading: Wording.printed(suggestion.needTitle),
                from: owner.isEmpty ? nil : phrases.filled(.askedBy, ["name": owner]),
                because: why(suggestion, to: .candidate), better: better(suggestion),
                reasons: reasons(suggestion),
                more: index == told.count - 1 ? more(others) : nil)
        }
    }

    /// Suggestions for the reader's needs: each need once, in the order of the first of its people.
    func needs(_ suggestions: [RecordedSuggestion]) -> [DigestView.Item] {
        var order: [String] = []
        var byNeed: [String: [RecordedSuggestion]] = [:]
        for suggestion in suggestions {
            let key = suggestion.job + "\u{0}" + suggestion.need
            if byNeed[key] == nil { order.append(key) }
            byNeed[key, default: []].append(suggestion)
        }
        return order.compactMap { key in
            guard let group = byNeed[key], let first = group.first else { return nil }
            let people = group.prefix(DigestView.told).map { suggestion in
                let who = Wording.printed(suggestion.memberName)
                let what = Wording.printed(suggestion.candidateTitle)
                return DigestView.Person(
                    who: who, what: what.isEmpty || what == who ? nil : what,
                    because: why(suggestion, to: .others), better: better(suggestion),
                    terms: terms(suggestion), grounds: reasons(suggestion))
            }
            let others = group.dropFirst(DigestView.told).map { Wording.printed($0.memberName) }
            return DigestView.Item(
                heading: Wording.printed(first.needTitle), people: Array(people), more: more(others)
            )
        }
    }

    /// A bid that the reader is part of: with whom, what they would do, for how much.
    func bid(_ bid: RecordedBid) -> DigestView.Item {
        var sentences: [String] = []
        let own = bid.members.first { $0.member == reader.member }
        if let own {
            sentences.append(
                phrases.filled(
                    .yourShare,
                    ["days": wording.days(own.days), "amount": wording.money(own.amount)]))
            sentences += work(of: own.member, in: bid)
        }
        let lead = bid.members.first(where: \.leads)
        if own?.leads == true {
            sentences.append(phrases[.leadYou])
        } else if let lead {
            sentences.append(phrases.filled(.lead, ["name": Wording.printed(lead.name)]))
        }
        let others = bid.members.filter { $0.member != reader.member && !$0.leads }
            .map { Wording.printed($0.name) }
        if !others.isEmpty {
            sentences.append(phrases.filled(.with, ["names": wording.list(others)]))
        } else if bid.members.count <= 1 {
            sentences.append(phrases[.alone])
        }
        return DigestView.Item(
            heading: Wording.printed(bid.tenderTitle),
            from: phrases.filled(
                .buyer, ["buyer": Wording.printed(bid.buyer), "day": wording.day(bid.deadline)]),
            reasons: sentences)
    }

    private func work(of member: String, in bid: RecordedBid) -> [String] {
        var order: [String] = []
        var days: [String: Double] = [:]
        for work in bid.lots.sorted(by: { $0.number < $1.number }).flatMap(\.work)
        where work.member == member {
            let skill = Wording.printed(work.label[wording.language] ?? work.skill)
            if days[skill] == nil { order.append(skill) }
            days[skill, default: 0] += work.days
        }
        let lines = order.map {
            phrases.filled(.yourWork, ["skill": $0, "days": wording.days(days[$0] ?? 0)])
        }
        guard !lines.isEmpty else { return [] }
        return [wording.capitalised(lines.joined(separator: wording.semicolon)) + "."]
    }

    private func why(_ suggestion: RecordedSuggestion, to hearer: Hearer) -> String? {
        guard !suggestion.signals.isEmpty else { return nil }
        return Wording.printed(wording.why(suggestion.signals, skills: skills, to: hearer))
    }

    private func better(_ suggestion: RecordedSuggestion) -> String? {
        wording.better(suggestion.signals, skills: skills).map(Wording.printed)
    }

    private func terms(_ suggestion: RecordedSuggestion) -> String? {
        let terms = wording.terms(suggestion.signals)
        return terms.isEmpty ? nil : terms.joined(separator: " ")
    }

    /// The reasons as they were recorded, where there are no signals to say why from.
    private func reasons(_ suggestion: RecordedSuggestion) -> [String] {
        guard suggestion.signals.isEmpty else { return [] }
        return (suggestion.reasons[wording.language] ?? []).map(Wording.printed)
    }

    private func more(_ items: [String]) -> String? {
        items.isEmpty ? nil : phrases.filled(.more, ["items": wording.list(items)])
    }
}

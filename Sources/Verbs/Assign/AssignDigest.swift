internal import Digest
internal import Market
internal import Wording

/// What a member is told of assignments: needs that they are to take, then who takes their own.
struct AssignDigest {
    let context: DigestContext

    private var wording: Wording { context.wording }

    func sections(of news: News) throws -> [DigestSection] {
        let taken = try pairs(in: news, as: .holder)
        let answered = try pairs(in: news, as: .owner)
        return [
            section(
                taken, heading: wording.assign.forYou,
                count: wording.assign.assignments(taken.count), item: taking),
            section(
                answered, heading: wording.assign.forYourNeeds,
                count: wording.assign.answers(answered.count), item: answering),
        ].compactMap(\.self)
    }

    private func pairs(in news: News, as role: AssignedPair.Role) throws -> [AssignedPair] {
        try news.items
            .filter { $0.proposal.kind == AssignedPair.kind && $0.role == role.rawValue }
            .map { try AssignedPair($0.proposal) }
    }

    private func section(
        _ pairs: [AssignedPair], heading: String, count: String,
        item: (AssignedPair) -> DigestItem
    ) -> DigestSection? {
        guard let first = pairs.first else { return nil }
        let title = Wording.printed(first.needTitle)
        return DigestSection(
            heading: heading, items: pairs.map(item),
            subject: .init(
                opening: pairs.count == 1
                    ? count + wording.colon + title
                    : wording.assign.among(count, title: title),
                count: count))
    }

    private func taking(_ pair: AssignedPair) -> DigestItem {
        DigestItem(
            heading: Wording.printed(pair.needTitle), url: pair.needURL,
            from: pair.ownerName.map(Wording.printed),
            deadline: pair.deadline.map(wording.answersUntil),
            because: why(pair, to: .candidate))
    }

    private func answering(_ pair: AssignedPair) -> DigestItem {
        let title = Wording.printed(pair.candidateTitle)
        return DigestItem(
            heading: Wording.printed(pair.needTitle), url: pair.needURL,
            people: [
                DigestItem.Person(
                    who: Wording.printed(pair.memberName), page: pair.candidateURL,
                    what: title.isEmpty ? nil : title,
                    because: why(pair, to: .owner))
            ])
    }

    private func why(_ pair: AssignedPair, to audience: Audience) -> String? {
        guard !pair.signals.isEmpty else { return nil }
        return Wording.printed(wording.why(pair.signals, skills: context.skills, to: audience))
    }
}

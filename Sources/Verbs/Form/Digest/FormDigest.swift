internal import Digest
internal import Market
internal import Wording

/// What a member is told of the bids that they are part of.
struct FormDigest {
    let context: DigestContext
    let phrases: Phrases<FormDigestLabel>

    private var wording: Wording { context.wording }

    init(_ context: DigestContext) throws(DigestError) {
        self.context = context
        phrases = try context.phrases(FormDigestLabel.self)
    }

    func sections(of news: News) throws -> [DigestSection] {
        let bids = try bids(in: news)
        guard let first = bids.first else { return [] }
        let count = phrases.count(bids.count, .bid)
        return [
            DigestSection(
                heading: phrases[.bids], items: bids.map(item),
                subject: .init(
                    opening: phrases.subject(
                        count, title: first.tenderTitle, of: bids.count, .subjectBids),
                    count: count))
        ]
    }

    /// Bids in the order of the jobs, each job's by deadline, then by tender.
    private func bids(in news: News) throws -> [Bid] {
        let proposals = news.items.map(\.proposal).filter { $0.kind == Bid.kind }
        var jobs: [String] = []
        for proposal in proposals where !jobs.contains(proposal.job) { jobs.append(proposal.job) }
        return try jobs.flatMap { job in
            try proposals.filter { $0.job == job }.map(Bid.init)
                .sorted { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) }
        }
    }

    /// A bid that the reader is part of: with whom, what they would do, for how much.
    private func item(for bid: Bid) -> DigestItem {
        var sentences: [String] = []
        let own = bid.members.first { $0.member == context.recipient.member }
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
        let others = bid.members.filter { $0.member != context.recipient.member && !$0.leads }
            .map { Wording.printed($0.name) }
        if !others.isEmpty {
            sentences.append(phrases.filled(.with, ["names": wording.list(others)]))
        } else if bid.members.count <= 1 {
            sentences.append(phrases[.alone])
        }
        return DigestItem(
            heading: Wording.printed(bid.tenderTitle), url: bid.url,
            from: phrases.filled(
                .buyer,
                ["buyer": Wording.printed(bid.buyer), "day": wording.deadline(bid.deadline)]),
            reasons: sentences)
    }

    private func work(of member: String, in bid: Bid) -> [String] {
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
}

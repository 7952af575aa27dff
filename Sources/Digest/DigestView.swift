internal import Market
internal import Wording

/// What the templates of a message are given. Every text is in the reader's language and not yet
/// escaped.
struct DigestView {
    let lang: String
    let labels: [String: String]
    let subject: String
    let network: String
    let greeting: String
    let intro: String
    let sections: [Section]
    let decide: String
    let why: String

    /// One of: for you, for your needs, bids.
    struct Section {
        let heading: String
        let items: [Item]
    }

    /// A need with its reasons, a need with people, or a bid.
    struct Item {
        let heading: String
        let from: String?
        /// Why, in one sentence, and what would have made it better.
        let because: String?
        let better: String?
        let reasons: [String]
        let people: [Person]
        let more: String?

        init(
            heading: String, from: String? = nil, because: String? = nil, better: String? = nil,
            reasons: [String] = [], people: [Person] = [], more: String? = nil
        ) {
            self.heading = heading
            self.from = from
            self.because = because
            self.better = better
            self.reasons = reasons
            self.people = people
            self.more = more
        }
    }

    /// Somebody suggested for the reader's need.
    struct Person {
        let who: String
        let what: String?
        /// Why, in one sentence, what would have made it better, and the terms.
        let because: String?
        let better: String?
        let terms: String?
        let grounds: [String]
    }

    /// How many of a list are told with their reasons.
    static let told = 5

    init(of news: News, contact: String, phrases: Phrases<DigestLabel>) {
        let wording = phrases.wording
        let writer = DigestWriter(phrases: phrases, reader: news.reader, skills: news.skills)
        lang = wording.language.rawValue
        labels = phrases.texts
        network = Wording.printed(news.network)
        subject = writer.subject(of: news)
        greeting = phrases.filled(.greeting, ["name": Wording.printed(news.reader.name)])
        intro = phrases.filled(.intro, ["day": wording.day(news.asOf)])
        decide = phrases[.decide]
        why = phrases.filled(.why, ["network": network, "contact": Wording.printed(contact)])
        sections = [
            Section(heading: phrases[.forYou], items: writer.forYou(news.forYou)),
            Section(heading: phrases[.forYourNeeds], items: writer.needs(news.forYourNeeds)),
            Section(heading: phrases[.bids], items: news.bids.map(writer.bid)),
        ].filter { !$0.items.isEmpty }
    }
}

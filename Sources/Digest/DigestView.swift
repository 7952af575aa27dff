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
    let sections: [DigestSection]
    let decide: String
    let why: String

    init(of news: News, sections: [DigestSection], contact: String, in context: DigestContext) {
        let (wording, phrases) = (context.wording, context.phrases)
        lang = wording.language.rawValue
        labels = phrases.texts
        network = Wording.printed(news.network)
        subject = Digest.subject(of: sections, in: wording)
        greeting = phrases.filled(.greeting, ["name": Wording.printed(news.recipient.name)])
        intro = phrases.filled(.intro, ["day": wording.day(news.asOf)])
        decide = phrases[.decide]
        why = phrases.filled(.why, ["network": network, "contact": Wording.printed(contact)])
        self.sections = sections
    }
}

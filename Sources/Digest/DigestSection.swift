/// A part of a message: what one verb tells its reader. Every text is in the reader's language and
/// not yet escaped.
public struct DigestSection: Sendable, Hashable {
    let heading: String
    let items: [DigestItem]
    let subject: Subject

    public init(heading: String, items: [DigestItem], subject: Subject) {
        self.heading = heading
        self.items = items
        self.subject = subject
    }

    /// What the subject of the message says of a section.
    public struct Subject: Sendable, Hashable {
        let opening: String
        let count: String

        /// - Parameters:
        ///   - opening: What is said of the first section: `2 missions for you, Website among them`.
        ///   - count: What is said of the others: `2 missions`.
        public init(opening: String, count: String) {
            self.opening = opening
            self.count = count
        }
    }
}

/// What is told under a heading of its own: why, and who with.
public struct DigestItem: Sendable, Hashable {
    let heading: String
    let url: String?
    let from: String?
    let deadline: String?
    let because: String?
    let better: String?
    let reasons: [String]
    let people: [Person]
    let more: String?

    /// - Parameters:
    ///   - heading: What it is about.
    ///   - url: Its page on the platform.
    ///   - from: Whom it comes from.
    ///   - deadline: Until when it can be answered, in words.
    ///   - because: Why, in one sentence.
    ///   - better: What would have made it better, in one sentence.
    ///   - reasons: A sentence each.
    ///   - people: Who is named under it.
    ///   - more: What else there is, by name.
    public init(
        heading: String, url: String? = nil, from: String? = nil, deadline: String? = nil,
        because: String? = nil, better: String? = nil,
        reasons: [String] = [], people: [Person] = [], more: String? = nil
    ) {
        self.heading = heading
        self.url = url
        self.from = from
        self.deadline = deadline
        self.because = because
        self.better = better
        self.reasons = reasons
        self.people = people
        self.more = more
    }

    /// Somebody named under it.
    public struct Person: Sendable, Hashable {
        let who: String
        let page: String?
        let what: String?
        let because: String?
        let better: String?
        let terms: String?

        /// - Parameters:
        ///   - who: Their name.
        ///   - page: Their page on the platform.
        ///   - what: Their trade.
        ///   - because: Why they, in one sentence.
        ///   - better: What would have made it better, in one sentence.
        ///   - terms: Price, place and days, in a sentence each.
        public init(
            who: String, page: String? = nil, what: String? = nil, because: String? = nil,
            better: String? = nil,
            terms: String? = nil
        ) {
            self.who = who
            self.page = page
            self.what = what
            self.because = because
            self.better = better
            self.terms = terms
        }
    }
}

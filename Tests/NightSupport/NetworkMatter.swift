internal import Foundation

/// What a network is drawn from: see ``DrawnNetwork``.
public struct NetworkMatter: Sendable {
    public let occupations: [Occupation]
    /// Labels by skill.
    public let skills: [String: (french: String, english: String)]
    public let places: [Place]
    /// Subjects of contracts, in French.
    public let contracts: [String]
    public let tenders: [Tender]

    public init(
        occupations: [Occupation], skills: [String: (french: String, english: String)],
        places: [Place], contracts: [String], tenders: [Tender]
    ) {
        self.occupations = occupations
        self.skills = skills
        self.places = places
        self.contracts = contracts
        self.tenders = tenders
    }

    /// A trade, with what it takes.
    public struct Occupation: Sendable {
        public let label: String
        /// What its labels share with the text of a contract, as ``words(of:)`` gives it.
        public let words: Set<String>
        public let skills: [String]

        public init(label: String, words: Set<String>, skills: [String]) {
            self.label = label
            self.words = words
            self.skills = skills
        }
    }

    public struct Place: Sendable {
        public let id, name: String
        /// Degrees, as text.
        public let latitude, longitude: String

        public init(id: String, name: String, latitude: String, longitude: String) {
            self.id = id
            self.name = name
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    public struct Tender: Sendable {
        public let buyer, subject: String
        public let lots: [Lot]

        public init(buyer: String, subject: String, lots: [Lot]) {
            self.buyer = buyer
            self.subject = subject
            self.lots = lots
        }
    }

    public struct Lot: Sendable {
        public let number: Int
        public let title, subject: String
        public let cpv: String?
        /// Euros before VAT; nil where it is not published.
        public let budget: Double?

        public init(number: Int, title: String, subject: String, cpv: String?, budget: Double?) {
            self.number = number
            self.title = title
            self.subject = subject
            self.cpv = cpv
            self.budget = budget
        }
    }

    /// First six letters of every word of five or more, without accents: enough to tell trades apart.
    public static func words(of text: String) -> Set<String> {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return Set(
            plain.split { !$0.isLetter }.filter { $0.count >= 5 }.map { String($0.prefix(6)) })
    }
}

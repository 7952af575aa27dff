public import Market
internal import Solving

extension Bid {
    /// What comes with a bid: what was proven, other teams, substitutes, what members show.
    public struct Details: Sendable, Hashable, Codable {
        public var form: Tender.Form
        /// Most members, lowest turnover and insurance that the tender asks for, if any.
        public var membersMax: Int?
        public var turnoverMin: Money?
        public var insuranceMin: Money?
        /// What the lots bid for are worth, and how well the members suit their work, 0 … 1.
        public var value: Money
        public var fit: Double
        /// What was found and proven, in the order of the wishes.
        public var proofs: [Proof]
        /// What members bring to the candidacy, in the order of the bid's members.
        public var people: [Person]
        /// Certifications that are asked for, and who holds them.
        public var certifications: [Certification]
        /// Other teams, the best first.
        public var alternatives: [Team]
        /// What becomes of the bid when a member declines, in the order of the bid's members.
        public var substitutes: [Substitute]
        /// Other bids that want the same members in the same days.
        public var competing: [Competition]
        /// Members with a skill asked who could not be counted on; nil: recorded by an earlier version.
        public var uncounted: [Uncounted]?
        /// Whether there is no other team beside those named, where they are fewer than were asked
        /// for; nil: recorded by an earlier version.
        public var isEveryTeamNamed: Bool?

        public init(
            form: Tender.Form = .joint, membersMax: Int? = nil, turnoverMin: Money? = nil,
            insuranceMin: Money? = nil, value: Money = .zero, fit: Double = 0,
            proofs: [Proof] = [], people: [Person] = [], certifications: [Certification] = [],
            alternatives: [Team] = [], substitutes: [Substitute] = [],
            competing: [Competition] = [], uncounted: [Uncounted]? = nil,
            isEveryTeamNamed: Bool? = nil
        ) {
            self.isEveryTeamNamed = isEveryTeamNamed
            self.form = form
            self.membersMax = membersMax
            self.turnoverMin = turnoverMin
            self.insuranceMin = insuranceMin
            self.value = value
            self.fit = fit
            self.proofs = proofs
            self.people = people
            self.certifications = certifications
            self.alternatives = alternatives
            self.substitutes = substitutes
            self.competing = competing
            self.uncounted = uncounted
        }
    }

    /// A member by id, with the name at the time.
    public struct Named: Sendable, Hashable, Codable {
        public let member: String
        public let name: String

        public init(member: String, name: String) {
            self.member = member
            self.name = name
        }
    }

    /// What a member brings to the candidacy.
    public struct Person: Sendable, Hashable, Codable {
        public let member: String
        /// Last yearly turnover, if known.
        public let turnover: Money?
        /// Amount that professional liability is insured for, if known.
        public let insurance: Money?
        public let certifications: [String]
        /// Whether the network never worked with the member, or long passed them over.
        public let isNewcomer: Bool
        /// References that count for the tender or for what the member does in the bid, the last year
        /// first; nil: recorded by an earlier version.
        public let references: [Reference]?

        public init(
            member: String, turnover: Money?, insurance: Money?, certifications: [String],
            isNewcomer: Bool, references: [Reference]? = nil
        ) {
            self.member = member
            self.turnover = turnover
            self.insurance = insurance
            self.certifications = certifications
            self.isNewcomer = isNewcomer
            self.references = references
        }
    }

    /// A certification that is asked for.
    public struct Certification: Sendable, Hashable, Codable {
        public let name: String
        public let scope: Scope
        /// Members of the group who hold it, by id.
        public let holders: [String]

        public init(name: String, scope: Scope, holders: [String]) {
            self.name = name
            self.scope = scope
            self.holders = holders
        }

        /// Who must hold it.
        public enum Scope: Sendable, Hashable, Codable {
            /// One member of the group.
            case group
            /// One member of the group, for a lot by its number.
            case lot(Int)
            /// Every member.
            case everyMember
        }
    }

    /// Another team.
    public struct Team: Sendable, Hashable, Codable {
        public let members: [Member]
        /// Numbers of the lots that it would bid for.
        public let lots: [Int]
        public let value: Money
        public let price: Money
        public let fit: Double
        /// What the lots that the bid has as well cost more than there; nil: none, or recorded by an
        /// earlier version.
        public let change: Money?
        /// Whether no other team does better; nil: recorded by an earlier version.
        public let isEstablished: Bool?

        public init(
            members: [Member], lots: [Int], value: Money, price: Money, fit: Double,
            change: Money? = nil, isEstablished: Bool? = nil
        ) {
            self.members = members
            self.lots = lots
            self.value = value
            self.price = price
            self.fit = fit
            self.change = change
            self.isEstablished = isEstablished
        }
    }

    /// What becomes of the bid without a member.
    public struct Substitute: Sendable, Hashable, Codable {
        /// Who would decline.
        public let member: String
        /// Who would join; nobody where the others do it by themselves, or nobody can.
        public let joining: [Named]
        /// Who else would leave.
        public let leaving: [Named]
        /// Numbers of the lots that could no longer be bid for.
        public let lostLots: [Int]
        /// Numbers of the lots that could be bid for only then; nil: recorded by an earlier version.
        public let gainedLots: [Int]?
        /// Price of the bid then; nil where none is left.
        public let price: Money?
        public let fit: Double
        /// What the lots that stay cost more than now; nil: none stays, or recorded by an earlier
        /// version.
        public let change: Money?
        /// Whether lots and changes are proven, or only the best that was found in time; nil: recorded
        /// by an earlier version.
        public let isEstablished: Bool?

        public init(
            member: String, joining: [Named], leaving: [Named], lostLots: [Int],
            gainedLots: [Int]? = nil, price: Money?, fit: Double, change: Money? = nil,
            isEstablished: Bool? = nil
        ) {
            self.gainedLots = gainedLots
            self.change = change
            self.isEstablished = isEstablished
            self.member = member
            self.joining = joining
            self.leaving = leaving
            self.lostLots = lostLots
            self.price = price
            self.fit = fit
        }
    }

    /// Another bid that wants a member in the same days.
    public struct Competition: Sendable, Hashable, Codable {
        public let member: String
        public let tender: Tender.ID
        public let title: String

        public init(member: String, tender: Tender.ID, title: String) {
            self.member = member
            self.tender = tender
            self.title = title
        }
    }

    /// Members who hold a skill that is asked for and could not be counted on, for one reason.
    public struct Uncounted: Sendable, Hashable, Codable {
        public let reason: Reason
        /// The first of them, by id.
        public let named: [Named]
        /// How many in all.
        public let count: Int

        public init(reason: Reason, named: [Named], count: Int) {
            self.reason = reason
            self.named = named
            self.count = count
        }

        /// Why, for what the member or the network can mend.
        public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
            /// Gives no daily rate.
            case noRate
            /// Said nothing of their time.
            case noCalendar
            /// Lacks a certification that every member must hold.
            case certifications
            /// Is insured for less than every member must be.
            case insurance
        }
    }
}

extension Bid {
    /// Whether it was made from an earlier bid, with the fewest changes.
    var isRepaired: Bool {
        details?.proofs.contains { $0.objective == BidPlan.Proof.Objective.changes.rawValue }
            ?? false
    }
}

/// Why a pair is no match at all: a hard rule that it fails.
public enum Exclusion: Sendable, Hashable, Codable {
    /// The need is the candidate's own.
    case ownNeed
    /// One of both members refuses the other.
    case refusal
    /// Languages of the work that the candidate does not speak, ISO 639-1.
    case language(missing: [String])
    /// On site, and farther than the candidate goes.
    case place(kilometres: Double, radius: Double)
    /// At a distance only, which the candidate does not accept.
    case notAtDistance
    /// Fewer free days in the window than asked.
    case dates(asked: Double, free: Double)
    /// A mandatory skill that is not held (`held` nil) or held below its level.
    case mandatorySkill(skill: Skill.ID, asked: Level?, held: Level?)
    /// Certifications asked that are not held.
    case certifications(missing: [String])
    /// The price is above the highest price.
    case price(highest: Money, asked: Money, perHour: Bool)
    /// No kind of exchange in common.
    case exchange
    /// A time account would pass its limit.
    case balance(hours: Double, room: Double)
    /// No topic in common with those of the need.
    case topics(asked: [String])
    /// The member did not agree to be put forward in joint bids.
    case noConsent
    /// Somebody declined the pair, and nothing that it was declined on has changed.
    case declined
    /// Somebody declined the pair not long ago, whatever has changed since.
    case declinedLately
    /// The platform says that the pair must not be proposed; why, by language, where it says so.
    case excluded(reason: [Language: String])

    /// The rule that failed, as reports count it and job files name it.
    public var rule: Rule {
        switch self {
        case .ownNeed: .ownNeed
        case .refusal: .refusal
        case .language: .language
        case .place, .notAtDistance: .place
        case .dates: .dates
        case .mandatorySkill: .skills
        case .certifications: .certifications
        case .price: .price
        case .exchange: .exchange
        case .balance: .balance
        case .topics: .topics
        case .noConsent: .consent
        case .declined, .declinedLately: .declined
        case .excluded: .exclusions
        }
    }

    /// A hard rule, in order of evaluation. Those in ``always`` hold in every job; a job asks for
    /// others under `require`.
    public enum Rule: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
        case ownNeed = "own_need"
        case refusal
        case language
        case place
        case dates
        case skills
        case certifications
        case price
        case exchange
        case balance
        case topics
        case consent
        case declined
        case exclusions

        /// Rules that hold whatever a job file says.
        public static let always: Set<Rule> = [.ownNeed, .refusal, .declined, .exclusions]

        /// Rules that a job file may name.
        public static let requirable: [Rule] = allCases.filter { !always.contains($0) }
    }
}

extension Exclusion.Rule {
    /// The rules that hold where a job requires some, in the order that they are looked at.
    public static func inOrder(requiring required: Set<Exclusion.Rule>) -> [Exclusion.Rule] {
        allCases.filter { !requirable.contains($0) || required.contains($0) }
    }
}

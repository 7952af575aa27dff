/// A kind of reason for or against a pair, in the order that they are shown.
public enum SignalKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Skills asked that are met by skills held.
    case skills
    /// Nearness in meaning of both texts.
    case meaning
    /// Telling words that both texts share.
    case words
    /// Distance, or work at a distance.
    case place
    /// Free days against days asked.
    case dates
    /// Price against the highest price.
    case price
    /// Languages of the work that are spoken.
    case language
    /// Room on both time accounts.
    case balance
    /// Topics that both are filed under.
    case topics

    /// Position among all kinds, from 0.
    @inlinable public var index: Int {
        switch self {
        case .skills: 0
        case .meaning: 1
        case .words: 2
        case .place: 3
        case .dates: 4
        case .price: 5
        case .language: 6
        case .balance: 7
        case .topics: 8
        }
    }
}

/// One reason for or against a pair, with what it rests on.
public struct Signal: Sendable, Hashable, Codable {
    public let kind: SignalKind
    /// 0 (against) … 1 (for).
    public let value: Double
    /// Share of the sum of signals that this one decides, 0 … 1; a pair's weights add up to 1.
    public let weight: Double
    public let evidence: Evidence

    public init(kind: SignalKind, value: Double, weight: Double, evidence: Evidence) {
        self.kind = kind
        self.value = value
        self.weight = weight
        self.evidence = evidence
    }
}

/// The facts that a signal rests on, from which its sentence is made.
public enum Evidence: Sendable, Hashable, Codable {
    /// For each skill asked, the closest held; in the order that the need asks them. Then those that the
    /// need's texts mention and the candidate knows.
    case skills([SkillCoverage])
    /// Calibrated nearness of the texts, 0 … 1.
    case meaning(nearness: Double)
    /// Words that both texts share as people wrote them, the most telling first.
    case words([String])
    /// Kilometres between both, where both places are known, and whether the work can be done at a
    /// distance by this candidate.
    case place(kilometres: Double?, needPlace: String?, candidatePlace: String?, atDistance: Bool)
    /// Days asked and days free in the window; nil where not said.
    case dates(asked: Double?, free: Double?, window: Period?)
    /// Highest price and price of a unit of work; `perHour` for services.
    case price(highest: Money, asked: Money, perHour: Bool)
    /// Languages of the work, all spoken.
    case language([String])
    /// Hours of the service, and what the giver may still give and the receiver still receive; nil
    /// where no limit is set.
    case balance(hours: Double, canGive: Double?, canReceive: Double?, candidateBalance: Double)
    /// Topics in common, as the need writes them.
    case topics([String])
}

/// How one skill asked is met; or one that the need's texts mention, see ``mention``.
public struct SkillCoverage: Sendable, Hashable, Codable {
    public let asked: Skill.ID
    public let askedLevel: Level?
    public let mandatory: Bool
    /// The closest skill held; nil where nothing held comes near.
    public let held: Skill.ID?
    public let heldLevel: Level?
    /// Nearness of both skills, 0 … 1; 1 for the same skill.
    public let nearness: Double
    /// What this skill contributes, 0 … 1: nearness, less where the level is short.
    public let met: Double
    /// Whose texts only mention the skill; nil where it is asked and declared, or not known, as usual.
    public let mention: SkillMention?

    public init(
        asked: Skill.ID, askedLevel: Level?, mandatory: Bool, held: Skill.ID?, heldLevel: Level?,
        nearness: Double, met: Double, mention: SkillMention? = nil
    ) {
        self.asked = asked
        self.askedLevel = askedLevel
        self.mandatory = mandatory
        self.held = held
        self.heldLevel = heldLevel
        self.nearness = nearness
        self.met = met
        self.mention = mention
    }
}

extension [SkillCoverage] {
    /// Those that the need asks; the others are mentioned in its texts alone.
    public var asked: [SkillCoverage] { filter { $0.mention == nil || $0.mention == .candidate } }
}

internal import Encoding
public import Market

/// The texts of a market that are compared by meaning.
///
/// A need and a candidate are written as title, text and labels of their skills in the language
/// that they are written in; a skill as its French label, or its English one where there is none.
/// Only skills that a need asks or a candidate holds are among them. All texts are prepared for
/// encoding (entities decoded, tags stripped, lower-cased).
public struct MarketTexts: Sendable {
    /// One text a need, in the order of the snapshot; empty where nothing is said.
    public let needs: [String]
    /// One text a candidate, in the order of the snapshot; empty where nothing is said.
    public let candidates: [String]
    /// One text a skill, ascending by id.
    public let skills: [(id: Skill.ID, text: String)]

    /// The texts of a snapshot.
    ///
    /// - Complexity: O(*n*) in the length of all texts.
    public init(of snapshot: Snapshot) {
        needs = snapshot.needs.map { prepared(MarketTexts.text(of: $0, skills: snapshot.skills)) }
        candidates = snapshot.candidates.map {
            prepared(MarketTexts.text(of: $0, skills: snapshot.skills))
        }
        skills = MarketTexts.namedSkills(in: snapshot).map { id in
            (id, prepared(MarketTexts.text(ofSkill: id, skills: snapshot.skills)))
        }
    }

    /// What to encode, in this order: needs, candidates, skills.
    public var all: [String] { needs + candidates + skills.map(\.text) }
}

extension MarketTexts {
    /// Ids of the skills that needs ask or candidates hold, ascending.
    static func namedSkills(in snapshot: Snapshot) -> [Skill.ID] {
        var ids: Set<Skill.ID> = []
        for need in snapshot.needs { ids.formUnion(need.skills.lazy.map(\.skill)) }
        for candidate in snapshot.candidates { ids.formUnion(candidate.skills.lazy.map(\.skill)) }
        return ids.sorted()
    }

    static func text(of need: Need, skills: [Skill.ID: Skill]) -> String {
        joined(need.title, need.text, need.skills.map(\.skill), need.language, skills)
    }

    static func text(of candidate: Candidate, skills: [Skill.ID: Skill]) -> String {
        joined(
            candidate.title, candidate.text, candidate.skills.map(\.skill), candidate.language,
            skills)
    }

    private static func text(ofSkill id: Skill.ID, skills: [Skill.ID: Skill]) -> String {
        guard let skill = skills[id] else { return id }
        return skill.french.isEmpty ? skill.english : skill.french
    }

    private static func joined(
        _ title: String, _ text: String, _ held: [Skill.ID], _ language: Language,
        _ skills: [Skill.ID: Skill]
    ) -> String {
        let labels = held.map { skills[$0]?.label(in: language) ?? $0 }.joined(separator: ", ")
        return [title, text, labels].filter { !$0.isEmpty }.joined(separator: ". ")
    }
}

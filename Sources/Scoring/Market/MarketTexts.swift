public import Market
internal import Parallel
internal import Text

/// The texts of a market, prepared once for all that reads them: encoding, words, names of concepts.
///
/// The title and the text of a need or a candidate are two texts, each empty where nothing is said;
/// a skill is one, its French label, or its English one where there is none. Skills are encoded by
/// themselves and not within the texts: a label that a thousand members hold is encoded once. Only
/// skills that a need asks or a candidate holds are among them. All texts are prepared as `prepared(_:)`
/// does it (entities decoded, tags stripped, lower-cased).
public struct MarketTexts: Sendable {
    /// Titles and texts of one side, an entry each a row, in the order of the snapshot.
    public struct Side: Sendable {
        public let titles: [String]
        public let texts: [String]

        fileprivate func part(_ rows: [Int]) -> Side {
            Side(titles: rows.map { titles[$0] }, texts: rows.map { texts[$0] })
        }
    }

    public let needs: Side
    public let candidates: Side
    /// What a market of few texts is held against, see ``ReferenceTexts``; none in another.
    let references: [String]
    /// One text a skill, ascending by id.
    public let skills: [(id: Skill.ID, text: String)]
    /// Concepts whose name a title bears.
    let links: ConceptLinks
    /// Names of each of these concepts in both languages, and its descriptions.
    let concepts: [(names: [String], descriptions: [String])]

    /// The texts of a snapshot.
    ///
    /// - Complexity: O(*n*) in the length of all texts.
    public init(of snapshot: Snapshot) {
        needs = Side(
            titles: snapshot.needs.map { prepared($0.title) },
            texts: snapshot.needs.map { prepared($0.text) })
        candidates = Side(
            titles: Threads.mapMany(snapshot.candidates.count) {
                prepared(snapshot.candidates[$0].title)
            },
            texts: Threads.mapMany(snapshot.candidates.count) {
                prepared(snapshot.candidates[$0].text)
            })
        skills = MarketTexts.namedSkills(in: snapshot).map { id in
            (id, prepared(MarketTexts.text(ofSkill: id, skills: snapshot.skills)))
        }
        let links = ConceptLinks(
            among: snapshot.thesaurus.concepts, needs: needs.titles, candidates: candidates.titles)
        concepts = links.concepts.map { concept in
            func texts<Value>(_ values: [Language: Value]) -> [Value] {
                Language.allCases.compactMap { values[$0] }
            }
            return (
                texts(concept.labels).flatMap(\.self).map { prepared($0) },
                texts(concept.descriptions).map { prepared($0) }
            )
        }
        self.links = links
        references =
            snapshot.needs.count + snapshot.candidates.count < ReferenceTexts.enough
            ? ReferenceTexts.all : []
    }

    /// The texts of some needs and candidates of others, by their indices; skills and concepts are
    /// those of the whole.
    init(_ whole: MarketTexts, needs chosen: [Int], candidates given: [Int]) {
        needs = whole.needs.part(chosen)
        candidates = whole.candidates.part(given)
        skills = whole.skills
        links = ConceptLinks(whole.links, needs: chosen, candidates: given)
        concepts = whole.concepts
        references = whole.references
    }

    /// What to encode, in this order: references, titles and texts of needs, of candidates, skills,
    /// names of concepts, their descriptions.
    public var all: [String] {
        references + needs.titles + needs.texts + candidates.titles + candidates.texts
            + skills.map(\.text)
            + concepts.flatMap(\.names) + concepts.flatMap(\.descriptions)
    }
}

extension MarketTexts {
    /// Ids of the skills that needs ask or candidates hold, ascending.
    static func namedSkills(in snapshot: Snapshot) -> [Skill.ID] {
        var ids: Set<Skill.ID> = []
        for need in snapshot.needs { ids.formUnion(need.skills.lazy.map(\.skill)) }
        let held = Threads.chunks(of: snapshot.candidates.count) { positions in
            var ids: Set<Skill.ID> = []
            for index in positions {
                for held in snapshot.candidates[index].skills { ids.insert(held.skill) }
            }
            return ids
        }
        for part in held { ids.formUnion(part) }
        return ids.sorted()
    }

    static func text(of need: Need, skills: [Skill.ID: Skill]) -> String {
        joined(need.title, need.text, need.skills.map(\.skill), need.language.ofLabels, skills)
    }

    static func text(of candidate: Candidate, skills: [Skill.ID: Skill]) -> String {
        joined(
            candidate.title, candidate.text, candidate.skills.map(\.skill),
            candidate.language.ofLabels, skills)
    }

    private static func text(ofSkill id: Skill.ID, skills: [Skill.ID: Skill]) -> String {
        guard let skill = skills[id] else { return id }
        return skill.french.isEmpty ? skill.english : skill.french
    }

    private static func joined(
        _ title: String, _ text: String, _ held: [Skill.ID], _ language: Language,
        _ skills: [Skill.ID: Skill]
    ) -> String {
        let labels = labels(of: held, in: language, skills).joined(separator: ", ")
        return [title, text, labels].filter { !$0.isEmpty }.joined(separator: ". ")
    }

    /// Names of skills in a language; the id of one that has none.
    static func labels(
        of ids: [Skill.ID], in language: Language, _ skills: [Skill.ID: Skill]
    ) -> [String] {
        ids.map { skills[$0]?.label(in: language) ?? $0 }
    }
}

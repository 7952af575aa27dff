internal import Market
internal import Scoring
internal import Text

extension Snapshot {
    /// The market of a ranking task; a skill's id is its label.
    init(_ task: RankingTask) {
        self.init(
            needs: task.needs.map { entry in
                Need(
                    id: entry.id, title: entry.title, text: entry.text,
                    language: entry.textLanguage,
                    skills: entry.skills.map { AskedSkill(skill: $0) }, remote: .no)
            },
            candidates: task.candidates.map { entry in
                Candidate(
                    id: entry.id, title: entry.title, text: entry.text,
                    language: entry.textLanguage,
                    skills: entry.skills.map { HeldSkill(skill: $0) }, remote: false)
            })
        for label in Set((task.needs + task.candidates).flatMap(\.skills)) {
            skills[label] = Skill(id: label, french: label, english: label)
        }
    }
}

extension RankingTask.Entry {
    fileprivate var textLanguage: TextLanguage {
        language.flatMap(TextLanguage.init(code:)) ?? .undetermined
    }
}

extension Thesaurus {
    /// Leaves out names and descriptions that say the same as one of some texts, in whatever form.
    mutating func leaveOut(_ texts: [String]) {
        let out = texts.reduce(into: Set<String>()) { $0.formUnion(ConceptName.forms(of: $1)) }
        func isKept(_ text: String) -> Bool {
            ConceptName.forms(of: text).isDisjoint(with: out)
        }
        concepts = concepts.map { concept in
            Concept(
                scheme: concept.scheme, id: concept.id, kind: concept.kind,
                labels: concept.labels.mapValues { $0.filter(isKept) },
                descriptions: concept.descriptions.filter { isKept($0.value) })
        }
    }
}

extension Snapshot {
    /// The skills of each occupation of a thesaurus, as far as the market names them; occupations
    /// that may be a need's own are left out.
    func skills(
        ofOccupationsIn relations: [ConceptRelation], _ scheme: Concept.Scheme
    ) -> [[Skill.ID]] {
        var named: [String: Set<Skill.ID>] = [:]
        for skill in skills.values {
            for label in [skill.french, skill.english] {
                for form in ConceptName.forms(of: label) {
                    named[form, default: []].insert(skill.id)
                }
            }
        }
        var bearers: [String: Set<Skill.ID>] = [:]
        for concept in thesaurus.concepts where concept.scheme == scheme && concept.kind == .skill {
            for label in concept.labels.values.joined() {
                for form in ConceptName.forms(of: label) {
                    bearers[concept.id, default: []].formUnion(named[form] ?? [])
                }
            }
        }
        let asked = needs.map { Set($0.skills.map(\.skill)) }.filter { !$0.isEmpty }
        let ofOccupations: [[ConceptRelation]] =
            Dictionary(grouping: relations, by: \.occupation)
            .sorted { $0.key < $1.key }.map(\.value)
        return
            ofOccupations.map { relations in
                relations.reduce(into: Set<Skill.ID>()) { skills, relation in
                    skills.formUnion(bearers[relation.skill] ?? [])
                }
            }
            .filter { skills in
                skills.count > 1 && !asked.contains { $0.isSubset(of: skills) }
            }
            .map { $0.sorted() }
    }
}

internal import Market
internal import Parallel
internal import Text

extension Snapshot {
    /// Finds the skills that titles and texts of needs and candidates name: those of the network, and
    /// those of thesauri, which join ``Snapshot/skills`` where they are named.
    ///
    /// A label that the network knows is the network's; of thesauri the first counts.
    ///
    /// - Complexity: O(*n*) in the length of all labels and texts, once for French and English
    ///   together and once for each other language.
    mutating func findMentions() {
        let names = SkillNames(of: self)
        guard !names.isEmpty else { return }
        let families = Set(
            (needs.map(\.language) + candidates.map(\.language)).map(Gazetteer.family))
        let gazetteers = Dictionary(
            uniqueKeysWithValues: families.map {
                ($0, Gazetteer(names.names, language: $0))
            })
        let asked = Snapshot.mentions(
            in: needs.count, names, gazetteers,
            text: { [needs] in (needs[$0].title, needs[$0].text, needs[$0].language) },
            except: { [needs] in needs[$0].skills.map(\.skill) })
        for (index, mentioned) in asked.enumerated() { needs[index].mentioned = mentioned }
        let held = Snapshot.mentions(
            in: candidates.count, names, gazetteers,
            text: { [candidates] in
                (candidates[$0].title, candidates[$0].text, candidates[$0].language)
            },
            except: { [candidates] in candidates[$0].skills.map(\.skill) })
        for (index, mentioned) in held.enumerated() where !mentioned.isEmpty {
            candidates[index].mentioned = mentioned
        }
        for id in Set((asked + held).joined()) where skills[id] == nil {
            skills[id] = names.concepts[id]
        }
    }

    /// What each row mentions, ascending, without what it declares.
    private static func mentions(
        in count: Int, _ names: SkillNames, _ gazetteers: [TextLanguage: Gazetteer],
        text: @Sendable (Int) -> (title: String, text: String, language: TextLanguage),
        except declared: @Sendable (Int) -> [Skill.ID]
    ) -> [[Skill.ID]] {
        Threads.chunks(of: count) { range in
            var readers: [TextLanguage: OwnedReader] = [:]
            return range.map { index -> [Skill.ID] in
                let row = text(index)
                guard let gazetteer = gazetteers[Gazetteer.family(of: row.language)] else {
                    return []
                }
                let reader = readers[row.language] ?? OwnedReader(gazetteer, row.language)
                readers[row.language] = reader
                var entries = reader.reader.entries(in: row.title)
                entries += reader.reader.entries(in: row.text)
                guard !entries.isEmpty else { return [] }
                let own = declared(index)
                return Set(entries).map { names.ids[$0] }.filter { !own.contains($0) }.sorted()
            }
        }.flatMap(\.self)
    }

    /// A reader that a dictionary can hold: it owns the handle of a stemmer.
    private final class OwnedReader {
        var reader: GazetteerReader

        init(_ gazetteer: Gazetteer, _ language: TextLanguage) {
            reader = gazetteer.reader(of: language)
        }
    }
}

/// The labels of a market's skills, and of those of its thesauri.
private struct SkillNames: Sendable {
    let names: [Gazetteer.Name]
    /// Ids by entry.
    let ids: [Skill.ID]
    /// Skills of thesauri, as skills of the network.
    let concepts: [Skill.ID: Skill]

    init(of snapshot: Snapshot) {
        var names: [Gazetteer.Name] = []
        var ids: [Skill.ID] = []
        func add(_ id: Skill.ID, _ labels: [String], rank: Int) {
            for label in labels where !label.isEmpty {
                names.append(Gazetteer.Name(entry: ids.count, name: label, rank: rank))
            }
            ids.append(id)
        }
        for (id, skill) in snapshot.skills.sorted(by: { $0.key < $1.key }) {
            let second = skill.english == skill.french ? [] : [skill.english]
            add(
                id,
                [skill.french] + second + skill.frenchAlternatives + skill.englishAlternatives,
                rank: 0)
        }
        var concepts: [Skill.ID: Skill] = [:]
        for concept in snapshot.thesaurus.concepts where concept.kind == .skill {
            let skill = Skill(concept)
            guard snapshot.skills[skill.id] == nil else { continue }
            concepts[skill.id] = skill
            add(
                skill.id, Language.allCases.flatMap { concept.labels[$0] ?? [] },
                rank: 1 + (Concept.Scheme.allCases.firstIndex(of: concept.scheme) ?? 0))
        }
        self.names = names
        self.ids = ids
        self.concepts = concepts
    }

    var isEmpty: Bool { names.isEmpty }
}

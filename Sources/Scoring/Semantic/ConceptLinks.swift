internal import Market
internal import Text

/// Which concepts of the thesaurus the titles of a market bear the name of.
///
/// A title is linked where the whole of it is a name of a concept, in either language. One that is a
/// name of more than three concepts says too little to be linked.
struct ConceptLinks: Sendable {
    /// The concepts that are linked, in the order of the thesaurus.
    let concepts: [Concept]
    /// For each need the concepts of its title, by their index in ``concepts``.
    let needs: [[Int]]
    let candidates: [[Int]]

    private static let most = 3

    /// - Parameters:
    ///   - thesaurus: All concepts.
    ///   - needs: Prepared titles of the needs.
    ///   - candidates: Prepared titles of the candidates.
    /// - Complexity: O(*n*) in the length of all names and titles.
    init(among thesaurus: [Concept], needs needTitles: [String], candidates titles: [String]) {
        guard !thesaurus.isEmpty else {
            concepts = []
            needs = needTitles.map { _ in [] }
            candidates = titles.map { _ in [] }
            return
        }
        let asked = needTitles.map { ConceptName.forms(ofPrepared: $0) }
        let given = titles.map { ConceptName.forms(ofPrepared: $0) }
        let wanted = Set(asked.joined()).union(given.joined())
        var bearers: [String: [Int]] = [:]
        for (index, concept) in thesaurus.enumerated() {
            var forms: Set<String> = []
            for names in concept.labels.values {
                for name in names { forms.formUnion(ConceptName.forms(of: name)) }
            }
            for form in forms where wanted.contains(form) {
                bearers[form, default: []].append(index)
            }
        }
        func links(_ forms: [Set<String>]) -> [[Int]] {
            forms.map { forms in
                let found = Set(forms.flatMap { bearers[$0] ?? [] })
                return found.count > ConceptLinks.most ? [] : found.sorted()
            }
        }
        let needLinks = links(asked)
        let candidateLinks = links(given)
        let linked = Set(needLinks.joined()).union(candidateLinks.joined()).sorted()
        let indexes = Dictionary(
            linked.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        concepts = linked.map { thesaurus[$0] }
        needs = needLinks.map { $0.compactMap { indexes[$0] } }
        candidates = candidateLinks.map { $0.compactMap { indexes[$0] } }
    }

    /// The links of some needs and candidates of others.
    init(_ whole: ConceptLinks, needs chosen: [Int], candidates given: [Int]) {
        concepts = whole.concepts
        needs = chosen.map { whole.needs[$0] }
        candidates = given.map { whole.candidates[$0] }
    }

    /// Names of a candidate's concepts in a language.
    func names(ofCandidate candidate: Int, in language: Language) -> [String] {
        candidates[candidate].flatMap { concepts[$0].labels[language] ?? [] }
    }
}

internal import Market

/// Concepts put together from several rows and files.
struct ConceptDrafts {
    private let scheme: Concept.Scheme
    private var drafts: [String: Draft] = [:]

    private struct Draft {
        let kind: Concept.Kind
        var labels: [Language: [String]] = [:]
        var descriptions: [Language: String] = [:]
    }

    init(_ scheme: Concept.Scheme) { self.scheme = scheme }

    /// Adds what one row says of a concept. Of two preferred names or descriptions in one language
    /// the first stays; a name that is there already is not added.
    mutating func add(
        _ id: String, _ kind: Concept.Kind, in language: Language, labels: [String],
        description: String? = nil
    ) {
        var draft = drafts[id] ?? Draft(kind: kind)
        for label in labels where !draft.labels[language, default: []].contains(label) {
            draft.labels[language, default: []].append(label)
        }
        if let description, draft.descriptions[language] == nil {
            draft.descriptions[language] = description
        }
        drafts[id] = draft
    }

    func has(_ id: String, _ kind: Concept.Kind) -> Bool { drafts[id]?.kind == kind }

    /// The concepts that have a name, ascending by id.
    var concepts: [Concept] {
        drafts.filter { !$0.value.labels.isEmpty }.sorted { $0.key < $1.key }.map { id, draft in
            Concept(
                scheme: scheme, id: id, kind: draft.kind, labels: draft.labels,
                descriptions: draft.descriptions)
        }
    }
}

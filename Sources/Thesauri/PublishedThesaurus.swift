internal import CSV
public import Market

/// A thesaurus as its publisher's files give it.
public struct PublishedThesaurus: Sendable {
    public let scheme: Concept.Scheme
    /// Those that have a name, ascending by id.
    public private(set) var concepts: [Concept] = []
    /// Ascending by occupation, then by skill.
    public private(set) var relations: [ConceptRelation] = []
    /// Relations of which one end is not among the concepts.
    public private(set) var relationsLeftOut = 0
    var problems = ImportProblems()

    /// Reads the files of a folder, under the names that they are published by.
    ///
    /// - Throws: `ImportRefusal` with all that is wrong in all of the files, by line; else what
    ///   keeps them from being read.
    /// - Complexity: O(*n* log *n*) in the size of the files.
    public init(_ scheme: Concept.Scheme, in directory: String) throws {
        self.scheme = scheme
        switch scheme {
        case .esco: try readESCO(in: directory)
        case .rome: try readROME(in: directory)
        }
        guard problems.isEmpty else { throw problems.refusal }
    }

    /// Keeps what was read, relations without both ends left out.
    mutating func keep(_ drafts: ConceptDrafts, _ read: [ConceptRelation]) {
        concepts = drafts.concepts
        var kept: [[String]: Bool] = [:]
        for relation in read {
            if drafts.has(relation.occupation, .occupation), drafts.has(relation.skill, .skill) {
                let ends = [relation.occupation, relation.skill]
                kept[ends] = kept[ends] == true || relation.isEssential
            } else {
                relationsLeftOut += 1
            }
        }
        relations = kept.map {
            ConceptRelation(occupation: $0.key[0], skill: $0.key[1], isEssential: $0.value)
        }.sorted { ($0.occupation, $0.skill) < ($1.occupation, $1.skill) }
    }

    mutating func missing(_ name: String) {
        problems.add(ImportProblem(file: name, fault: .missingFile))
    }
}

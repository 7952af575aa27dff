internal import CSV
internal import Foundation
internal import Hashing
public import Market
internal import Postgres
internal import Thesauri

/// What became of the import of a thesaurus.
public struct ThesaurusCount: Sendable, Hashable {
    public let occupations: Int
    public let skills: Int
    public let relations: Int
    /// Relations of which one end is not among the concepts.
    public let relationsLeftOut: Int
    /// Whether all of it was there already.
    public let isUnchanged: Bool
}

extension Ledger {
    /// Reads a thesaurus from its publisher's files, in place of the one that is there.
    ///
    /// - Parameters:
    ///   - scheme: Whose files they are.
    ///   - directory: The folder with the files, under the names that they are published by.
    /// - Throws: ``LedgerError/importRefused(_:)`` with all that is wrong in all of the files, by
    ///   line. Nothing is then imported.
    /// - Complexity: O(*n* log *n*) in the size of the files.
    @discardableResult
    public func importThesaurus(
        _ scheme: Concept.Scheme, from directory: String
    ) throws(LedgerError) -> ThesaurusCount {
        try requireSchema()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw .file(path: directory, reason: "expected a folder of CSV files") }
        return try guarded { connection in
            let published: PublishedThesaurus
            do {
                published = try PublishedThesaurus(scheme, in: directory)
            } catch let refusal as ImportRefusal {
                throw LedgerError.importRefused(refusal)
            }
            let content = try published.content().description
            return try connection.transaction { connection in
                try connection.execute("SELECT pg_advisory_xact_lock(\(Lock.importing))")
                let known = try connection.first(
                    "SELECT content FROM entremise.thesaurus WHERE scheme = \(scheme.rawValue)",
                    as: String.self)
                if known != content {
                    try connection.execute(
                        "DELETE FROM entremise.thesaurus WHERE scheme = \(scheme.rawValue)")
                    try connection.execute(
                        """
                        INSERT INTO entremise.thesaurus (scheme, content)
                        VALUES (\(scheme.rawValue), \(content))
                        """)
                    try write(published, on: connection)
                }
                let occupations = published.concepts.count { $0.kind == .occupation }
                return ThesaurusCount(
                    occupations: occupations, skills: published.concepts.count - occupations,
                    relations: published.relations.count,
                    relationsLeftOut: published.relationsLeftOut,
                    isUnchanged: known == content)
            }
        }
    }

    /// Every concept that was imported, ascending by scheme, then by id.
    public func thesaurus() throws(LedgerError) -> Thesaurus {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in try thesaurus(on: connection) }
        }
    }

    /// The relations of a scheme, ascending by occupation, then by skill.
    public func conceptRelations(
        of scheme: Concept.Scheme
    ) throws(LedgerError) -> [ConceptRelation] {
        try requireSchema()
        return try guarded { connection in
            try connection.rows(
                of: """
                    SELECT occupation_id, skill_id, is_essential FROM entremise.concept_relation
                    WHERE scheme = \(scheme.rawValue)
                    ORDER BY occupation_id COLLATE "C", skill_id COLLATE "C"
                    """
            ).map { row throws(PostgresError) in
                ConceptRelation(
                    occupation: try row.value("occupation_id"), skill: try row.value("skill_id"),
                    isEssential: try row.value("is_essential"))
            }
        }
    }

    func thesaurus(on connection: borrowing Connection) throws -> Thesaurus {
        var thesaurus = Thesaurus()
        try connection.rows(of: "SELECT scheme, content FROM entremise.thesaurus").forEach {
            row throws(PostgresError) in
            guard let scheme = Concept.Scheme(rawValue: try row.value("scheme")) else { return }
            thesaurus.versions[scheme] = try row.value("content")
        }
        guard !thesaurus.versions.isEmpty else { return thesaurus }
        try connection.rows(
            of: """
                SELECT scheme, id, kind, labels_fr, labels_en, description_fr, description_en
                FROM entremise.concept ORDER BY scheme COLLATE "C", id COLLATE "C"
                """
        ).forEach { row throws(PostgresError) in
            guard let scheme = Concept.Scheme(rawValue: try row.value("scheme")),
                let kind = Concept.Kind(rawValue: try row.value("kind"))
            else { return }
            var descriptions: [Language: String] = [:]
            descriptions[.french] = try row.optional("description_fr")
            descriptions[.english] = try row.optional("description_en")
            thesaurus.concepts.append(
                Concept(
                    scheme: scheme, id: try row.value("id"), kind: kind,
                    labels: [
                        .french: try row.value("labels_fr"), .english: try row.value("labels_en"),
                    ], descriptions: descriptions))
        }
        return thesaurus
    }

    private func write(_ published: PublishedThesaurus, on connection: borrowing Connection) throws
    {
        try connection.copyIn(
            "entremise.concept", rows: published.concepts,
            columns: [
                .column("scheme") { $0.scheme.rawValue },
                .column("id") { $0.id },
                .column("kind") { $0.kind.rawValue },
                .column("labels_fr") { $0.labels[.french] ?? [] },
                .column("labels_en") { $0.labels[.english] ?? [] },
                .column("description_fr") { $0.descriptions[.french] },
                .column("description_en") { $0.descriptions[.english] },
            ])
        try connection.copyIn(
            "entremise.concept_relation", rows: published.relations,
            columns: [
                .column("scheme", always: published.scheme.rawValue),
                .column("occupation_id") { $0.occupation },
                .column("skill_id") { $0.skill },
                .column("is_essential") { $0.isEssential },
            ])
    }
}

extension PublishedThesaurus {
    /// SHA-256 of all concepts and relations.
    fileprivate func content() throws -> Hash {
        var hasher = Hash.Hasher()
        for concept in concepts {
            for field in [concept.id, concept.kind.rawValue] { hasher.combine(field: field) }
            for language in Language.allCases {
                let labels = concept.labels[language] ?? []
                hasher.combine(field: "\(labels.count)")
                for label in labels { hasher.combine(field: label) }
                hasher.combine(field: concept.descriptions[language] ?? "")
            }
        }
        for relation in relations {
            hasher.combine(field: relation.occupation)
            hasher.combine(field: relation.skill)
            hasher.combine(field: "\(relation.isEssential)")
        }
        return hasher.finish()
    }
}

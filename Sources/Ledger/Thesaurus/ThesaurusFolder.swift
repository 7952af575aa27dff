internal import CSV
internal import Foundation
internal import Market

/// A thesaurus as its publisher's files give it.
struct ThesaurusFolder {
    let scheme: Concept.Scheme
    var concepts: [Concept] = []
    /// Ascending by occupation, then by skill.
    var relations: [ConceptRelation] = []
    /// Relations of which one end is not among the concepts.
    var relationsLeftOut = 0
    var problems = ImportProblems()

    /// Reads the files of a folder.
    ///
    /// - Throws: What keeps the files from being read.
    init(_ scheme: Concept.Scheme, in directory: String) throws {
        self.scheme = scheme
        switch scheme {
        case .esco: try readESCO(in: directory)
        case .rome: try readROME(in: directory)
        }
    }

    private mutating func keep(_ drafts: ConceptDrafts, _ read: [ConceptRelation]) {
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

    private mutating func missing(_ name: String) {
        problems.add(ImportProblem(file: name, fault: .missingFile))
    }
}

// MARK: - ESCO

extension ThesaurusFolder {
    /// ESCO's own files, one a language (`occupations_fr.csv`, `skills_en.csv` …), or files that
    /// hold both languages side by side (`occupations_fr_en.csv`, `skills_fr_en.csv`).
    private mutating func readESCO(in directory: String) throws {
        var drafts = ConceptDrafts(.esco)
        for (name, kind) in [("occupations", Concept.Kind.occupation), ("skills", .skill)] {
            var isThere = false
            if let file = ThesaurusFile(oneOf: ["\(name)_fr_en.csv"], in: directory) {
                isThere = true
                try readESCO(file, kind, into: &drafts)
            }
            for language in Language.allCases {
                let one = "\(name)_\(language.rawValue).csv"
                guard let file = ThesaurusFile(oneOf: [one], in: directory) else { continue }
                isThere = true
                try readESCO(file, kind, in: language, into: &drafts)
            }
            if !isThere { missing("\(name)_fr.csv") }
        }
        let names = ["occupationSkillRelations"].flatMap {
            ["\($0).csv", "\($0)_fr.csv", "\($0)_en.csv"]
        }
        var relations: [ConceptRelation] = []
        if let file = ThesaurusFile(oneOf: names, in: directory) {
            try file.rows(
                needing: [["occupationUri"], ["relationType"], ["skillUri"]], problems: &problems
            ) { row in
                guard let occupation = row.value("occupationUri") else {
                    return ("occupationUri", .missingValue)
                }
                guard let skill = row.value("skillUri") else { return ("skillUri", .missingValue) }
                let type = row.value("relationType")
                guard type == "essential" || type == "optional" else {
                    return ("relationType", .notAllowed(rule: "essential or optional"))
                }
                relations.append(
                    ConceptRelation(
                        occupation: occupation, skill: skill, isEssential: type == "essential"))
                return nil
            }
        }
        keep(drafts, relations)
    }

    /// One language of ESCO's own files: names part at line breaks.
    private mutating func readESCO(
        _ file: ThesaurusFile, _ kind: Concept.Kind, in language: Language,
        into drafts: inout ConceptDrafts
    ) throws {
        try file.rows(
            needing: [["conceptUri"], ["preferredLabel"], ["altLabels"]], problems: &problems
        ) { row in
            guard let id = row.value("conceptUri") else { return ("conceptUri", .missingValue) }
            guard let preferred = row.value("preferredLabel") else {
                return ("preferredLabel", .missingValue)
            }
            drafts.add(
                id, kind, in: language,
                labels: [preferred] + Self.names(in: row.value("altLabels"), partedBy: "\n"),
                description: row.value("description", "definition"))
            return nil
        }
    }

    /// Both languages side by side: names part at bars.
    private mutating func readESCO(
        _ file: ThesaurusFile, _ kind: Concept.Kind, into drafts: inout ConceptDrafts
    ) throws {
        try file.rows(
            needing: [["uri", "conceptUri"], ["label_fr"], ["label_en"]], problems: &problems
        ) { row in
            guard let id = row.value("uri", "conceptUri") else { return ("uri", .missingValue) }
            let french = row.value("label_fr")
            let english = row.value("label_en")
            guard french != nil || english != nil else { return ("label_fr", .missingValue) }
            drafts.add(
                id, kind, in: .french,
                labels: [french].compactMap { $0 }
                    + Self.names(in: row.value("altLabels_fr"), partedBy: "|"),
                description: row.value("description_fr"))
            drafts.add(
                id, kind, in: .english,
                labels: [english].compactMap { $0 }
                    + Self.names(in: row.value("altLabels_en"), partedBy: "|"),
                description: row.value("description_en"))
            return nil
        }
    }

    private static func names(in text: String?, partedBy mark: Character) -> [String] {
        (text ?? "").split(separator: mark)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
}

// MARK: - ROME

extension ThesaurusFolder {
    /// France Travail's open data: `metiers.csv`, `metiers_exemple.csv` (titles),
    /// `metiers_definition.csv`, `competences.csv`, `correspondances.csv`.
    private mutating func readROME(in directory: String) throws {
        var drafts = ConceptDrafts(.rome)
        func file(_ name: String) -> ThesaurusFile? {
            ThesaurusFile(oneOf: ["\(name).csv"], in: directory)
        }
        if let occupations = file("metiers") {
            try occupations.rows(
                needing: [["code_rome"], ["libelle_rome"]], problems: &problems
            ) { row in
                guard let id = row.value("code_rome") else { return ("code_rome", .missingValue) }
                guard let label = row.value("libelle_rome") else {
                    return ("libelle_rome", .missingValue)
                }
                drafts.add(id, .occupation, in: .french, labels: [label])
                return nil
            }
        } else {
            missing("metiers.csv")
        }
        func add(_ row: ThesaurusFile.Row, labels: [String], description: String?) -> (
            column: String, fault: ImportProblem.Fault
        )? {
            guard let id = row.value("code_rome") else { return ("code_rome", .missingValue) }
            guard drafts.has(id, .occupation) else {
                return ("code_rome", .unknownReference(table: "metiers.csv"))
            }
            drafts.add(id, .occupation, in: .french, labels: labels, description: description)
            return nil
        }
        if let titles = file("metiers_exemple") {
            try titles.rows(
                needing: [["code_rome"], ["libelle_appellation_long"]], problems: &problems
            ) { row in
                guard let long = row.value("libelle_appellation_long") else {
                    return ("libelle_appellation_long", .missingValue)
                }
                let short = row.value("libelle_appellation_court") ?? long
                return add(row, labels: long == short ? [long] : [long, short], description: nil)
            }
        } else {
            missing("metiers_exemple.csv")
        }
        if let definitions = file("metiers_definition") {
            try definitions.rows(
                needing: [["code_rome"], ["libelle_texte"], ["libelle_type_texte"]],
                problems: &problems
            ) { row in
                guard row.value("libelle_type_texte") == "definition" else { return nil }
                return add(row, labels: [], description: row.value("libelle_texte"))
            }
        }
        try readROMESkills(file("competences"), file("correspondances"), into: &drafts)
    }

    private mutating func readROMESkills(
        _ skills: ThesaurusFile?, _ links: ThesaurusFile?, into drafts: inout ConceptDrafts
    ) throws {
        if let skills {
            try skills.rows(needing: [["code_ogr"], ["libelle"]], problems: &problems) { row in
                guard let id = row.value("code_ogr") else { return ("code_ogr", .missingValue) }
                guard let label = row.value("libelle") else { return ("libelle", .missingValue) }
                drafts.add(id, .skill, in: .french, labels: [label])
                return nil
            }
        }
        var relations: [ConceptRelation] = []
        if let links {
            try links.rows(needing: [["code_rome"], ["code_ogr"]], problems: &problems) { row in
                guard let occupation = row.value("code_rome") else {
                    return ("code_rome", .missingValue)
                }
                guard let skill = row.value("code_ogr") else { return ("code_ogr", .missingValue) }
                relations.append(
                    ConceptRelation(occupation: occupation, skill: skill, isEssential: true))
                return nil
            }
        }
        keep(drafts, relations)
    }
}

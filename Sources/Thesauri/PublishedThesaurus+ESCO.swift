internal import CSV
internal import Foundation
internal import Market

extension PublishedThesaurus {
    /// ESCO's own files, one a language (`occupations_fr.csv`, `skills_en.csv` …), or files that
    /// hold both languages side by side (`occupations_fr_en.csv`, `skills_fr_en.csv`).
    mutating func readESCO(in directory: String) throws {
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

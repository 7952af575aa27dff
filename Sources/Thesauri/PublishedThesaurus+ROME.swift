internal import CSV
internal import Market

extension PublishedThesaurus {
    /// France Travail's open data: `metiers.csv`, `metiers_exemple.csv` (titles),
    /// `metiers_definition.csv`, `competences.csv`, `correspondances.csv`.
    mutating func readROME(in directory: String) throws {
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

public import Market

extension Wording {
    /// What the queries of a job return, a line each, without what it means.
    public func lines(of survey: JobSurvey) -> [String] {
        var lines = [
            pick("demandes", "needs") + colon + figures(survey.needs),
            pick("candidats", "candidates") + colon + figures(survey.candidates),
        ]
        if let tenders = survey.tenders {
            lines.append(
                pick("appels d’offres", "tenders") + colon + rows(tenders.rows, lost: tenders.lost))
        }
        lines += survey.setAside.map { reason in
            let row = reason.example
            return pick("mises de côté", "set aside") + colon
                + "\(number(Double(reason.count))) × \(Wording.printed(row.source)) "
                + inParentheses(pick("par exemple ", "such as ") + Wording.printed(row.id))
                + colon + Wording.printed(sentence(for: row))
        }
        if !survey.unknownSkills.isEmpty {
            lines.append(
                pick("compétences que personne n’a définies", "skills that nobody defined") + colon
                    + shortened(survey.unknownSkills.map(named), of: survey.unknownSkills.count))
        }
        let found: [(String, JobSurvey.Found)] = [
            (
                pick("demandeurs inconnus", "owners whom nobody knows"), survey.unknownOwners
            ),
            (
                pick("membres inconnus", "members whom nobody knows"), survey.unknownMembers
            ),
            (
                pick("adresses manquantes", "addresses missing"), survey.addresses.missing
            ),
            (
                pick("adresses mal formées", "addresses malformed"), survey.addresses.malformed
            ),
        ]
        for (label, ids) in found where ids.count > 0 {
            lines.append(
                label + colon + "\(number(Double(ids.count))) "
                    + inParentheses(
                        shortened(ids.examples.map { Wording.printed($0) }, of: ids.count)))
        }
        return lines
    }

    private func figures(_ side: JobSurvey.Side) -> String {
        let read = rows(side.rows, lost: max(0, side.rows - side.used))
        guard side.used > 0 else { return read }
        let shares = SurveyRemark.Aspect.allCases.map { aspect in
            "\(noun(aspect)) \(percent(side[aspect]))"
        }
        return read + semicolon + shares.joined(separator: ", ")
    }

    private func rows(_ count: Int, lost: Int) -> String {
        let read = self.count(
            count, one: pick("ligne lue", "row read"), many: pick("lignes lues", "rows read"))
        guard lost > 0 else { return read }
        return read + ", "
            + self.count(
                lost, one: pick("laissée de côté", "left out"),
                many: pick("laissées de côté", "left out"))
    }

    func noun(_ aspect: SurveyRemark.Aspect) -> String {
        switch aspect {
        case .skills: pick("compétences", "skills")
        case .texts: pick("textes", "texts")
        case .coordinates: pick("coordonnées", "coordinates")
        case .dates: pick("dates", "dates")
        }
    }

    private func named(_ skill: JobSurvey.UnknownSkill) -> String {
        quoted(Wording.printed(skill.skill)) + " "
            + inParentheses(
                "\(number(Double(skill.count))) ×, "
                    + pick("par exemple ", "such as ") + Wording.printed(skill.example))
    }

    /// The first items of a list that may be longer.
    private func shortened(_ items: [String], of count: Int) -> String {
        let shown = Array(items.prefix(5))
        return shown.count < count ? shown.joined(separator: ", ") + "…" : list(shown)
    }
}

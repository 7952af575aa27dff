public import Market

extension Wording {
    /// What the queries of a job return, a line each, without what it means.
    public func lines(of survey: JobSurvey) -> [String] {
        var lines = [
            sentences.noun(.needs) + colon + figures(survey.needs),
            sentences.noun(.candidates) + colon + figures(survey.candidates),
        ]
        if let tenders = survey.tenders {
            lines.append(start(.tenders) + rows(tenders.rows, lost: tenders.lost))
        }
        lines += survey.setAside.map { reason in
            let row = reason.example
            return start(.setAside)
                + "\(number(Double(reason.count))) × \(Wording.printed(row.source)) "
                + inParentheses(sentences.suchAs(Wording.printed(row.id)))
                + colon + Wording.printed(sentence(for: row))
        }
        if !survey.unknownSkills.isEmpty {
            lines.append(
                start(.undefinedSkills)
                    + shortened(survey.unknownSkills.map(named), of: survey.unknownSkills.count))
        }
        let found: [(SurveyLabel, JobSurvey.Found)] = [
            (.past, survey.past),
            (.unknownOwners, survey.unknownOwners), (.unknownMembers, survey.unknownMembers),
            (.missingAddresses, survey.addresses.missing),
            (.malformedAddresses, survey.addresses.malformed),
            (.bouncedAddresses, survey.addresses.bounced),
        ]
        for (label, ids) in found where ids.count > 0 {
            lines.append(
                start(label) + "\(number(Double(ids.count))) "
                    + inParentheses(
                        shortened(ids.examples.map { Wording.printed($0) }, of: ids.count)))
        }
        return lines
    }

    private func start(_ label: SurveyLabel) -> String { sentences.label(label) + colon }

    private func figures(_ side: JobSurvey.Side) -> String {
        let read = rows(side.rows, lost: max(0, side.rows - side.used))
        guard side.used > 0 else { return read }
        let shares = SurveyRemark.Aspect.allCases.map { aspect in
            "\(sentences.noun(aspect)) \(percent(side[aspect]))"
        }
        return read + semicolon + shares.joined(separator: ", ")
    }

    private func rows(_ count: Int, lost: Int) -> String {
        let read = sentences.rowsRead(count)
        return lost > 0 ? read + ", " + sentences.rowsLeftOut(lost) : read
    }

    private func named(_ skill: JobSurvey.UnknownSkill) -> String {
        let example = sentences.suchAs(Wording.printed(skill.example))
        return quoted(Wording.printed(skill.skill)) + " "
            + inParentheses("\(number(Double(skill.count))) ×, \(example)")
    }

    /// The first items of a list that may be longer.
    private func shortened(_ items: [String], of count: Int) -> String {
        let shown = Array(items.prefix(5))
        return shown.count < count ? shown.joined(separator: ", ") + "…" : list(shown)
    }
}

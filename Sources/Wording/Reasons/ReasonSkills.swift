public import Market

extension Wording {
    /// The label of a skill to stand within a sentence: its first letter in lower case, but for
    /// acronyms and the names of products, methods and peoples.
    public func label(of skill: Skill.ID, in skills: [Skill.ID: Skill]) -> String {
        guard let found = skills[skill] else { return skill }
        let label = found.label(in: language)
        let other = language == .french ? found.english : found.french
        return lowered(typographic(label.isEmpty ? (other.isEmpty ? skill : other) : label))
    }

    /// From which nearness on a skill held is named as close to the one asked.
    static let namedNearness = 0.5

    /// What is held of the skills asked, then what comes close; a sentence each.
    func metSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> [String] {
        let held = coverage.filter { $0.held == $0.asked && reaches($0) }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        let close = coverage.filter(isClose)
        var sentences: [String] = []
        if !held.isEmpty {
            let items = held.map { label(of: $0.asked, in: skills) + levels($0) }
            sentences.append(heldCount(held.count, of: coverage.count) + colon + list(items) + ".")
        }
        if !short.isEmpty {
            let items = short.map { label(of: $0.asked, in: skills) + levels($0) }
            sentences.append(
                pick("Niveau inférieur à celui demandé", "Below the level asked") + colon
                    + list(items) + ".")
        }
        if !close.isEmpty {
            let items = close.map { item in
                let held = quoted(label(of: item.held ?? item.asked, in: skills))
                let asked = quoted(label(of: item.asked, in: skills))
                return pick("\(held) pour \(asked)", "\(held) for \(asked)")
            }
            sentences.append(pick("Proche", "Close") + colon + list(items) + ".")
        }
        return sentences
    }

    /// What the profile does not name, nor anything close to it.
    func missingSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String? {
        let missing = coverage.filter { $0.held != $0.asked && !isClose($0) }
        guard !missing.isEmpty else { return nil }
        let items = missing.map { item in
            label(of: item.asked, in: skills)
                + (item.mandatory ? pick(" (obligatoire)", " (mandatory)") : "")
        }
        return pick("Ne mentionne pas", "Does not mention") + colon
            + items.joined(separator: ", ") + "."
    }

    func isClose(_ item: SkillCoverage) -> Bool {
        item.held != nil && item.held != item.asked && item.nearness >= Wording.namedNearness
    }

    func reaches(_ item: SkillCoverage) -> Bool {
        HeldSkill(skill: item.asked, level: item.heldLevel).reaches(item.askedLevel)
    }

    private func heldCount(_ held: Int, of asked: Int) -> String {
        switch (held, asked) {
        case (1, 1): pick("A la compétence demandée", "Has the skill asked")
        case (2, 2): pick("A les deux compétences demandées", "Has both skills asked")
        case _ where held == asked:
            pick("A les \(asked) compétences demandées", "Has all \(asked) skills asked")
        default:
            pick(
                "A \(held) des \(asked) compétences demandées",
                "Has \(held) of the \(asked) skills asked")
        }
    }

    /// ` (niveau 5 pour 4 demandé)`, ` (niveau 5)`, ` (niveau non précisé pour 2 demandé)`.
    private func levels(_ item: SkillCoverage) -> String {
        let held = item.heldLevel.map { pick("niveau", "level") + Wording.space + "\($0)" }
        guard let asked = item.askedLevel else { return held.map { " (\($0))" } ?? "" }
        return pick(
            " (\(held ?? "niveau non précisé") pour \(asked) demandé)",
            " (\(held ?? "level not given") for \(asked) asked)")
    }

    /// A text with its apostrophes as French and English print them.
    func typographic(_ text: String) -> String {
        String(text.map { $0 == "'" ? "’" : $0 })
    }

    private func lowered(_ label: String) -> String {
        guard let first = label.first, first.isUppercase else { return label }
        let word = label.prefix { $0.isLetter || $0.isNumber }
        let rest = word.dropFirst()
        let keeps =
            rest.contains { $0.isUppercase || $0.isNumber }
            || (rest.isEmpty && isInitial(first, before: label.dropFirst(word.count)))
            || Wording.properNames.contains(String(word))
        return keeps ? label : first.lowercased() + label.dropFirst()
    }

    /// Whether a single letter is a name or an abbreviation: `R`, `C++`, but not `À`, `L’`.
    private func isInitial(_ letter: Character, before rest: Substring) -> Bool {
        rest.first != "’" && letter != "À" && letter != "A"
    }

    /// Names that skills of the trade begin with and that keep their capital.
    static let properNames: Set<String> = [
        "Access", "Agile", "Airtable", "Android", "Angular", "Ansible", "Autocad", "Azure",
        "Canva", "Docker", "Drupal", "English", "Europe", "European", "Excel", "Figma",
        "French", "German", "Git", "Google", "Illustrator", "Italian", "Java", "Jira", "Joomla",
        "Kanban", "Kubernetes", "Lean", "Linux", "Mailchimp", "Matomo", "Microsoft", "Natura",
        "Notion", "Odoo", "Office", "Oracle", "Photoshop", "Pilates", "Python", "Qualiopi",
        "React", "Revit", "Salesforce", "Scrum", "Spanish", "Swift", "Symfony", "Trello", "Windows",
        "Word", "Wordpress",
    ]
}

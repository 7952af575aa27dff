public import Market

extension Wording {
    /// The label of a skill to stand within a sentence: its first letter in lower case, but for
    /// acronyms and the names of products, methods and peoples.
    public func label(of skill: Skill.ID, in skills: [Skill.ID: Skill]) -> String {
        guard let found = skills[skill] else { return skill }
        return lowered(typographic(found.anyLabel(for: language)))
    }

    /// A text with its apostrophes as they are printed.
    package func typographic(_ text: String) -> String {
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
        rest.first != "’" && !Wording.oneLetterWords.contains(letter)
    }

    /// Words of a single letter, in any language.
    private static let oneLetterWords = Set(
        Language.allCases.flatMap { Wording($0).forms.oneLetterWords })

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

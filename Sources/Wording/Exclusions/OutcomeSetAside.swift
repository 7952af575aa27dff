public import Market

extension Wording {
    /// What is wrong with a row that was set aside: the field, what was found and what was expected.
    public func sentence(for row: SetAside) -> String {
        sentence(for: row.fault, field: row.field)
    }

    /// What is wrong with a field: what was found and what was expected.
    public func sentence(for fault: SetAside.Fault, field: String) -> String {
        let name = quoted(field)
        let start = pick("Champ ", "Field ") + name + colon
        switch fault {
        case .negative(let found):
            return start + "\(shown(found)), "
                + pick("alors que zéro ou plus est attendu.", "where zero or more is expected.")
        case .notPositive(let found):
            return start + "\(shown(found)), "
                + pick(
                    "alors qu’un nombre au-dessus de zéro est attendu.",
                    "where a number above zero is expected.")
        case .reversedDates(let first, let last):
            return start
                + pick(
                    "la fin (\(shown(last))) précède le début (\(shown(first))).",
                    "the end (\(shown(last))) comes before the start (\(shown(first))).")
        case .level(let found):
            return start
                + pick(
                    "niveau \(shown(found)), alors qu’un niveau de 1 à 5 est attendu.",
                    "level \(shown(found)), where a level from 1 to 5 is expected.")
        case .unknownSkill(let found):
            return start
                + pick(
                    "la compétence \(quoted(found)) n’est pas définie dans le référentiel.",
                    "the skill \(quoted(found)) is not defined among the network’s skills.")
        case .refusesSelf:
            return start
                + pick(
                    "un membre se refuse lui-même\(semicolon)deux membres différents sont attendus.",
                    "a member refuses themself; two different members are expected.")
        case .offTheGlobe(let found):
            return start
                + pick(
                    "\(shown(found)), hors du globe\(semicolon)latitude de −90 à 90 et longitude de "
                        + "−180 à 180 attendues.",
                    "\(shown(found)), off the globe; a latitude from −90 to 90 and a longitude from "
                        + "−180 to 180 are expected.")
        case .nothingToMatch:
            return pick(
                "Ni titre, ni texte, ni compétence\(colon)il en faut au moins un.",
                "No title, no text and no skill: at least one of them is needed.")
        case .tooLong(let bytes, let limit):
            return start
                + pick(
                    "\(number(Double(bytes))) octets, pour \(number(Double(limit))) au plus.",
                    "\(number(Double(bytes))) bytes, for \(number(Double(limit))) at most.")
        case .duplicate:
            return start
                + pick(
                    "une autre ligne a déjà cet identifiant.", "another row already has this id.")
        case .unreadable(let expected):
            return start
                + pick("illisible\(semicolon)attendu\(colon)", "unreadable; expected: ")
                + typographic(expected) + "."
        }
    }

    /// A value as it was found, or the word for an empty one.
    private func shown(_ found: String) -> String {
        found.isEmpty ? pick("vide", "empty") : found
    }
}

internal import Market

extension Wording {
    var skillsRule: RuleText {
        RuleText(
            name: pick("compétences obligatoires", "mandatory skills"),
            state: pick("sans toutes les compétences obligatoires", "without all mandatory skills"))
    }

    func unmetSkill(_ label: String, _ asked: Level?, _ held: Level?) -> ExclusionText {
        let name = quoted(label)
        let level =
            asked.map {
                pick(" au niveau\(Wording.space)\($0)", " at level\(Wording.space)\($0)")
            } ?? ""
        return ExclusionText(
            sentence: pick("Compétence obligatoire", "Mandatory skill") + colon
                + lack(of: name, asked, held),
            remedy: itWouldTake(name + level)
                + pick(
                    " dans le profil, ou une demande qui ne l’exige pas.",
                    " in the profile, or a request that does not demand it."))
    }

    private func lack(of name: String, _ asked: Level?, _ held: Level?) -> String {
        guard let asked else {
            return pick("\(name) n’est pas mentionné.", "\(name) is not mentioned.")
        }
        guard let held else {
            return pick(
                "\(name) n’est pas mentionné au niveau\(Wording.space)\(asked).",
                "\(name) is not mentioned at level\(Wording.space)\(asked).")
        }
        return pick(
            "\(name) au niveau\(Wording.space)\(held), pour \(asked) demandé.",
            "\(name) at level\(Wording.space)\(held), for \(asked) asked.")
    }
}

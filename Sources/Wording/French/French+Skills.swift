internal import Market

extension French {
    func holds(_ held: Int, of asked: Int, labels: [String]) -> String {
        let start =
            switch (held, asked) {
            case (1, 1): "A la compétence demandée"
            case (2, 2): "A les deux compétences demandées"
            case _ where held == asked: "A les \(asked) compétences demandées"
            default: "A \(held) des \(asked) compétences demandées"
            }
        return start + colon + list(labels) + "."
    }

    func belowLevel(_ labels: [String]) -> String {
        "Niveau inférieur à celui demandé\(colon)\(list(labels))."
    }

    func close(_ pairs: [String]) -> String { "Proche\(colon)\(list(pairs))." }

    func unmentioned(_ labels: [String]) -> String {
        "Ne mentionne pas\(colon)" + labels.joined(separator: ", ") + "."
    }

    func mandatory(_ label: String) -> String { "\(label) (obligatoire)" }

    func pair(held: String, asked: String) -> String { "\(quoted(held)) pour \(quoted(asked))" }

    func level(_ held: Level) -> String { "niveau\(Wording.space)\(held)" }

    func level(_ held: Level?, asked: Level) -> String {
        "\(held.map(level) ?? "niveau non précisé") pour \(asked) demandé"
    }

    func has(_ parts: [String], you: Bool) -> String { "\(you ? "avez" : "a") \(list(parts))" }

    func share(_ count: Int, of asked: Int) -> String {
        switch (count, asked) {
        case (1, 1): "la compétence demandée"
        case (2, 2): "les deux compétences demandées"
        case _ where count == asked: "les \(inWords(asked)) compétences demandées"
        default: "\(inWords(count)) des \(inWords(asked)) compétences demandées"
        }
    }

    func belowLevel(_ count: Int, of asked: Int, others: Bool, given: GivenLevels) -> String {
        let which =
            others
            ? inWords(count) + (count == 1 ? " autre" : " autres") : share(count, of: asked)
        return switch given {
        case .all: "\(which) à un niveau inférieur"
        case .some: "\(which) à un niveau inférieur ou non indiqué"
        case .none: "\(which) sans niveau indiqué"
        }
    }

    func closeSkills(isOne: Bool, isVery: Bool) -> String {
        switch (isOne, isVery) {
        case (true, true): "une compétence très proche"
        case (true, false): "une compétence proche"
        case (false, true): "des compétences très proches"
        case (false, false): "des compétences proches"
        }
    }

    func among(_ names: String) -> String { "dont \(names)" }

    func mentionsNone(of asked: Int, you: Bool) -> String {
        let verb = you ? "mentionnez" : "mentionne"
        return asked == 1
            ? "ne \(verb) pas la compétence demandée"
            : "ne \(verb) aucune des \(inWords(asked)) compétences demandées"
    }

    func mentions(_ labels: [String], by mention: SkillMention) -> String {
        let start =
            switch mention {
            case .candidate: "Mentionne, sans le déclarer"
            case .need: "Déclare ce que mentionne la demande"
            case .both: "Mentionné des deux côtés"
            }
        return start + colon + labels.joined(separator: ", ") + "."
    }

    func mentions(_ labels: [String], by mention: SkillMention, you: Bool) -> String {
        let verb = you ? "mentionnez" : "mentionne"
        return switch mention {
        case .candidate: "\(verb) \(list(labels)) comme demandé"
        case .need: "\(you ? "déclarez" : "déclare") \(list(labels)) dont parle la demande"
        case .both: "\(verb) \(list(labels)) comme la demande"
        }
    }

    var wishForOtherSkills: String { "d’autres compétences demandées" }
    func wishForLevel(of label: String) -> String { "un niveau indiqué pour \(quoted(label))" }

    func wishForHigherLevel(of label: String) -> String {
        "un niveau plus élevé pour \(quoted(label))"
    }
}

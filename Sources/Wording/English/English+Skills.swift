internal import Market

extension English {
    func holds(_ held: Int, of asked: Int, labels: [String]) -> String {
        let start =
            switch (held, asked) {
            case (1, 1): "Has the skill asked"
            case (2, 2): "Has both skills asked"
            case _ where held == asked: "Has all \(asked) skills asked"
            default: "Has \(held) of the \(asked) skills asked"
            }
        return "\(start): \(list(labels))."
    }

    func belowLevel(_ labels: [String]) -> String { "Below the level asked: \(list(labels))." }

    func close(_ pairs: [String]) -> String { "Close: \(list(pairs))." }

    func unmentioned(_ labels: [String]) -> String {
        "Does not mention: " + labels.joined(separator: ", ") + "."
    }

    func mandatory(_ label: String) -> String { "\(label) (mandatory)" }

    func pair(held: String, asked: String) -> String { "\(quoted(held)) for \(quoted(asked))" }

    func level(_ held: Level) -> String { "level\(Wording.space)\(held)" }

    func level(_ held: Level?, asked: Level) -> String {
        "\(held.map(level) ?? "level not given") for \(asked) asked"
    }

    func has(_ parts: [String], you: Bool) -> String { "\(you ? "have" : "has") \(list(parts))" }

    func share(_ count: Int, of asked: Int) -> String {
        switch (count, asked) {
        case (1, 1): "the skill asked"
        case (2, 2): "both skills asked"
        case _ where count == asked: "all \(inWords(asked)) skills asked"
        default: "\(inWords(count)) of the \(inWords(asked)) skills asked"
        }
    }

    func belowLevel(_ count: Int, of asked: Int, others: Bool, given: GivenLevels) -> String {
        let which =
            others
            ? (count == 1 ? "another" : inWords(count) + " others") : share(count, of: asked)
        return switch given {
        case .all: "\(which) at a lower level"
        case .some: "\(which) at a lower level or none given"
        case .none: "\(which) with no level given"
        }
    }

    func closeSkills(isOne: Bool, isVery: Bool) -> String {
        switch (isOne, isVery) {
        case (true, true): "a very close skill"
        case (true, false): "a close skill"
        case (false, true): "very close skills"
        case (false, false): "close skills"
        }
    }

    func among(_ names: String) -> String { "among them \(names)" }

    func mentionsNone(of asked: Int, you: Bool) -> String {
        asked == 1
            ? "\(you ? "do" : "does") not mention the skill asked"
            : "\(you ? "mention" : "mentions") none of the \(inWords(asked)) skills asked"
    }

    func mentions(_ labels: [String], by mention: SkillMention) -> String {
        let start =
            switch mention {
            case .candidate: "Mentions, without declaring it"
            case .need: "Declares what the request mentions"
            case .both: "Mentioned on both sides"
            }
        return start + colon + labels.joined(separator: ", ") + "."
    }

    func mentions(_ labels: [String], by mention: SkillMention, you: Bool) -> String {
        let verb = you ? "mention" : "mentions"
        return switch mention {
        case .candidate: "\(verb) \(list(labels)) as asked"
        case .need: "\(you ? "declare" : "declares") \(list(labels)) that the request mentions"
        case .both: "\(verb) \(list(labels)) as the request does"
        }
    }

    var wishForOtherSkills: String { "other skills asked" }
    func wishForLevel(of label: String) -> String { "a level given for \(quoted(label))" }
    func wishForHigherLevel(of label: String) -> String { "a higher level in \(quoted(label))" }
}

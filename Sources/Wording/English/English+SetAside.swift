internal import Market

extension English {
    func field(_ name: String) -> String { "Field \(quoted(name)): " }

    var empty: String { "empty" }

    func text(of fault: SetAside.Fault) -> String {
        switch fault {
        case .negative(let found): "\(shown(found)), where zero or more is expected."
        case .notPositive(let found): "\(shown(found)), where a number above zero is expected."
        case .reversedDates(let first, let last):
            "the end (\(shown(last))) comes before the start (\(shown(first)))."
        case .level(let found): "level \(shown(found)), where a level from 1 to 5 is expected."
        case .unknownSkill(let found):
            "the skill \(quoted(found)) is not defined among the network’s skills."
        case .refusesSelf: "a member refuses themself; two different members are expected."
        case .offTheGlobe(let found):
            "\(shown(found)), off the globe; a latitude from −90 to 90 and a longitude from −180 to "
                + "180 are expected."
        case .nothingToMatch: "No title, no text and no skill: at least one of them is needed."
        case .tooLong(let bytes, let limit):
            "\(number(bytes)) bytes, for \(number(limit)) at most."
        case .duplicate: "another row already has this id."
        case .unreadable(let expected):
            "unreadable; expected: " + wording.typographic(expected) + "."
        }
    }
}

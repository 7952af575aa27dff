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
            "unreadable; expected: \(text(of: expected))."
        }
    }

    func text(of thing: SetAside.Expectation.Thing) -> String {
        switch thing {
        case .id: "an id"
        case .distinctID:
            "an id that is not written like another but for its accents (é as one character or two)"
        case .skillID: "the id of a skill"
        case .number: "a number"
        case .reasonableNumber: "a number of reasonable size"
        case .boolean: "true or false"
        case .day: "a day"
        case .writtenDay: "a day, YYYY-MM-DD"
        case .countedDay: "a day between the years 1 and 9999"
        case .year: "a year of four digits"
        case .daysPerWeek: "above 0 to 7 days a week"
        case .numberOfDays: "fewer than \(number(100_000)) days"
        case .rate: "a price below a million euros a day or an hour"
        case .list: "a plain list, not an array of several dimensions"
        case .amount: "an amount below 90 billion euros"
        case .procurementCode: "a CPV code of eight digits"
        case .procurementCodes: "CPV codes of eight digits"
        case .address: "an http or https address of \(number(2_000)) letters at most"
        case .balance: "a balance to go with its limits"
        case .lowestBalance: "a lowest balance below the highest"
        case .otherMember: "another member"
        case .tender: "a tender that the tenders query returns"
        case .objects: "a JSON list of objects"
        case .textByLanguage: "a text, or one by language"
        case .languageCode: "an ISO 639-1 code: fr, en, es, ca …"
        }
    }

    func oneOf(_ words: [String]) -> String { "one of \(words.joined(separator: ", "))" }
    func someOf(_ words: [String]) -> String { "some of \(words.joined(separator: ", "))" }
}

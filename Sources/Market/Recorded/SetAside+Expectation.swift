extension SetAside {
    /// What a field should hold, where that does not follow from its fault.
    public enum Expectation: Sendable, Hashable {
        case a(Thing)
        /// One word of a closed list.
        case oneOf([String])
        /// Some words of a closed list.
        case someOf([String])
        /// In English, as an earlier version recorded it.
        case recorded(String)

        /// What is expected, by what it is.
        public enum Thing: String, Sendable, Hashable, Codable, CaseIterable {
            case id
            case skillID
            /// One that no other is written like.
            case distinctID
            case number
            /// One that a double can hold.
            case reasonableNumber
            /// True or false.
            case boolean
            case day
            /// A day, written YYYY-MM-DD.
            case writtenDay
            /// A day between the years 1 and 9999.
            case countedDay
            /// Four digits.
            case year
            /// Above 0 to 7.
            case daysPerWeek
            /// Below 100,000.
            case numberOfDays
            /// Below 90 billion euros.
            case amount
            /// Below a million euros.
            case rate
            case procurementCode
            case procurementCodes
            /// An address of the web of 2,000 letters at most.
            case address
            /// A balance to go with its limits.
            case balance
            /// A lowest balance below the highest.
            case lowestBalance
            case otherMember
            /// One of those that the tenders query returns.
            case tender
            /// A list of one dimension.
            case list
            /// A JSON list of objects.
            case objects
            /// A text, or one by language.
            case textByLanguage
            /// Of two letters, as ISO 639-1 has them.
            case languageCode
        }
    }
}

extension SetAside.Expectation: Codable {
    private enum CodingKeys: String, CodingKey { case a, oneOf, someOf }

    public func encode(to encoder: any Encoder) throws {
        if case .recorded(let text) = self {
            var container = encoder.singleValueContainer()
            return try container.encode(text)
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .a(let thing): try container.encode(thing, forKey: .a)
        case .oneOf(let words): try container.encode(words, forKey: .oneOf)
        case .someOf(let words): try container.encode(words, forKey: .someOf)
        case .recorded: break
        }
    }

    /// Reads what this version or an earlier one recorded: those before wrote English text.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(recorded: text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let thing = try container.decodeIfPresent(Thing.self, forKey: .a) {
            self = .a(thing)
        } else if let words = try container.decodeIfPresent([String].self, forKey: .oneOf) {
            self = .oneOf(words)
        } else {
            self = .someOf(try container.decode([String].self, forKey: .someOf))
        }
    }

    /// What an earlier version recorded in English.
    init(recorded text: String) {
        func words(after start: String) -> [String] {
            text.dropFirst(start.count).split(separator: ", ").map(String.init)
        }
        if let thing = SetAside.Expectation.recordedThings[text] {
            self = .a(thing)
        } else if text.hasPrefix("one of ") {
            self = .oneOf(words(after: "one of "))
        } else if text.hasPrefix("some of ") {
            self = .someOf(words(after: "some of "))
        } else {
            self = .recorded(text)
        }
    }

    private static let recordedThings: [String: Thing] = [
        "an id": .id, "the id of a skill": .skillID, "a number": .number,
        "a number of reasonable size": .reasonableNumber, "true or false": .boolean,
        "a day": .day, "a day, YYYY-MM-DD": .writtenDay,
        "a day between the years 1 and 9999": .countedDay, "a year of four digits": .year,
        "above 0 to 7 days a week": .daysPerWeek, "an amount below 90 billion euros": .amount,
        "a CPV code of eight digits": .procurementCode,
        "CPV codes of eight digits": .procurementCodes,
        "an http or https address of 2,000 letters at most": .address,
        "a balance to go with its limits": .balance,
        "a lowest balance below the highest": .lowestBalance, "another member": .otherMember,
        "a tender that the tenders query returns": .tender, "a JSON list of objects": .objects,
        "a text, or one by language: {fr, en}": .textByLanguage,
    ]
}

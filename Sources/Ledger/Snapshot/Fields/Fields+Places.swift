internal import Market
internal import Postgres

extension Fields {
    /// The place, where its coordinates are known: those of the row, or else of the place of that id or
    /// name. Coordinates off the globe, or that are no numbers, are dropped.
    mutating func place(among known: KnownPlaces) -> Place? {
        let name = text(.place)
        guard case .number(let latitude, _) = self[.latitude],
            case .number(let longitude, _) = self[.longitude]
        else { return name.isEmpty ? nil : known[name] }
        guard let place = Place(name: name, latitude: latitude, longitude: longitude) else {
            drop(.place, .offTheGlobe(found: "\(latitude), \(longitude)"))
            return nil
        }
        return place
    }

    /// The kinds of exchange accepted.
    mutating func exchange() -> Set<Exchange> {
        var kinds: Set<Exchange> = []
        for code in codes(.exchange) {
            guard let kind = Exchange(rawValue: code) else {
                refuse(
                    .exchange, .unreadable(expected: .someOf(Exchange.allCases.map(\.rawValue))))
                continue
            }
            kinds.insert(kind)
        }
        return kinds
    }

    /// The time account, where its balance is known; a limit that is not said is none.
    mutating func account() -> TimeAccount? {
        let balance = number(.balance, .any)
        let lowest = number(.lowest, .any)
        let highest = number(.highest, .any)
        guard let balance else {
            if lowest != nil || highest != nil {
                refuse(.balance, .unreadable(expected: .a(.balance)))
            }
            return nil
        }
        if let lowest, let highest, lowest > highest {
            refuse(.lowest, .unreadable(expected: .a(.lowestBalance)))
            return nil
        }
        return TimeAccount(balance: balance, lowest: lowest, highest: highest)
    }

    /// The period between two columns, where both are said. An end at `infinity` is none, and so is a
    /// beginning at `-infinity`.
    mutating func period(from first: MarketColumn, to last: MarketColumn) -> Period? {
        let start = self[first] == .date(.negativeInfinity) ? nil : day(first)
        let end = self[last] == .date(.infinity) ? nil : day(last)
        guard let start, let end else { return nil }
        guard let period = Period(from: start, to: end) else {
            refuse(last, .reversedDates(first: start.description, last: end.description))
            return nil
        }
        return period
    }

    /// Until when to answer; `infinity` is none, and a day that makes no sense is left out.
    mutating func deadline() -> Deadline? {
        switch self[.deadline] {
        case .null, .date(.infinity), .moment(.infinity): return nil
        default: break
        }
        let deadline = readableDeadline()
        if deadline == nil {
            drop(.deadline, .unreadable(expected: .a(.countedDay)))
        }
        return deadline
    }

    /// A deadline between the years 1 and 9999, to the minute; nil without a word where it is none. At
    /// midnight it is the day alone, as which many platforms write it.
    func readableDeadline() -> Deadline? {
        switch self[.deadline] {
        case .date(let date): return Self.readableDay(date).map { Deadline($0) }
        case .moment(let moment):
            let minutes = Int(moment.microsecondsOfItsDay / 60_000_000)
            return Self.readableDay(moment.date).map {
                Deadline($0, at: minutes == 0 ? nil : TimeOfDay(minutes: minutes))
            }
        default: return nil
        }
    }

    /// The name of who asks; an empty one is none.
    mutating func ownerName() -> String? {
        optionalText(.ownerName).flatMap { $0.isBlank ? nil : $0.trimmed }
    }

    /// A budget; one of 1 € or less stands for a budget that is not published.
    mutating func budget() -> Money? {
        money(.budget, .notNegative).flatMap { $0.cents > 100 ? $0 : nil }
    }

    /// The objects of a `jsonb` list; anything else there is a fault of the whole row.
    mutating func objects<Members: JSONMembers>(
        _ column: MarketColumn, as type: Members.Type = Members.self
    ) -> [Members] {
        guard case .json(let bytes) = self[column], !bytes.elementsEqual("null".utf8) else {
            return []
        }
        guard let objects = JSONObjects.read(bytes, as: type) else {
            refuse(column, .unreadable(expected: .a(.objects)))
            return []
        }
        return objects
    }

    /// Whether a `jsonb` is NULL in SQL or JSON, or a list of nothing.
    func isEmptyList(_ column: MarketColumn) -> Bool {
        guard case .json(let bytes) = self[column] else { return true }
        return bytes.elementsEqual("null".utf8) || bytes.elementsEqual("[]".utf8)
    }
}

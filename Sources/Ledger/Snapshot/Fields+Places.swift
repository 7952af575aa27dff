internal import Market

extension Fields {
    /// The place, where its coordinates are known; coordinates off the globe are dropped.
    mutating func place() -> Place? {
        let name = text("place")
        guard let latitude = number("latitude", .any), let longitude = number("longitude", .any)
        else { return nil }
        guard let place = Place(name: name, latitude: latitude, longitude: longitude) else {
            drop("place", .offTheGlobe(found: "\(latitude), \(longitude)"))
            return nil
        }
        return place
    }

    /// The kinds of exchange accepted.
    mutating func exchange() -> Set<Exchange> {
        var kinds: Set<Exchange> = []
        for code in codes("exchange") {
            guard let kind = Exchange(rawValue: code) else {
                let words = Exchange.allCases.map(\.rawValue).joined(separator: ", ")
                refuse("exchange", .unreadable(expected: "some of \(words)"))
                continue
            }
            kinds.insert(kind)
        }
        return kinds
    }

    /// The time account, where all three of its figures are known.
    mutating func account() -> TimeAccount? {
        let balance = number("balance", .any)
        let lowest = number("lowest", .any)
        let highest = number("highest", .any)
        guard let balance, let lowest, let highest else {
            if balance != nil || lowest != nil || highest != nil {
                refuse("balance", .unreadable(expected: "balance, lowest and highest, or none"))
            }
            return nil
        }
        guard lowest <= highest else {
            refuse("lowest", .unreadable(expected: "a lowest balance below the highest"))
            return nil
        }
        return TimeAccount(balance: balance, lowest: lowest, highest: highest)
    }

    /// The period between two columns, where both are said.
    mutating func period(from first: String, to last: String) -> Period? {
        guard let start = day(first), let end = day(last) else { return nil }
        guard let period = Period(from: start, to: end) else {
            refuse(last, .reversedDates(first: start.description, last: end.description))
            return nil
        }
        return period
    }

    /// The objects of a `jsonb` list; anything else there is a fault of the whole row.
    mutating func objects(_ column: String) -> [[String: JSONValue]] {
        guard self[column] != .null else { return [] }
        guard case .array(let items) = self[column] else {
            refuse(column, .unreadable(expected: "a JSON list of objects"))
            return []
        }
        var objects: [[String: JSONValue]] = []
        for item in items {
            guard case .object(let object) = item else {
                refuse(column, .unreadable(expected: "a JSON list of objects"))
                return []
            }
            objects.append(object)
        }
        return objects
    }
}

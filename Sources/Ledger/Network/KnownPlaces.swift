internal import Foundation
internal import Market
internal import Postgres

/// The places that the network knows, by id and by name.
struct KnownPlaces {
    private var places: [String: Place] = [:]
    /// Names, in small letters without accents, that stand for one place only.
    private var named: [String: Place] = [:]

    init() {}

    init(_ places: [(id: String, place: Place)]) {
        var ambiguous: Set<String> = []
        for (id, place) in places {
            self.places[id] = place
            let name = Self.folded(place.name)
            if let other = named[name], other != place { ambiguous.insert(name) }
            named[name] = place
        }
        for name in ambiguous { named[name] = nil }
    }

    /// The place of that id, or else the only one of that name, however its letters are written.
    subscript(_ text: String) -> Place? {
        places.isEmpty ? nil : places[text] ?? named[Self.folded(text)]
    }

    private static func folded(_ text: String) -> String {
        text.trimmed.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}

extension Ledger {
    /// Every place of the network whose coordinates are known.
    func places(
        of query: CheckedQuery, asOf: Day, faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> KnownPlaces {
        let rows = try rows(of: query, calling: "place", asOf: asOf, on: connection) { row in
            row.located().map { Located(id: row.id, place: $0) }
        }
        faults += rows.faults
        return KnownPlaces(rows.values.map { ($0.id, $0.place) })
    }

    private struct Located: Identifiable {
        let id: String
        let place: Place
    }
}

extension Fields {
    fileprivate mutating func located() -> Place? {
        let name = text(.name)
        guard let latitude = number(.latitude, .any), let longitude = number(.longitude, .any)
        else {
            return nil
        }
        let place = Place(
            name: name.isBlank ? id : name, latitude: latitude, longitude: longitude)
        if place == nil {
            refuse(.latitude, .offTheGlobe(found: "\(latitude), \(longitude)"))
        }
        return place
    }
}

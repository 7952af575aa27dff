internal import Foundation
public import Hashing
public import Market

extension Snapshot {
    /// SHA-256 of everything in the snapshot, the rows set aside included.
    ///
    /// Each part is hashed as JSON with sorted keys, dictionaries and sets in the order of their
    /// ids, so that the same input always gives the same hash.
    ///
    /// - Complexity: O(*n* log *n*) in the number of rows.
    public func inputHash() throws -> Hash {
        var hasher = Hash.Hasher()
        try hasher.combine(
            "needs",
            needs.map { need in
                var need = need
                let exchange = need.exchange.map(\.rawValue).sorted()
                need.exchange = []
                return Listed(exchange, need)
            })
        try hasher.combine(
            "candidates",
            candidates.map { candidate in
                var candidate = candidate
                let exchange = candidate.exchange.map(\.rawValue).sorted()
                candidate.exchange = []
                return Listed(exchange, candidate)
            })
        try hasher.combine("tenders", tenders)
        try hasher.combine("skills", skills.values.sorted { $0.id < $1.id })
        try hasher.combine(
            "refusals", refusals.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
        try hasher.combine(
            "collaborations",
            collaborations.map { Listed([$0.key.first, $0.key.second], $0.value) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine(
            "declined",
            declined.map { Listed([$0.key.need, $0.key.candidate], $0.value) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine(
            "standing",
            history.standing.map { Listed([$0.need, $0.candidate], true) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine(
            "told",
            history.told.map { Listed([$0.key], $0.value.sorted()) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine("waits", byMember(history.waits))
        try hasher.combine("last suggested", byMember(history.lastSuggested))
        try hasher.combine("first seen", byMember(history.firstSeen))
        try hasher.combine("set aside", setAside)
        return hasher.finish()
    }
}

/// What is known of members, ascending by their ids.
private func byMember<Value: Encodable>(_ values: [String: Value]) -> [Listed<Value>] {
    values.map { Listed([$0.key], $0.value) }
        .sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
}

/// A value beside what it is ordered by, or what its own encoding would leave in no order.
private struct Listed<Value: Encodable>: Encodable {
    let keys: [String]
    let value: Value

    init(_ keys: [String], _ value: Value) {
        self.keys = keys
        self.value = value
    }
}

extension Hash.Hasher {
    fileprivate mutating func combine(_ name: String, _ values: [some Encodable]) throws {
        combine(field: name)
        combine(field: String(values.count))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for value in values {
            let json = try encoder.encode(value)
            combine("\(json.count):".utf8)
            combine(json)
        }
    }
}

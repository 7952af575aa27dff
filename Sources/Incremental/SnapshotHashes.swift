internal import Foundation
public import Hashing
public import Market
internal import Parallel

/// Content hashes (SHA-256) of a snapshot, as a whole and row by row.
public struct SnapshotHashes: Sendable, Hashable {
    /// Everything in the snapshot, the rows set aside included.
    public let input: Hash
    /// For each need, in the order of the snapshot, all that its scores rest on: its row, the skills
    /// that it names, who was declined for it, who must not
    /// be proposed for it, whom its owner does not work with.
    public let needs: [Hash]
    /// For each candidate its row and the skills that it names.
    public let candidates: [Hash]
}

extension Snapshot {
    /// Content hashes of the snapshot, the rows set aside included, and of each of its rows.
    ///
    /// Rows are hashed field by field, what is read beside them as JSON with sorted keys,
    /// dictionaries and sets in the order of their ids, so that the same input always gives the same
    /// hash.
    ///
    /// - Complexity: O(*n* log *n*) in the number of rows.
    public func hashes() throws -> SnapshotHashes {
        let named = skills.mapValues { Hash(fields: $0) }
        let needs = needHashes(skills: named)
        let candidates = Threads.chunks(of: self.candidates.count) { range in
            self.candidates[range].withUnsafeBufferPointer { candidates in
                candidates.indices.map { candidates[$0].hash(skills: named) }
            }
        }.flatMap(\.self)
        return SnapshotHashes(
            input: try input(needs: needs, candidates: candidates, skills: named), needs: needs,
            candidates: candidates)
    }

    private func needHashes(skills named: [Skill.ID: Hash]) -> [Hash] {
        var refused: [String: [String]] = [:]
        for pair in refusals {
            refused[pair.first, default: []].append(pair.second)
            refused[pair.second, default: []].append(pair.first)
        }
        let declines = Dictionary(grouping: declined, by: \.key.need)
        let ruledOut = Dictionary(grouping: exclusions.keys, by: \.need)
        return needs.map { need in
            let declined = declines[need.id, default: []].map {
                [$0.key.candidate, $0.value.basis, $0.value.isLasting ? "lasting" : ""]
            }
            let hash = Hash(
                fields: need, need.owner.flatMap { refused[$0] }?.sorted() ?? [],
                declined.sorted { $0.lexicographicallyPrecedes($1) },
                (need.skills.map(\.skill) + need.mentioned).map { named[$0] })
            guard let pairs = ruledOut[need.id] else { return hash }
            return Hash(fields: hash, pairs.map(\.candidate).sorted())
        }
    }

    private func input(
        needs: [Hash], candidates: [Hash], skills named: [Skill.ID: Hash]
    ) throws -> Hash {
        var hasher = Hash.Hasher()
        hasher.combine("needs", needs)
        hasher.combine("candidates", candidates)
        try hasher.combine("tenders", tenders)
        hasher.combine("skills", named.sorted { $0.key < $1.key }.map(\.value))
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
        if !exclusions.isEmpty {
            try hasher.combine(
                "exclusions",
                exclusions.map { pair, reason in
                    Listed(
                        [pair.need, pair.candidate],
                        Language.allCases.map { reason[$0] ?? "" })
                }.sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        }
        if !references.isEmpty { try hasher.combine("references", byID(references)) }
        if !accepted.isEmpty {
            try hasher.combine(
                "accepted",
                accepted.map { Listed($0.key.parts, [Array($0.basis.utf8), $0.content]) }
                    .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        }
        if !lotWindows.isEmpty {
            try hasher.combine("lot windows", byID(lotWindows.mapValues { byID($0) }))
        }
        if !declinedProposals.isEmpty {
            try hasher.combine(
                "declined proposals",
                declinedProposals.map { Listed($0.key.parts, $0.value) }
                    .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        }
        try hasher.combine(
            "standing",
            history.inForce.map { Listed([$0.need, $0.candidate], true) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine(
            "told",
            history.notified.map { Listed([$0.key], $0.value.sorted()) }
                .sorted { $0.keys.lexicographicallyPrecedes($1.keys) })
        try hasher.combine("waits", byID(history.waits))
        try hasher.combine("last suggested", byID(history.lastSuggested))
        try hasher.combine("first seen", byID(history.firstSeen))
        try hasher.combine(
            "thesaurus",
            thesaurus.versions.map { [$0.key.rawValue, $0.value] }
                .sorted { $0.lexicographicallyPrecedes($1) })
        try hasher.combine("set aside", setAside)
        return hasher.finish()
    }
}

extension Candidate {
    /// The hash of its row and of the skills that it names.
    fileprivate func hash(skills named: [Skill.ID: Hash]) -> Hash {
        var hasher = Hash.Hasher()
        combine(into: &hasher)
        skills.count.combine(into: &hasher)
        for held in skills { named[held.skill].combine(into: &hasher) }
        for id in mentioned { named[id].combine(into: &hasher) }
        return hasher.finish()
    }
}

/// Values by id, ascending by it.
private func byID<Value: Encodable>(_ values: [String: Value]) -> [Listed<Value>] {
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
    fileprivate mutating func combine(_ name: String, _ hashes: [Hash]) {
        combine(field: name)
        combine(field: String(hashes.count))
        for hash in hashes { combine(hash) }
    }

    fileprivate mutating func combine(_ name: String, _ values: [some Encodable]) throws {
        combine(field: name)
        combine(field: String(values.count))
        for value in values { try combine(json: value) }
    }

    private mutating func combine(json value: some Encodable) throws {
        let json = try ordered.encode(value)
        combine("\(json.count):".utf8)
        combine(json)
    }
}

/// Made once: there are some values for every row.
private let ordered = JSONEncoder.sorted()

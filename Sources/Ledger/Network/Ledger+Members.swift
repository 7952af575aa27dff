internal import Market
internal import Postgres

/// A member of the network, as far as mail needs it.
struct Member: Sendable, Hashable, Identifiable {
    let id: String
    let name: String
    /// Address as the platform writes it; nil: none.
    let address: String?
    /// As the platform writes it; nil: not known.
    let locale: String?
    let digest: Digest
    /// Whether they agreed to be suggested.
    let consents: Bool
    /// Day that they left, if they did.
    let left: Day?

    /// How often a member wants news.
    enum Digest: String, Sendable, CaseIterable {
        case daily, weekly, never
    }

    /// Whether they are a member no more on a day.
    func hasLeft(by day: Day) -> Bool { left.map { $0 <= day } ?? false }

    /// Whether they are a member on a day and agree to be suggested.
    func mayBeSuggested(on day: Day) -> Bool { consents && !hasLeft(by: day) }

    /// Whether they may be suggested on a day, and want news at all.
    func wantsNews(on day: Day) -> Bool { mayBeSuggested(on: day) && digest != .never }
}

extension Ledger {
    /// Every member of the network, ascending by id. A member whose row makes no sense is left out.
    ///
    /// - Parameters:
    ///   - asOf: The day that is taken for today.
    ///   - queries: Queries of candidates: those that say an address stand for members whom the query of
    ///     members does not return.
    ///   - faults: Takes what made no sense of members.
    ///   - connection: Where they are read.
    func members(
        asOf: Day, orBehind queries: [JobQueries.File] = [], faults: inout [SetAside],
        on connection: borrowing Connection
    ) throws -> [Member] {
        let query = try checkColumns(
            of: network.queries.members, against: .members, on: connection)
        let found = try rows(of: query, calling: "member", asOf: asOf, on: connection) {
            Member(&$0)
        }
        faults += found.faults
        var members = found.values
        var known = Set(members.map(\.id))
        for file in queries {
            let query = try checkColumns(of: file, against: .candidates, on: connection)
            guard query.columns.contains(where: { $0.column == .email }) else { continue }
            let addressed = query.reading([.id, .member, .name, .email, .locale])
            let candidates = try rows(
                of: addressed, calling: "candidate", asOf: asOf, on: connection
            ) {
                Addressed(&$0)
            }
            for candidate in candidates.values where known.insert(candidate.member.id).inserted {
                members.append(candidate.member)
            }
        }
        return members.sorted { $0.id < $1.id }
    }

    /// A candidate whose query says the address of the member behind it.
    private struct Addressed: Identifiable {
        let id: String
        let member: Member

        init?(_ row: inout Fields) {
            let member = row.optionalText(.member) ?? row.id
            id = row.id
            guard let member = Member(&row, id: member), member.address != nil else { return nil }
            self.member = member
        }
    }

    /// Addresses that cannot be reached, in small letters.
    func bounces(asOf: Day, on connection: borrowing Connection) throws -> Set<String> {
        guard let file = network.queries.bounces else { return [] }
        let query = try checkColumns(of: file, against: .bounces, on: connection)
        var addresses: Set<String> = []
        _ = try eachRow(of: query, calling: "bounce", asOf: asOf, on: connection) { row in
            addresses.insert(row.text(.email).trimmed.lowercased())
        }
        return addresses
    }
}

extension Member {
    /// Reads a member; nil where the row as a whole cannot be used.
    fileprivate init?(_ row: inout Fields, id: String? = nil) {
        let address = row.text(.email).trimmed
        self.init(
            id: id ?? row.id, name: row.text(.name), address: address.isEmpty ? nil : address,
            locale: row.optionalText(.locale), digest: row.word(.digest, otherwise: .daily),
            consents: row.boolean(.consent, otherwise: true),
            left: row[.left] == .date(.infinity) ? nil : row.day(.left))
        if row.isBroken { return nil }
    }
}

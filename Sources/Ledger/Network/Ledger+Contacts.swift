public import Market
internal import Postgres

extension Ledger {
    /// How each member of the network is reached on a day, by id.
    ///
    /// - Parameters:
    ///   - asOf: The day that is taken for today.
    ///   - candidates: Queries of candidates, which may say addresses of members whom the query of
    ///     members does not return.
    ///   - faults: Takes what made no sense of members.
    package func contacts(
        asOf: Day, orBehind candidates: [JobQueries.File] = [], faults: inout [SetAside]
    ) throws(LedgerError) -> [String: MemberContact] {
        var found: [SetAside] = []
        defer { faults += found }
        return try guarded { connection in
            try reading(connection) { connection in
                let bounces = try bounces(asOf: asOf, on: connection)
                return Dictionary(
                    try members(
                        asOf: asOf, orBehind: candidates, faults: &found, on: connection
                    ).map { member in
                        let contact = MemberContact(
                            address: member.address, wantsNews: member.wantsNews(on: asOf),
                            bounces: member.address.map { bounces.contains($0.lowercased()) }
                                ?? false)
                        return (member.id, contact)
                    }, uniquingKeysWith: { first, _ in first })
            }
        }
    }
}

extension Ledger {
    /// Members who, by a day, have left the network or do not agree to be suggested.
    public func gone(by day: Day) throws(LedgerError) -> Set<String> {
        var faults: [SetAside] = []
        return try guarded { connection in
            try reading(connection) { connection in
                let members = try members(asOf: day, faults: &faults, on: connection)
                return Set(members.filter { !$0.mayBeSuggested(on: day) }.map(\.id))
            }
        }
    }
}

/// How a member is reached.
package struct MemberContact: Sendable, Hashable {
    /// Address as the platform writes it; nil: none.
    package let address: String?
    /// Whether they agreed to be suggested, have not left, and want news at all.
    package let wantsNews: Bool
    /// Whether mail to the address came back.
    package let bounces: Bool
}

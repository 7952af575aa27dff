package import Market
internal import Postgres

extension Ledger {
    /// How each member of the network is reached on a day, by id.
    ///
    /// - Parameter candidates: Queries of candidates, which may say addresses of members whom the query
    ///   of members does not return.
    package func contacts(
        asOf: Day, orBehind candidates: [JobQueries.File] = []
    ) throws(LedgerError) -> [String: MemberContact] {
        try guarded { connection in
            try reading(connection) { connection in
                let bounces = try bounces(asOf: asOf, on: connection)
                return Dictionary(
                    try members(asOf: asOf, orBehind: candidates, on: connection).map { member in
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

/// How a member is reached.
package struct MemberContact: Sendable, Hashable {
    /// Address as the platform writes it; nil: none.
    package let address: String?
    /// Whether they agreed to be suggested, have not left, and want news at all.
    package let wantsNews: Bool
    /// Whether mail to the address came back.
    package let bounces: Bool
}

package import Market
internal import Postgres

extension Ledger {
    /// How each member of the network is reached on a day, by id.
    package func contacts(asOf: Day) throws(LedgerError) -> [String: MemberContact] {
        try guarded { connection in
            try reading(connection) { connection in
                var contacts: [String: MemberContact] = [:]
                try connection.rows(
                    of: """
                        SELECT id, nullif(email, '') AS email,
                            consent_matching AND digest <> 'never'
                                AND (left_on IS NULL OR left_on > \(asOf.date)) AS hears
                        FROM network.member
                        """
                ).forEach { row throws(PostgresError) in
                    contacts[try row.value("id")] = MemberContact(
                        address: try row.optional("email"), wantsNews: try row.value("hears"))
                }
                return contacts
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
}

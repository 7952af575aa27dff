public import Market
internal import Postgres

extension Ledger {
    /// Erases what the nights of the network recorded longer ago than it is kept, and keeps counts of it
    /// in `entremise.pruned`.
    ///
    /// What somebody decided on stays, what is in force, the last version of each proposal, and messages
    /// that told what is still proposed.
    ///
    /// - Parameters:
    ///   - days: How many days are kept, 120 or more.
    ///   - asOf: The day that is taken for today.
    /// - Returns: How many records went.
    @discardableResult
    public func prune(keepingDays days: Int, asOf: Day) throws(LedgerError) -> Int {
        try guarded { connection in
            try connection.transaction { connection in
                try connection.first(
                    "SELECT entremise.prune(\(network.key), \(asOf.date), \(days)::integer)",
                    as: Int.self) ?? 0
            }
        }
    }
}

public import Ledger
public import Market
import Postgres
import Testing

extension Ledger {
    /// Records a decision on any version of a proposal, by its number, whatever the rules say.
    ///
    /// - Returns: Number of the decision.
    @discardableResult
    public func decide(_ decision: Decision, on proposal: Int) throws -> Int {
        let number = try connection.first(
            """
            INSERT INTO entremise.decision
                (network, job, key, proposal_id, verdict, reason, note, decided_by)
            SELECT network, job, key, id, \(decision.verdict.rawValue), \(decision.reason),
                \(decision.note), \(decision.decidedBy)
            FROM entremise.proposal WHERE id = \(proposal)
            RETURNING id
            """, as: Int.self)
        return try #require(number)
    }
}

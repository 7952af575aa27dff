public import Ledger
public import Market
public import Settings
internal import Verbs

/// What came of a decision.
public struct TakenDecision: Sendable {
    public let job: String
    /// The version that was decided on.
    public let proposal: Proposal
    /// What the parts of its key are called.
    public let keyNames: [String]
    /// Number of the decision.
    public let number: Int
    /// What was decided and what it means for what comes, a line each, by language.
    public let consequence: [Language: [String]]
}

extension Application {
    /// Records what somebody said of a proposal, as it is in force now.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - kind: The kind of proposal.
    ///   - key: What makes it the proposal that it is.
    ///   - job: Name of the job that proposes it; nil where one alone does.
    ///   - jobs: The jobs that there are, for how long their declines hold.
    ///   - ledger: Where it is recorded, under the rules of the function `entremise.decide`.
    /// - Throws: `Refusal` where nothing can be decided; what the ledger throws.
    public func decide(
        _ decision: Decision, on kind: String, _ key: Proposal.Key, job: String? = nil,
        jobs: [JobFile], on ledger: borrowing Ledger
    ) throws -> TakenDecision {
        guard let verb = VerbRegistry.verb(of: kind) else {
            let kinds = VerbRegistry.all.map { $0.kind }.joined(separator: ", ")
            throw Refusal(.notFound, "no job makes a \(kind); there are: \(kinds)")
        }
        try verb.requireOpen(key, for: decision, asOf: asOf, on: ledger)
        do {
            let recorded = try ledger.decide(decision, on: kind, key, job: job)
            let proposal = recorded.proposal
            let term = jobs.first { $0.name == proposal.job }?.match.declinedFor
            return TakenDecision(
                job: proposal.job, proposal: proposal, keyNames: verb.keyNames,
                number: recorded.number,
                consequence: try verb.consequence(
                    of: decision, on: proposal, standing: term ?? .untilChanged))
        } catch LedgerError.decisionRefused(let refused) {
            throw try verb.refusal(refused, of: key, asOf: asOf, on: ledger)
        }
    }
}

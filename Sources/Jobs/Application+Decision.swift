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
    ///   - jobs: Jobs to look in; those that make proposals of other kinds are passed over.
    ///   - ledger: Where it is recorded.
    /// - Throws: `Refusal` where nothing can be decided; what the ledger throws.
    public func decide(
        _ decision: Decision, on kind: String, _ key: Proposal.Key, jobs: [JobFile],
        on ledger: borrowing Ledger
    ) throws -> TakenDecision {
        var refusal: (any Error)?
        for job in jobs {
            let verb = type(of: try job.solver())
            guard verb.kind == kind else { continue }
            do {
                let state = try ledger.proposalState(job: job.name, key: key)
                let proposal = try verb.proposal(
                    toDecide: decision, in: state, asOf: asOf, on: ledger)
                try refuseTwice(decision, on: proposal, state, verb)
                guard let id = proposal.id else { continue }
                return TakenDecision(
                    job: job.name, proposal: proposal, keyNames: verb.keyNames,
                    number: try ledger.decide(decision, on: id),
                    consequence: try verb.consequence(
                        of: decision, on: proposal, standing: job.match.declinedFor))
            } catch let error as Refusal where error.cause == .notFound {
                refusal = refusal ?? error
            }
        }
        throw refusal
            ?? Refusal(.notFound, "no job makes a \(kind); there are: " + kinds(of: jobs))
    }

    private func refuseTwice(
        _ decision: Decision, on proposal: Proposal, _ state: ProposalState, _ verb: any Verb.Type
    ) throws {
        guard let last = state.last, last.proposal == proposal.id,
            last.verdict == decision.verdict
        else { return }
        throw Refusal(
            .alreadySaid,
            "\(verb.name(of: proposal.key)) was \(last.verdict.rawValue) already, by "
                + "\(last.decidedBy) on \(last.day); nothing was recorded")
    }

    private func kinds(of jobs: [JobFile]) -> String {
        Set(jobs.compactMap { (try? $0.solver()).map { type(of: $0).kind } }).sorted()
            .joined(separator: ", ")
    }
}

public import Learning
public import Ledger
public import Market
public import Settings
internal import Verbs

/// What came of learning from a job's decisions.
public struct FitSummary: Sendable {
    public let job: String
    /// Decisions that were accepted and declined.
    public let accepted: Int
    public let declined: Int
    public let outcome: FitOutcome
    /// Shares that held before.
    public let before: [SignalKind: Double]
    /// The fit as it was recorded; nil for a dry run, where the decisions were learned from before,
    /// or where there was nothing to record.
    public let recorded: RecordedFit?
    /// The last fit, where it was made from the very same decisions.
    public let same: RecordedFit?
    /// Whether the job's runs use fits at all.
    public let isUsed: Bool
}

extension Application {
    /// Learns from the decisions on a job's suggestions, and records what it learned.
    ///
    /// Decisions that were learned from before are not recorded again. Nothing changes for a run
    /// but where the fit is adopted and the job file says `match.learn: true`.
    public func learn(
        from job: JobFile, on ledger: borrowing Ledger, isDryRun: Bool
    ) throws -> FitSummary {
        let shipped = job.match.weights
        let pairs = try type(of: job.solver()).decidedPairs(
            among: try ledger.decidedProposals(of: job.name), shipped: shipped)
        let fits = try ledger.fits(of: job.name, shipped: shipped)
        let before = fits.first(where: \.isInForce)?.learned ?? shipped.asShares
        let outcome = Learning.learn(from: pairs, shipped: shipped)
        var recorded: RecordedFit?
        var same: RecordedFit?
        if case .fitted(let fit) = outcome {
            same = fits.first.flatMap {
                $0.dataHash == fit.dataHash && $0.revertedAt == nil ? $0 : nil
            }
            if !isDryRun, same == nil {
                recorded = try ledger.record(
                    fit, of: job.name, before: before, programVersion: Program.version)
            }
        }
        let accepted = pairs.count(where: \.isAccepted)
        return FitSummary(
            job: job.name, accepted: accepted, declined: pairs.count - accepted, outcome: outcome,
            before: before, recorded: recorded, same: same, isUsed: job.match.learns)
    }

    /// Takes back the fit that a job uses; the one before holds again, or the job file's weights.
    ///
    /// - Returns: The fit that was taken back and the one that holds now, each nil where there is
    ///   none.
    public func revertFit(
        of job: JobFile, on ledger: borrowing Ledger
    ) throws -> (reverted: RecordedFit?, inForce: RecordedFit?) {
        let shipped = job.match.weights
        guard let fit = try ledger.fitInForce(of: job.name, shipped: shipped) else {
            return (nil, nil)
        }
        try ledger.revert(fit)
        return (fit, try ledger.fitInForce(of: job.name, shipped: shipped))
    }
}

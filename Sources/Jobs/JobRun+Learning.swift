internal import Ledger
internal import Market
internal import Scoring
internal import Settings

extension JobRun {
    /// How the job judges pairs: as its file says, with the weights that decisions taught in the
    /// place of the file's where there are any.
    var policy: MatchPolicy {
        MatchPolicy(
            weights: fit?.learned ?? job.match.weights, require: job.match.require,
            floor: job.match.floor.lowest, retrieve: job.match.retrieve)
    }

    /// The fit that the job is to use; nil where it does not learn, or nothing holds.
    func fitInForce(on ledger: borrowing Ledger) throws -> RecordedFit? {
        guard job.match.learns else { return nil }
        return try ledger.fitInForce(of: job.name, shipped: job.match.weights)
    }
}

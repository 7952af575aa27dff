internal import Ledger
internal import Market
internal import Scoring
internal import Settings

extension JobFile {
    /// How the job scores pairs: as its file says, with the weights that decisions taught in the
    /// place of the file's where there are any.
    func policy(with fit: RecordedFit?) -> MatchPolicy {
        MatchPolicy(
            weights: fit?.learned ?? match.weights, require: match.require,
            floor: match.floor.lowest, retrieve: match.retrieve, mentioned: match.mentioned)
    }

    /// The fit that the job is to use; nil where it does not learn, or nothing holds.
    func fitInForce(on ledger: borrowing Ledger) throws -> RecordedFit? {
        guard match.learns else { return nil }
        return try ledger.fitInForce(of: name, shipped: match.weights)
    }
}

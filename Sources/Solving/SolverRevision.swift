/// Revisions of the solvers whose results a later run uses again.
public enum SolverRevision {
    /// Raised whenever the same tenders and members may get another bid, or other reasons, than before:
    /// no bid of an earlier run is used again then.
    public static let form = 1
}

internal import Solving

/// What `check` says of the solvers of joint bids: one is enough.
///
/// - Parameter highs: Path of the library of HiGHS.
/// - Throws: Where there is none, or no process can be started to look.
public func solversFound(highs: String) throws -> String {
    let missing = try Solvers(highs: highs).missing()
    if missing.count > 1 {
        throw SolvingError.solver("neither CBC nor HiGHS can be loaded")
    }
    return missing.isEmpty
        ? "CBC and HiGHS" : "\(missing.joined()) is missing: the other solves alone"
}

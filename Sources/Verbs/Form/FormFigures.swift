internal import Market
internal import Solving

/// What a run says of its solvers, where there is something to say.
struct FormFigures: Codable {
    /// Solvers that are not installed.
    let missing: [String]
    /// Programmes of which the first solver made nothing and another did, and of which none did.
    let solvedOtherwise: Int
    let unsolved: Int
    /// What went wrong, and how often.
    let failures: [String: Int]

    /// nil where both solvers are there and none failed.
    init?(since before: SolverTally, solvers: Solvers) {
        let now = SolverTally.current
        missing = (try? solvers.missing()) ?? []
        solvedOtherwise = now.solvedOtherwise - before.solvedOtherwise
        unsolved = now.unsolved - before.unsolved
        failures = now.failures.merging(before.failures) { $0 - $1 }.filter { $0.value > 0 }
        if missing.isEmpty, failures.isEmpty, unsolved == 0 { return nil }
    }

    /// For the log.
    var remarks: [String] {
        var remarks = missing.map { "\($0) is missing: the other solver solves alone" }
        if !failures.isEmpty {
            let causes = failures.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            remarks.append(
                "solvers failed: \(causes.joined(separator: ", ")); another one solved "
                    + "\(solvedOtherwise), none \(unsolved)")
        }
        return remarks
    }
}

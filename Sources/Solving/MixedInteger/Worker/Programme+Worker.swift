internal import CSolvers

extension Programme {
    /// What a solver answered, once it was checked.
    private enum Attempt {
        case solved(Solution)
        /// The solver is not installed.
        case missing
        case failed(String)
    }

    /// Solves the programme in a process of its own, by one solver after another until one gives an
    /// answer that keeps all rows.
    ///
    /// - Throws: ``SolvingError/solver(_:)`` where none does.
    func solvedOutside(
        minimising objective: [Double], _ search: Search
    ) throws(SolvingError) -> Solution {
        SolverTally.count { $0.programmes += 1 }
        let end = ContinuousClock.now + .seconds(search.seconds)
        var failures: [String] = []
        for way in search.solvers.ways {
            if search.solvers.stop?.isStopped ?? false { throw .stopped }
            let left = (end - .now) / .seconds(1)
            // One that follows another may take some time of its own.
            let seconds = failures.isEmpty ? search.seconds : max(left, search.seconds / 4)
            switch try attempt(way, minimising: objective, search, seconds: seconds) {
            case .missing: continue
            case .failed(let reason):
                failures.append("\(way.name): \(reason)")
                SolverTally.count { $0.failures["\(way.name): \(reason)", default: 0] += 1 }
            case .solved(let solution):
                if !failures.isEmpty { SolverTally.count { $0.solvedOtherwise += 1 } }
                return solution
            }
        }
        SolverTally.count { $0.unsolved += 1 }
        throw .solver(failures.isEmpty ? "none is installed" : failures.joined(separator: "; "))
    }

    private func attempt(
        _ way: Solvers.Way, minimising objective: [Double], _ search: Search, seconds: Double
    ) throws(SolvingError) -> Attempt {
        let worker = try SolverWorker.take(for: search.solvers)
        var answer = solvers_answer()
        var values = [Double](repeating: 0, count: count)
        let answered = withColumns(minimising: objective) { programme in
            let start = search.start.map { $0.map(Double.init) }
            return Self.withPointer(to: start) { start in
                Self.withCString(search.solvers.highs) { highs in
                    var asked = solvers_search(
                        way: way.rawValue, nodes: Int32(clamping: search.nodes),
                        seed: Int32(truncatingIfNeeded: search.seed) & 0x3fff_ffff,
                        looks_around: search.looksAround ? 1 : 0, seconds: seconds, start: start,
                        highs: highs)
                    return solvers_solve(
                        worker.handle, &programme, &asked, seconds + Solvers.patience, &answer,
                        &values)
                }
            }
        }
        switch answered {
        case 1: worker.giveBack()
        case 0: return .failed(worker.end())
        default:
            worker.end()
            return .failed("no answer in time")
        }
        return checked(answer, values, minimising: objective, beside: search.start)
    }

    /// Believes nothing that is not so: values keep all rows in whole numbers, a programme with a
    /// solution is not impossible, and what is proven best is no worse than what was known.
    private func checked(
        _ answer: solvers_answer, _ values: [Double], minimising objective: [Double],
        beside start: [Int]?
    ) -> Attempt {
        let status = Int(answer.status)
        let isProven = status == SOLVERS_PROVEN
        switch status {
        case SOLVERS_MISSING: return .missing
        case SOLVERS_INFEASIBLE:
            return start == nil
                ? .solved(Solution(isProven: true, values: nil, bound: .infinity, nodes: 0))
                : .failed("called impossible what is not")
        case SOLVERS_PROVEN, SOLVERS_UNPROVEN: break
        default: return .failed("gave up")
        }
        let bound = answer.bound.isNaN ? -.infinity : answer.bound
        guard answer.has_values != 0 else {
            return isProven
                ? .failed("proved what it did not give")
                : .solved(
                    Solution(
                        isProven: false, values: nil, bound: bound, nodes: Int(answer.nodes)))
        }
        let whole = values.map { $0.magnitude < 1e12 ? Int($0.rounded()) : .min }
        guard accepts(whole) else { return .failed("broke the rules of the programme") }
        func worth(_ values: [Int]) -> Double {
            zip(objective, values).reduce(0) { $0 + $1.0 * Double($1.1) }
        }
        let found = worth(whole)
        if isProven, let start, worth(start) < found { return .failed("missed what was known") }
        return .solved(
            Solution(
                isProven: isProven, values: whole, bound: isProven ? found : min(bound, found),
                nodes: Int(answer.nodes)))
    }

    /// Gives the programme by columns, with an objective.
    func withColumns<Value>(
        minimising objective: [Double], _ body: (inout solvers_programme) -> Value
    ) -> Value {
        let columns = columns
        let (rowLower, rowUpper) = (rows.map(\.lower), rows.map(\.upper))
        let numbers = [columns.factors, lower, upper, objective, rowLower, rowUpper]
        // One block, so that one pointer is enough.
        let offsets = numbers.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        return numbers.flatMap(\.self).withUnsafeBufferPointer { block in
            columns.starts.withUnsafeBufferPointer { starts in
                columns.rows.withUnsafeBufferPointer { indices in
                    func part(_ number: Int) -> UnsafePointer<Double>? {
                        block.baseAddress.map { $0 + offsets[number] }
                    }
                    var programme = solvers_programme(
                        columns: Int32(count), rows: Int32(rows.count),
                        starts: starts.baseAddress, row_indices: indices.baseAddress,
                        factors: part(0), lower: part(1), upper: part(2), objective: part(3),
                        row_lower: part(4), row_upper: part(5))
                    return body(&programme)
                }
            }
        }
    }

    private static func withPointer<Value>(
        to values: [Double]?, _ body: (UnsafePointer<Double>?) -> Value
    ) -> Value {
        guard let values else { return body(nil) }
        return values.withUnsafeBufferPointer { body($0.baseAddress) }
    }

    private static func withCString<Value>(
        _ text: String?, _ body: (UnsafePointer<CChar>?) -> Value
    ) -> Value {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}

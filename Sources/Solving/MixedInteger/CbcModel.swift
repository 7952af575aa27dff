internal import CCbc
internal import Synchronization

/// One model of CBC. It has a single owner, is solved once and is freed when that owner lets go.
struct CbcModel: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let count: Int

    // CBC keeps the state of its command line in statics, so that one model is solved at a time.
    private static let turn = Mutex(())

    /// A model of the programme with an objective to minimise, one factor a variable.
    init(_ programme: Programme, minimising objective: [Double]) throws(SolvingError) {
        guard let handle = Cbc_newModel() else { throw .solver("no memory for a model") }
        self.handle = handle
        count = programme.count
        load(programme, objective: objective)
    }

    deinit { Cbc_deleteModel(handle) }

    /// Solves the model on one thread, silently.
    consuming func solve(_ search: Programme.Search) throws(SolvingError) -> Programme.Solution {
        set(search)
        Self.turn.withLock { _ in _ = Cbc_solve(handle) }
        if Cbc_isProvenInfeasible(handle) != 0 {
            return Programme.Solution(isProven: true, values: nil, bound: .infinity, nodes: 0)
        }
        if Cbc_isAbandoned(handle) != 0 { throw .solver("numerical difficulties") }
        if Cbc_isContinuousUnbounded(handle) != 0 { throw .solver("unbounded") }
        let isProven = Cbc_isProvenOptimal(handle) != 0
        var values: [Int]?
        if let best = Cbc_bestSolution(handle) {
            values = (0..<count).map { Int(best[$0].rounded()) }
        }
        return Programme.Solution(
            isProven: isProven && values != nil, values: values,
            bound: isProven ? Cbc_getObjValue(handle) : Cbc_getBestPossibleObjValue(handle),
            nodes: Int(Cbc_getNodeCount(handle)))
    }
}

extension CbcModel {
    private func load(_ programme: Programme, objective: [Double]) {
        let columns = programme.columns
        Cbc_loadProblem(
            handle, Int32(programme.count), Int32(programme.rows.count), columns.starts,
            columns.rows, columns.factors, programme.lower, programme.upper, objective,
            programme.rows.map(\.lower),
            programme.rows.map(\.upper))
        for column in 0..<programme.count { Cbc_setInteger(handle, Int32(column)) }
        Cbc_setObjSense(handle, 1)
    }

    // Programmes are solved as they are: where a limit ends the search, CglPreProcess::postProcess
    // (Cgl 0.60) may read a null pointer, and every search here has limits.
    private func set(_ search: Programme.Search) {
        let parameters = [
            ("log", "0"), ("timeMode", "elapsed"), ("sec", String(search.seconds)),
            ("maxNodes", String(search.nodes)),
            ("allowableGap", "0"), ("ratioGap", "0"), ("randomCbcSeed", String(search.seed)),
            ("randomSeed", String(search.seed)), ("preprocess", "off"),
            // A hundred rounds of cuts at the root take much of the time of these small models,
            // more than they save: 27 tenders of FormScaleTests are proven sooner without.
            ("cuts", "off"), ("heuristics", search.looksAround ? "on" : "off"),
        ]
        for (name, value) in parameters { Cbc_setParameter(handle, name, value) }
        guard let start = search.start else { return }
        let columns = (0..<Int32(count)).map { $0 }
        Cbc_setMIPStartI(handle, Int32(count), columns, start.map(Double.init))
    }
}

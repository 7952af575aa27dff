/// The model of one objective as it was handed to the solver.
struct SolvedModel: Sendable {
    let objective: BidPlan.Proof.Objective
    private let programme: Programme
    private let terms: [Programme.Term]
    var found: BidSearch.Outcome?

    init(
        objective: BidPlan.Proof.Objective, search: BidSearch, terms: [Programme.Term]
    ) {
        self.objective = objective
        var programme = search.programme
        // Rows that wait until an answer breaks them are part of the model.
        for lots in search.reserve.keys.sorted(by: { $0.precedes($1) }) {
            programme.add(search.reserve[lots] ?? [])
        }
        self.programme = programme
        self.terms = terms
    }
}

/// The model of one objective of a bid, for another solver to check.
public struct BidModelFile: Sendable, Hashable {
    /// What is minimised, the objectives before it held.
    public let objective: BidPlan.Proof.Objective
    /// The model in free MPS format; the same model gives the same bytes.
    public let mps: String
    /// What the objective of the file comes to in the plan; nil where nothing was found.
    public let found: Int?
    /// Whether that is proven to be the least.
    public let isProven: Bool
    /// Seconds that the solver took for it.
    public let seconds: Double

    init(_ model: SolvedModel, tender: String) {
        objective = model.objective
        mps = model.mps(tender: tender)
        found = model.foundInFile
        isProven = model.found?.isProven ?? false
        seconds = model.found?.seconds ?? 0
    }
}

extension SolvedModel {
    /// The objective is divided by the greatest common divisor of its factors, as for the solver.
    private var unit: Int { greatestCommonDivisor(terms.map { Int($0.factor) }) }

    fileprivate var foundInFile: Int? { found.map { $0.found / unit } }

    fileprivate func mps(tender: String) -> String {
        var factors = [Double](repeating: 0, count: programme.count)
        for term in terms { factors[term.variable] += term.factor / Double(unit) }
        let name = String(
            tender.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                    ? Character($0) : "-"
            })
        return programme.mps(
            named: "bid-\(name)-\(objective.rawValue)", minimising: factors,
            notes: [
                "Entremise: a joint bid, minimising \(objective.rawValue) in units of \(unit),",
                "the objectives before it held. More is better where the factors are negative.",
            ])
    }
}

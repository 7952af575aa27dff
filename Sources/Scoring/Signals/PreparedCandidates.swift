internal import Market
internal import Retrieval

/// Some candidates, made ready to be retrieved and scored for any need: their rows and columns in
/// ascending order of id, so that among equals the lower id comes first.
public struct PreparedCandidates: Sendable {
    /// Places in the snapshot, ascending by id.
    let order: [Int]
    /// Place here of each of the snapshot's candidates; -1 where it is not among them.
    let positions: [Int32]
    /// The hard rules.
    let table: EligibilityTable
    /// Rows to retrieve by; nil where meaning weighs nothing and all are scored.
    let index: CandidateIndex?
    /// Candidates without a vector that may have a score all the same, by index in the snapshot.
    let unretrieved: [Int]
    /// How near the skills that needs ask are to those held, as far as it was learned.
    var near: NearSkills

    init(_ scorer: Scorer, _ candidates: some Sequence<Int>, needs: Int) {
        let all = scorer.snapshot.candidates
        var order = Array(candidates)
        if !zip(order, order.dropFirst()).allSatisfy({ all[$0].id < all[$1].id }) {
            order.sort { (all[$0].id, $0) < (all[$1].id, $1) }
        }
        self.order = order
        near = NearSkills(to: scorer.skills.held(by: order), scorer.meaning)
        var positions = [Int32](repeating: -1, count: all.count)
        for (position, candidate) in order.enumerated() { positions[candidate] = Int32(position) }
        self.positions = positions
        var table = EligibilityTable(scorer, order: order)
        guard let meaning = scorer.meaning, scorer.policy.weights[.meaning, default: 0] > 0 else {
            index = nil
            unretrieved = []
            self.table = table
            return
        }
        index = CandidateIndex(fastest: meaning.rows(ofCandidates: order), needs: needs)
        table.retrievable = Bitmap(order.count) { meaning.isKnown(candidate: order[$0]) }
        unretrieved = order.filter {
            !meaning.isKnown(candidate: $0) && scorer.mayScore(withoutMeaning: $0)
        }
        self.table = table
    }
}

extension Scorer {
    /// Whether a candidate whose meaning is not known can have any other score than 0.
    fileprivate func mayScore(withoutMeaning candidate: Int) -> Bool {
        !fusion.needsContent || words.hasWords(candidate: candidate)
            || !skills.holdings(of: candidate).isEmpty || !candidateTopics[candidate].isEmpty
    }

    /// Whether a need whose meaning is not known can have any other score than 0.
    func mayScore(needWithoutMeaning need: Int) -> Bool {
        !fusion.needsContent || words.kind(ofNeed: need) != .wordless
            || snapshot.needs[need].skills.contains { skills.number(of: $0.skill) != nil }
            || !needTopics[need].isEmpty
    }
}

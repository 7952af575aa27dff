/// Chooses whom to suggest for each need of a job, all needs at once: the pairs with the highest
/// total score within the caps on both sides.
///
/// A maximum-weight *b*-matching, solved exactly by successive shortest paths (Edmonds & Karp,
/// 1972) on integer scores. The cap on candidates, and one suggestion a need, hold for the member
/// behind them: of one member's candidates for a need, the best is taken. Equal totals go to the
/// need with the lower id, then to the candidate with the lower id; the order of the arguments
/// changes nothing.
///
/// - Parameters:
///   - pairs: Pairs above the job's floor, in any order. Those with a score that is not above 0 or
///     not finite are left out.
///   - needIDs: Id of each need.
///   - candidateIDs: Id of each candidate.
///   - members: Id of the member behind each candidate, in the order of `candidateIDs`.
///   - caps: Most suggestions a need and a member; 0 or less: none.
/// - Complexity: O(*k* · *m* log *n*) for *k* suggestions and *m* pairs at the worst; a path seldom
///   sees more than a few needs.
public func rank(
    _ pairs: [Pairing], needIDs: [String], candidateIDs: [String], members: [String],
    caps: RankCaps
) -> Ranking {
    guard caps.perNeed > 0, caps.perCandidate > 0 else {
        return Ranking(suggestions: [], total: 0, upperBound: 0)
    }
    // Rows and columns in the order of their ids, so that ties fall to the lower id.
    let needOrder = needIDs.indices.sorted { (needIDs[$0], $0) < (needIDs[$1], $1) }
    var rowOfNeed = [Int](repeating: 0, count: needIDs.count)
    for (row, need) in needOrder.enumerated() { rowOfNeed[need] = row }
    let memberIDs = Set(members).sorted()
    let columnOfMember = Dictionary(
        uniqueKeysWithValues: memberIDs.enumerated().map { ($0.element, $0.offset) })
    let columns = members.map { columnOfMember[$0, default: 0] }

    let rows = bestPairs(
        pairs, rowOfNeed: rowOfNeed, columns: columns, candidateIDs: candidateIDs,
        rowCount: needIDs.count)
    var matching = BMatching(
        edges: rows.map { $0.map { BMatching.Edge(column: $0.column, weight: $0.weight) } },
        columnCount: memberIDs.count, columnCapacity: caps.perCandidate)
    for row in rows.indices { matching.insert(row: row, units: caps.perNeed) }

    var suggestions: [Ranked] = []
    var total = 0.0
    var upperBound = 0.0
    for need in needIDs.indices {
        let row = rowOfNeed[need]
        upperBound += rows[row].prefix(caps.perNeed).reduce(0) { $0 + Double($1.pair.score) }
        let chosen = rows[row].indices.filter { matching.isChosen(row: row, edge: $0) }
        for (place, edge) in chosen.enumerated() {
            let pair = rows[row][edge].pair
            total += Double(pair.score)
            suggestions.append(
                Ranked(
                    need: need, candidate: pair.candidate, score: pair.score, rank: place + 1))
        }
    }
    return Ranking(suggestions: suggestions, total: total, upperBound: upperBound)
}

/// A pair as an edge of the matching.
private struct Candidacy {
    let column: Int
    let weight: Int
    let pair: Pairing
}

/// For each row, the best pair of each member, best first, then by candidate id.
private func bestPairs(
    _ pairs: [Pairing], rowOfNeed: [Int], columns: [Int], candidateIDs: [String], rowCount: Int
) -> [[Candidacy]] {
    var rows = [[Candidacy]](repeating: [], count: rowCount)
    for pair in pairs where pair.score.isFinite && pair.score > 0 {
        rows[rowOfNeed[pair.need]].append(
            Candidacy(
                column: columns[pair.candidate], weight: weight(of: pair.score), pair: pair))
    }
    return rows.map { row in
        let sorted = row.sorted {
            if $0.pair.score != $1.pair.score { return $0.pair.score > $1.pair.score }
            let (left, right) = ($0.pair.candidate, $1.pair.candidate)
            return (candidateIDs[left], left) < (candidateIDs[right], right)
        }
        var seen: Set<Int> = []
        return sorted.filter { seen.insert($0.column).inserted }
    }
}

/// The score in units of 2⁻⁴⁰: exact for scores from 2⁻¹⁶ up, so that sums are.
private func weight(of score: Float) -> Int {
    max(1, Int((Double(min(score, 1_024)) * 0x1p40).rounded()))
}

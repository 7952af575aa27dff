internal import Market

/// Skill vectors smoothed over the profiles and needs that name the skills together, and the pooled
/// vectors of profiles and needs.
struct SmoothedSkillVectors: Sendable {
    typealias Terms = [(row: Int, weight: Float)]

    private let needs: [Terms]
    private let others: [Terms]
    private let candidateCount: Int
    private let table: SkillTable

    init(of snapshot: Snapshot, in table: SkillTable) {
        needs = snapshot.needs.map { need in
            need.skills.compactMap { skill in
                table.number(of: skill.skill).map {
                    (row: $0, weight: table.rarity[$0] * Float(max(skill.weight, 0)))
                }
            }
        }
        others = snapshot.company.map { skills in
            skills.compactMap { skill in
                table.number(of: skill).map { (row: $0, weight: table.rarity[$0]) }
            }
        }
        candidateCount = snapshot.candidates.count
        self.table = table
    }

    /// The weighed sum of rows of the skills that a need asks; of length 1, or all zero.
    func sum(need: Int, of parts: CentredRows, into row: inout [Float]) {
        sum(needs[need], of: parts, into: &row)
    }

    private func sum(_ terms: Terms, of parts: CentredRows, into row: inout [Float]) {
        clear(&row, parts)
        for term in terms {
            let part = parts[term.row..<term.row + 1]
            RowArithmetic.add(part, times: term.weight, to: &row, from: 0)
        }
        RowArithmetic.normalise(&row, from: 0, parts.dimension)
    }

    /// The weighed sum of rows of the skills that a candidate holds; of length 1, or all zero.
    func sum(candidate: Int, of parts: CentredRows, into row: inout [Float]) {
        clear(&row, parts)
        for held in table.holdings(of: candidate) {
            let part = parts[held.skill..<held.skill + 1]
            RowArithmetic.add(part, times: table.rarity[held.skill], to: &row, from: 0)
        }
        RowArithmetic.normalise(&row, from: 0, parts.dimension)
    }

    /// The mean of both sides' sums, as far as their number allows.
    func centres(of parts: CentredRows) -> (needs: [Float], candidates: [Float]) {
        var row: [Float] = []
        var asked = Mean(dimension: parts.dimension)
        for need in needs.indices {
            sum(need: need, of: parts, into: &row)
            asked.add(row[...])
        }
        var held = Mean(dimension: parts.dimension)
        for candidate in 0..<candidateCount {
            sum(candidate: candidate, of: parts, into: &row)
            held.add(row[...])
        }
        return (asked.cautious, held.cautious)
    }

    private func clear(_ row: inout [Float], _ parts: CentredRows) {
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: repeatElement(0, count: parts.dimension))
    }

    /// Vectors of skills smoothed over the profiles that name them.
    ///
    /// What is named together belongs together: each skill's vector is moved toward the mean of
    /// the profiles and needs that name it, three times over, each time from its label. Nothing is
    /// learned but from the network's own profiles, as in smoothing over a bipartite graph (Zhou,
    /// Bousquet et al., “Learning with local and global consistency”, 2004).
    ///
    /// Profiles are summed one after another, twice a time, so that no row a profile is kept.
    ///
    /// - Parameter labels: A row a skill, centred.
    /// - Complexity: O(*skills named* × dimension).
    func smoothed(_ labels: CentredRows) -> CentredRows {
        let named =
            needs.contains { !$0.isEmpty } || !table.isHeldByNobody
            || others.contains { !$0.isEmpty }
        guard named else { return labels }
        var smoothed = labels
        for _ in 0..<3 { smoothed = labels.blended(with: profileSums(smoothed)) }
        return smoothed.less(smoothed.centre)
    }

    /// For each skill the sum of the profiles and needs that name it, centred, of length 1.
    private func profileSums(_ parts: CentredRows) -> CentredRows {
        let dimension = parts.dimension
        var row: [Float] = []
        var mean = Mean(dimension: dimension)
        forEachSum(of: parts, into: &row) { row, _ in mean.add(row[...]) }
        let centre = mean.cautious
        var sums = [Float](repeating: 0, count: parts.count * dimension)
        forEachSum(of: parts, into: &row) { row, name in
            guard row.contains(where: { $0 != 0 }) else { return }
            RowArithmetic.centre(&row, from: 0, less: centre)
            name { skill in
                RowArithmetic.add(row[...], times: 1, to: &sums, from: skill * dimension)
            }
        }
        for skill in 0..<parts.count {
            RowArithmetic.normalise(&sums, from: skill * dimension, dimension)
        }
        return CentredRows(sums, dimension: dimension)
    }

    /// Calls a closure with the sum of each profile that names a skill, and a way to go through the
    /// skills that it names: needs first.
    private func forEachSum(
        of parts: CentredRows, into row: inout [Float],
        _ body: (inout [Float], ((Int) -> Void) -> Void) -> Void
    ) {
        for need in needs.indices where !needs[need].isEmpty {
            sum(need: need, of: parts, into: &row)
            body(&row) { name in for term in needs[need] { name(term.row) } }
        }
        for candidate in 0..<candidateCount where !table.holdings(of: candidate).isEmpty {
            sum(candidate: candidate, of: parts, into: &row)
            body(&row) { name in
                for held in table.holdings(of: candidate) { name(held.skill) }
            }
        }
        for terms in others where !terms.isEmpty {
            sum(terms, of: parts, into: &row)
            body(&row) { name in for term in terms { name(term.row) } }
        }
    }
}

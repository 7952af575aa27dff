internal import Parallel
internal import Retrieval

/// The skills that are near to others, reckoned once and kept: of most pairs of skills nothing is,
/// so that a row takes a small share of the skills there are.
struct NearSkills: Sendable {
    /// Skills that are held by anybody who is scored, ascending: nearness to no other is asked for.
    private let held: [Int]
    /// Their vectors, row after row.
    private let heldRows: CentredRows?
    private var rows: [Int: [(skill: Int32, nearness: Float)]] = [:]
    private var kept = 0

    /// Entries kept at most, of 8 bytes; past them, rows are forgotten and begun anew.
    private static let most = 4_000_000
    /// Skills whose products are reckoned at once.
    private static let block = 32

    /// - Parameters:
    ///   - held: Numbers of the skills whose nearness will be asked for, ascending.
    ///   - meaning: What knows how near skills are; nil where only the same skill is.
    init(to held: [Int], _ meaning: SemanticSimilarity?) {
        self.held = held
        heldRows = meaning?.labels.rows(held)
    }

    /// Reckons the nearness of some skills to those held, on all cores.
    ///
    /// - Complexity: O(skills not known yet × skills held × dimension).
    mutating func learn(_ skills: some Sequence<Int>, _ meaning: SemanticSimilarity?) {
        guard let meaning, let heldRows else { return }
        if kept > NearSkills.most { (rows, kept) = ([:], 0) }
        let held = held
        let missing = Set(skills).filter { rows[$0] == nil }.sorted()
        let blocks = (missing.count + NearSkills.block - 1) / NearSkills.block
        let found = Threads.map(blocks) { block in
            let first = block * NearSkills.block
            let some = Array(missing[first..<min(first + NearSkills.block, missing.count)])
            return NearSkills.near(to: some, meaning, held, heldRows)
        }
        for (skill, near) in zip(missing, found.joined()) {
            rows[skill] = near
            kept += near.count
        }
    }

    /// A single-precision product tells which skills may be near at all; how near they are is
    /// reckoned exactly, and for them alone.
    private static func near(
        to skills: [Int], _ meaning: SemanticSimilarity, _ held: [Int], _ heldRows: CentredRows
    ) -> [[(skill: Int32, nearness: Float)]] {
        var products = [Float](repeating: 0, count: skills.count * held.count)
        SinglePrecisionProduct.estimate(
            &products, left: meaning.labels.rows(skills).values, right: heldRows.values,
            dimension: heldRows.dimension)
        // Rows of length 1, as near as single precision has it.
        let error = Float(1.01 * SinglePrecisionProduct.errorShare(heldRows.dimension))
        return skills.indices.map { index in
            let start = index * held.count
            let others = held.indices.filter {
                products[start + $0] > CosineStandardisation.farSkills - error
            }.map { held[$0] }
            return zip(others, meaning.nearness(of: skills[index], to: others))
                .filter { $1 > 0 }.map { (skill: Int32($0), nearness: $1) }
        }
    }

    /// Writes the nearness of a skill that was learned to those held, and to itself.
    ///
    /// - Parameters:
    ///   - values: As many rows as skills asked, all zero where this one goes.
    ///   - start: Where this one begins.
    ///   - skill: Its number.
    func fill(_ values: inout [Float], from start: Int, skill: Int) {
        values[start + skill] = 1
        for near in rows[skill] ?? [] { values[start + Int(near.skill)] = near.nearness }
    }
}

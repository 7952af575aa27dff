/// The skills that are near to others, reckoned once and kept: of most pairs of skills nothing is,
/// so that a row takes a small share of the skills there are.
struct NearSkills: Sendable {
    private var rows: [Int: [(skill: Int32, nearness: Float)]] = [:]
    private var kept = 0

    /// Entries kept at most, of 8 bytes; past them, rows are forgotten and begun anew.
    private static let most = 4_000_000

    /// Writes the nearness of a skill to every skill of a table.
    ///
    /// - Parameters:
    ///   - skill: Its number.
    ///   - meaning: What knows how near skills are; nil where only the same skill is.
    ///   - rows: As many rows as skills asked, all zero where this one goes.
    ///   - start: Where this one begins.
    mutating func fill(
        _ values: inout [Float], from start: Int, skill: Int, _ meaning: Meaning?, among count: Int
    ) {
        guard let meaning else {
            values[start + skill] = 1
            return
        }
        if rows[skill] == nil {
            if kept > NearSkills.most {
                rows = [:]
                kept = 0
            }
            let nearness = meaning.nearness(of: skill, to: Array(0..<count))
            let near = nearness.enumerated().filter { $0.element > 0 }
                .map { (skill: Int32($0.offset), nearness: $0.element) }
            rows[skill] = near
            kept += near.count
        }
        for near in rows[skill] ?? [] { values[start + Int(near.skill)] = near.nearness }
    }
}

/// The skills that are near to others, reckoned once and kept: of most pairs of skills nothing is,
/// so that a row takes a small share of the skills there are.
struct NearSkills: Sendable {
    /// Skills that are held by anybody who is judged, ascending: nearness to no other is asked for.
    private let held: [Int]
    private var rows: [Int: [(skill: Int32, nearness: Float)]] = [:]
    private var kept = 0

    /// Entries kept at most, of 8 bytes; past them, rows are forgotten and begun anew.
    private static let most = 4_000_000

    /// - Parameter held: Numbers of the skills whose nearness will be asked for, ascending.
    init(to held: [Int]) { self.held = held }

    /// Writes the nearness of a skill to those held, and to itself.
    ///
    /// - Parameters:
    ///   - skill: Its number.
    ///   - meaning: What knows how near skills are; nil where only the same skill is.
    ///   - rows: As many rows as skills asked, all zero where this one goes.
    ///   - start: Where this one begins.
    mutating func fill(
        _ values: inout [Float], from start: Int, skill: Int, _ meaning: Meaning?
    ) {
        values[start + skill] = 1
        guard let meaning else { return }
        if rows[skill] == nil {
            if kept > NearSkills.most {
                rows = [:]
                kept = 0
            }
            let near = zip(held, meaning.nearness(of: skill, to: held)).filter { $1 > 0 }
                .map { (skill: Int32($0), nearness: $1) }
            rows[skill] = near
            kept += near.count
        }
        for near in rows[skill] ?? [] { values[start + Int(near.skill)] = near.nearness }
    }
}

internal import Market

/// Which skills each need asks and each candidate holds, with how much each tells.
struct SkillProfiles: Sendable {
    typealias Terms = [(row: Int, weight: Float)]

    let needs: [Terms]
    let candidates: [Terms]
    private let company: [Terms]
    private let skillCount: Int

    init(of snapshot: Snapshot, in table: SkillTable) {
        needs = snapshot.needs.map { need in
            need.skills.compactMap { skill in
                table.number(of: skill.skill).map {
                    (row: $0, weight: table.rarity[$0] * Float(max(skill.weight, 0)))
                }
            }
        }
        candidates = snapshot.candidates.indices.map { candidate in
            table.holdings(of: candidate).map { (row: $0.skill, weight: table.rarity[$0.skill]) }
        }
        company = snapshot.company.map { skills in
            skills.compactMap { skill in
                table.number(of: skill).map { (row: $0, weight: table.rarity[$0]) }
            }
        }
        skillCount = table.count
    }

    /// Vectors of skills that have learned from the company they keep.
    ///
    /// What is named together belongs together: each skill's vector is moved toward the mean of
    /// the profiles and needs that name it, three times over, each time from its label. Nothing is
    /// learned but from the network's own profiles, as in smoothing over a bipartite graph (Zhou,
    /// Bousquet et al., “Learning with local and global consistency”, 2004).
    ///
    /// - Parameter labels: A row a skill, centred.
    /// - Complexity: O(*skills named* × dimension).
    func taught(_ labels: CentredRows) -> CentredRows {
        let profiles = (needs + candidates + company).filter { !$0.isEmpty }
        guard !profiles.isEmpty else { return labels }
        var naming = [Terms](repeating: [], count: skillCount)
        for (profile, terms) in profiles.enumerated() {
            for term in terms { naming[term.row].append((row: profile, weight: 1)) }
        }
        var taught = labels
        for _ in 0..<3 {
            let sums = CentredRows(sums: profiles, of: taught)
            let company = sums.less(sums.centre)
            taught = labels.blended(with: CentredRows(sums: naming, of: company))
        }
        return taught.less(taught.centre)
    }
}

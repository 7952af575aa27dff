internal import Market

/// Place: work on site lies within the candidate's radius, and who is asked for work at a distance
/// alone accepts it. Where a place or a radius is not known, work on site passes.
struct PlaceRule: HardRule {
    static let name = Exclusion.Rule.place

    // MARK: Table form

    private let needs: [Need]
    private let places: PlaceColumns
    /// Who accepts work at a distance.
    private let remote: Bitmap

    init(_ columns: RuleColumns) {
        needs = columns.needs
        places = PlaceColumns(columns.candidates)
        remote = Bitmap(columns.count) { columns.candidates[$0].remote }
    }

    func exclude(from eligible: inout EligibleBits, need index: Int) {
        let need = needs[index]
        if need.remote == .only {
            eligible.clear { word, _ in ~remote.words[word] }
            return
        }
        guard let place = need.place else { return }
        eligible.clear { word, asked in
            let atDistance = need.remote == .possible ? remote.words[word] : 0
            return places.outOfReach(place, word: word, among: asked & ~atDistance)
        }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        let remote = scorer.snapshot.candidates[candidate].remote
        switch need.need.remote {
        case .only: return !remote
        case .possible where remote: return false
        case .possible, .no:
            guard let kilometres = need.kilometres(to: scorer.snapshot.candidates[candidate].place),
                let radius = scorer.snapshot.candidates[candidate].radius
            else { return false }
            return kilometres > radius
        }
    }

    static func failures(
        _ need: PreparedNeed, _ index: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let candidate = scorer.snapshot.candidates[index]
        guard need.need.remote != .only, let kilometres = need.kilometres(to: candidate.place),
            let radius = candidate.radius
        else { return [.notAtDistance] }
        return [.place(kilometres: kilometres, radius: radius)]
    }
}

internal import Market

/// Place: how far the candidate would travel, or that the work can be done at a distance.
enum PlaceSignal: PairSignal {
    static let kind = SignalKind.place

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        fit(
            kilometres: need.kilometres(to: scorer.snapshot.candidates[candidate].place),
            radius: scorer.snapshot.candidates[candidate].radius, remote: need.need.remote,
            atDistance: worksAtDistance(need, candidate, in: scorer)) ?? .nan
    }

    static func evidence(
        _ need: PreparedNeed, _ index: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        let candidate = scorer.snapshot.candidates[index]
        return .place(
            kilometres: need.need.remote == .only ? nil : need.kilometres(to: candidate.place),
            needPlace: need.need.place?.name, candidatePlace: candidate.place?.name,
            atDistance: worksAtDistance(need, index, in: scorer))
    }

    private static func worksAtDistance(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> Bool {
        need.need.remote != .no && scorer.snapshot.candidates[candidate].remote
    }

    /// Fit of the distance: 1 on the spot, one half at the edge of the candidate's radius, falling
    /// with the square of the distance. Work that can be done at a distance fits at least 0.7.
    ///
    /// A candidate who goes anywhere is taken to have a radius of 100 km, and fits at least 0.5.
    ///
    /// - Returns: nil where neither the distance nor work at a distance says anything.
    static func fit(
        kilometres: Double?, radius: Double?, remote: Remote, atDistance: Bool
    ) -> Double? {
        if remote == .only { return atDistance ? 1 : 0 }
        guard let kilometres else { return atDistance ? 0.7 : nil }
        let ratio = kilometres / max(radius ?? 100, 1)
        let onSite = max(1 / (1 + ratio * ratio), radius == nil ? 0.5 : 0)
        return atDistance ? max(onSite, 0.7) : onSite
    }
}

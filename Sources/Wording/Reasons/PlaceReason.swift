extension SignalDifference { static let place = 0.6 }

extension Wording {
    func placeReason(
        _ kilometres: Double?, _ needPlace: String?, _ candidatePlace: String?, _ atDistance: Bool
    ) -> String? {
        guard let kilometres else { return sentences.worksAtDistance(atDistance) }
        let remotely = atDistance && kilometres >= 1
        guard let needPlace, !needPlace.isEmpty else {
            return sentences.away(kilometres, remotely: remotely)
        }
        return kilometres < 1 && needPlace == candidatePlace
            ? sentences.onTheSpot(in: needPlace)
            : sentences.away(kilometres, from: needPlace, remotely: remotely)
    }

    func placeClause(
        _ kilometres: Double?, _ needPlace: String?, _ candidatePlace: String?,
        _ atDistance: Bool, _ you: Bool
    ) -> String? {
        guard let kilometres else {
            return atDistance ? sentences.canWorkAtDistance(you: you) : nil
        }
        if atDistance, kilometres > 50 { return sentences.canWorkAtDistance(you: you) }
        guard let needPlace, !needPlace.isEmpty else {
            return sentences.isAway(kilometres, you: you)
        }
        return kilometres < 1 && needPlace == candidatePlace
            ? sentences.isOnTheSpot(in: needPlace, you: you)
            : sentences.isAway(kilometres, from: needPlace, you: you)
    }

    func placeWishes(_ kilometres: Double?, _ atDistance: Bool) -> [String] {
        guard let kilometres else {
            return atDistance ? [] : [sentences.wishForWorkAtDistance]
        }
        return kilometres >= 10 ? [sentences.wishForShorterTrip(than: kilometres)] : []
    }
}

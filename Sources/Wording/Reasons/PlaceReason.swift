internal import Market

extension SignalDifference { static let place = 0.6 }

extension Wording {
    var placeSignal: SignalText {
        SignalText(name: pick("lieu", "place"), nameWithArticle: pick("le lieu", "place"))
    }

    func placeReason(
        _ kilometres: Double?, _ needPlace: String?, _ candidatePlace: String?, _ atDistance: Bool
    ) -> String? {
        guard let kilometres else {
            return atDistance
                ? pick("Accepte de travailler à distance.", "Accepts work at a distance.")
                : pick(
                    "N’accepte pas le travail à distance.", "Does not accept work at a distance.")
        }
        let remote =
            atDistance && kilometres >= 1
            ? pick("\(semicolon)peut travailler à distance", "; can work at a distance") : ""
        guard let needPlace, !needPlace.isEmpty else {
            return pick("À ", "") + self.kilometres(kilometres)
                + pick("", " away") + remote + "."
        }
        if kilometres < 1, needPlace == candidatePlace {
            return pick("Sur place, \(at(needPlace)).", "On the spot, in \(needPlace).")
        }
        return switch language {
        case .french: "À \(self.kilometres(kilometres)) \(from(needPlace))\(remote)."
        case .english:
            capitalised(self.kilometres(kilometres)) + " from \(needPlace)\(remote)."
        }
    }

    func placeClause(
        _ kilometres: Double?, _ needPlace: String?, _ candidatePlace: String?,
        _ atDistance: Bool, _ you: Bool
    ) -> String? {
        let remotely = pick(
            "\(you ? "pouvez" : "peut") travailler à distance", "can work at a distance")
        guard let kilometres else { return atDistance ? remotely : nil }
        if atDistance, kilometres > 50 { return remotely }
        guard let needPlace, !needPlace.isEmpty else {
            return pick(
                "\(you ? "êtes" : "se trouve") à \(self.kilometres(kilometres))",
                "\(you ? "are" : "is") \(self.kilometres(kilometres)) away")
        }
        if kilometres < 1, needPlace == candidatePlace {
            return pick(
                "\(you ? "êtes" : "se trouve") sur place \(at(needPlace))",
                "\(you ? "are" : "is") in \(typographic(needPlace)) itself")
        }
        return pick(
            "\(you ? "êtes" : "se trouve") à \(self.kilometres(kilometres)) \(from(needPlace))",
            "\(you ? "are" : "is") \(self.kilometres(kilometres)) from \(typographic(needPlace))")
    }

    func placeWishes(_ kilometres: Double?, _ atDistance: Bool) -> [String] {
        guard let kilometres else {
            return atDistance ? [] : [pick("du travail à distance", "work at a distance")]
        }
        guard kilometres >= 10 else { return [] }
        return [
            pick("un trajet plus court", "a shorter trip") + " (\(self.kilometres(kilometres)))"
        ]
    }
}

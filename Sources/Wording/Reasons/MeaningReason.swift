extension SignalDifference { static let meaning = 0.1 }

extension Wording {
    var meaningSignal: SignalText {
        SignalText(
            name: pick("contenu", "content"), nameWithArticle: pick("le contenu", "content"))
    }

    func meaningReason(_ nearness: Double) -> String? {
        if nearness >= 0.75 {
            return pick(
                "Le profil est très proche de la demande par son contenu.",
                "The profile is very close to the request in its content.")
        }
        if nearness >= 0.4 {
            return pick(
                "Le profil est proche de la demande par son contenu.",
                "The profile is close to the request in its content.")
        }
        return nil
    }

    func meaningClause(_ nearness: Double, _ you: Bool) -> String? {
        guard nearness >= 0.4 else { return nil }
        let degree =
            nearness >= 0.75 ? pick("très proche", "very close") : pick("proche", "close")
        return pick(
            "\(you ? "présentez" : "présente") un profil \(degree) de la demande",
            "\(you ? "have" : "has") a profile \(degree) to the request")
    }

    func meaningWishes(_ nearness: Double) -> [String] {
        nearness < 0.4
            ? [pick("un profil plus proche de la demande", "a profile closer to the request")] : []
    }
}

extension Wording {
    var placeRule: RuleText {
        RuleText(
            name: pick("distance", "distance"), state: pick("hors de portée", "out of reach"))
    }

    func tooFar(_ kilometres: Double, _ radius: Double) -> ExclusionText {
        let least = self.kilometres(kilometres.rounded(.up))
        return ExclusionText(
            sentence: pick(
                "Trop loin\(colon)à \(self.kilometres(kilometres)), pour "
                    + "\(self.kilometres(radius)) au plus.",
                "Too far: \(self.kilometres(kilometres)) away, for "
                    + "\(self.kilometres(radius)) at most."),
            remedy: pick(
                "Il faudrait un rayon d’au moins \(least), ou une "
                    + "demande qui admette le travail à distance.",
                "It would take a radius of at least \(least), or "
                    + "a request that allows work at a distance."))
    }

    var notAtDistance: ExclusionText {
        ExclusionText(
            sentence: pick(
                "N’accepte pas le travail à distance, seul possible ici.",
                "Does not accept work at a distance, the only way here."),
            remedy: pick(
                "Il faudrait que le profil accepte le travail à distance.",
                "The profile would have to accept work at a distance."))
    }
}

extension SignalDifference { static let topics = 0.3 }

extension Wording {
    var topicsSignal: SignalText {
        SignalText(name: pick("thèmes", "topics"), nameWithArticle: pick("les thèmes", "topics"))
    }

    func topicsReason(_ shared: [String]) -> String? {
        guard !shared.isEmpty else { return nil }
        let start =
            shared.count == 1
            ? pick("Thème en commun", "Topic in common")
            : pick("Thèmes en commun", "Topics in common")
        return start + colon + list(shared.map { typographic($0) }) + "."
    }

    func topicsClause(_ shared: [String], _ you: Bool) -> String? {
        guard !shared.isEmpty else { return nil }
        let named = list(shared.prefix(3).map { quoted($0) })
        let verb = pick(you ? "partagez" : "partage", you ? "share" : "shares")
        return shared.count == 1
            ? pick("\(verb) le thème \(named)", "\(verb) the topic \(named)")
            : pick("\(verb) les thèmes \(named)", "\(verb) the topics \(named)")
    }

    func topicsWishes(_ shared: [String]) -> [String] {
        shared.isEmpty ? [pick("un thème en commun", "a topic in common")] : []
    }
}

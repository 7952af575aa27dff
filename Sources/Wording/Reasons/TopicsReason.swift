extension SignalDifference { static let topics = 0.3 }

extension Wording {
    func topicsReason(_ shared: [String]) -> String? {
        shared.isEmpty ? nil : sentences.topicsInCommon(shared.map { typographic($0) })
    }

    func topicsClause(_ shared: [String], _ you: Bool) -> String? {
        shared.isEmpty
            ? nil : sentences.sharesTopics(shared.prefix(3).map { quoted($0) }, you: you)
    }

    func topicsWishes(_ shared: [String]) -> [String] {
        shared.isEmpty ? [sentences.wishForTopic] : []
    }
}

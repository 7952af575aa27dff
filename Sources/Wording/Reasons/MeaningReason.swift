extension SignalDifference { static let meaning = 0.1 }

extension Wording {
    private static let near = 0.4
    private static let veryNear = 0.75

    func meaningReason(_ nearness: Double) -> String? {
        nearness >= Wording.near
            ? sentences.nearInContent(isVery: nearness >= Wording.veryNear) : nil
    }

    func meaningClause(_ nearness: Double, _ you: Bool) -> String? {
        nearness >= Wording.near
            ? sentences.hasNearProfile(isVery: nearness >= Wording.veryNear, you: you) : nil
    }

    func meaningWishes(_ nearness: Double) -> [String] {
        nearness < Wording.near ? [sentences.wishForNearness] : []
    }
}

extension SignalDifference { static let balance = 0.5 }

extension Wording {
    func balanceReason(_ asked: Double, _ canGive: Double?, _ balance: Double) -> String {
        if let canGive, asked > canGive {
            return sentences.overAccountLimit(asked, canGive: canGive)
        }
        if balance < 0 { return sentences.evensOutDebt(of: -balance) }
        guard let canGive else { return sentences.accountSetsNoLimit }
        return sentences.accountHasRoom(canGive)
    }

    func balanceClause(
        _ asked: Double, _ canGive: Double?, _ balance: Double, to audience: Audience
    ) -> String? {
        let you = audience == .candidate
        guard audience.mayKnow(.accountRoom), asked <= canGive ?? .infinity else { return nil }
        return balance < 0 ? sentences.owesHours(you: you) : sentences.canStillGive(you: you)
    }

    func balanceWishes(
        _ asked: Double, _ canGive: Double?, to audience: Audience
    ) -> [String] {
        audience.mayKnow(.accountRoom) && asked > canGive ?? .infinity
            ? [sentences.wishForRoom] : []
    }
}

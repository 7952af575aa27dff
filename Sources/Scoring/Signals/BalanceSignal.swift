internal import Market

/// Time accounts: how much the candidate's account gains by hours given.
enum BalanceSignal: PairSignal {
    static let kind = SignalKind.balance

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        guard let accounts = accounts(need, candidate, in: scorer) else { return .nan }
        return fit(hours: accounts.hours, giver: accounts.giver)
    }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        accounts(need, candidate, in: scorer).map {
            .balance(
                hours: $0.hours, canGive: $0.giver.canGive, canReceive: $0.receiver.canReceive,
                candidateBalance: $0.giver.balance)
        }
    }

    /// Fit of the time account: the more its owner has received beyond what they gave, the better
    /// it is that they give. 1 at the lowest balance, 0 at the highest or where the hours do not
    /// fit on it.
    static func fit(hours: Double, giver: TimeAccount) -> Double {
        let span = giver.highest - giver.lowest
        guard span > 0, hours <= giver.canGive else { return 0 }
        return min(1, max(0, (giver.highest - giver.balance) / span))
    }

    /// Hours asked and both time accounts, where both sides accept time and all three are known.
    private static func accounts(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> (hours: Double, giver: TimeAccount, receiver: TimeAccount)? {
        guard need.need.exchange.contains(.time), let hours = need.need.hours,
            let receiver = need.need.account,
            scorer.snapshot.candidates[candidate].exchange.contains(.time),
            let giver = scorer.snapshot.candidates[candidate].account
        else { return nil }
        return (hours, giver, receiver)
    }
}

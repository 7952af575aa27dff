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
        accounts(need, candidate, in: scorer).map { accounts in
            let (giver, receiver) = (accounts.giver, accounts.receiver)
            return .balance(
                hours: accounts.hours, canGive: giver.highest.map { _ in giver.canGive },
                canReceive: receiver.lowest.map { _ in receiver.canReceive },
                candidateBalance: giver.balance)
        }
    }

    /// Fit of the time account: the more its owner has received beyond what they gave, the better
    /// it is that they give. 1 at the lowest balance, 0 at the highest or where the hours do not
    /// fit on it. A side without a limit counts as one of 20 hours from nothing, or 40 from the
    /// other limit where that is farther, so that the balance counts all the same.
    static func fit(hours: Double, giver: TimeAccount) -> Double {
        let highest = giver.highest ?? max(usual, (giver.lowest ?? -usual) + 2 * usual)
        let lowest = giver.lowest ?? min(-usual, highest - 2 * usual)
        guard highest > lowest, hours <= giver.canGive else { return 0 }
        return min(1, max(0, (highest - giver.balance) / (highest - lowest)))
    }

    /// What a limit of a time bank is commonly, in hours.
    private static let usual = 20.0

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

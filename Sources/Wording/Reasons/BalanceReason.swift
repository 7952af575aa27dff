extension SignalDifference { static let balance = 0.5 }

extension Wording {
    var balanceSignal: SignalText {
        SignalText(
            name: pick("compte temps", "time account"),
            nameWithArticle: pick("le compte temps", "time account"))
    }

    func balanceReason(_ asked: Double, _ canGive: Double?, _ balance: Double) -> String {
        if let canGive, asked > canGive {
            return pick(
                "\(hours(asked)) à donner, mais son compte temps n’en admet plus que "
                    + "\(quantity(canGive)).",
                "\(hours(asked)) to give, but the time account only has room for "
                    + "\(quantity(canGive)).")
        }
        if balance < 0 {
            let debt = hours(-balance)
            return pick(
                "Son compte temps est débiteur de \(debt)\(semicolon)ce service le rééquilibre.",
                "The time account is \(debt) in debt; this service evens it out.")
        }
        guard let canGive else {
            return pick(
                "Son compte temps ne limite pas les heures données.",
                "The time account sets no limit to hours given.")
        }
        return pick(
            "Son compte temps admet encore \(hours(canGive)) à donner.",
            "The time account has room for \(hours(canGive)) more to give.")
    }

    func balanceClause(
        _ asked: Double, _ canGive: Double?, _ balance: Double, _ you: Bool
    ) -> String? {
        guard asked <= canGive ?? .infinity else { return nil }
        return balance < 0
            ? pick(
                "\(you ? "avez" : "a") des heures à rendre à la banque de temps",
                "\(you ? "owe" : "owes") hours to the time bank")
            : pick("\(you ? "pouvez" : "peut") encore donner des heures", "can still give hours")
    }

    func balanceWishes(_ asked: Double, _ canGive: Double?) -> [String] {
        asked > canGive ?? .infinity
            ? [pick("de la place sur son compte temps", "room on the time account")] : []
    }
}

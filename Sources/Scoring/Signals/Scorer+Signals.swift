internal import Market

extension Scorer {
    /// The signals of one pair; NaN where one does not apply.
    ///
    /// - Complexity: O(skills asked × skills held); nothing is allocated.
    func signalValues(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent
    ) -> SignalValues {
        var values = SignalValues(repeating: .nan)
        let holdings = skills.holdings(of: candidate)
        if !need.asked.isEmpty, !holdings.isEmpty {
            values[0] = need.asked.coverage(by: holdings)
        }
        values[1] = content.meaning
        values[2] = content.words
        let atDistance = worksAtDistance(need, candidate)
        if let place = Circumstances.place(
            kilometres: need.kilometres(to: snapshot.candidates[candidate].place),
            radius: snapshot.candidates[candidate].radius, remote: need.need.remote,
            atDistance: atDistance)
        {
            values[3] = place
        }
        if let asked = need.need.days,
            let free = need.freeDays(in: snapshot.candidates[candidate].calendar)
        {
            values[4] = Circumstances.dates(asked: asked, free: free)
        }
        if let price = price(need, candidate) {
            values[5] = Circumstances.price(highest: price.highest, asked: price.asked)
        }
        let wanted = needLanguages[need.index]
        let spoken = candidateLanguages[candidate]
        if !wanted.isEmpty, !spoken.isEmpty {
            var met = 0
            for language in wanted where spoken.contains(language) { met += 1 }
            values[6] = Double(met) / Double(wanted.count)
        }
        if let accounts = accounts(need, candidate) {
            values[7] = Circumstances.balance(hours: accounts.hours, giver: accounts.giver)
        }
        return values
    }

    func worksAtDistance(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        need.need.remote != .no && snapshot.candidates[candidate].remote
    }

    /// Whether money may change hands: unless both sides name what they accept and money is not
    /// what they share.
    func paysMoney(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        let asked = need.need.exchange
        let given = snapshot.candidates[candidate].exchange
        if asked.isEmpty || given.isEmpty { return true }
        return asked.contains(.money) && given.contains(.money)
    }

    /// Whether prices are for an hour: the pair is about a service.
    func isHourly(_ need: PreparedNeed, _ candidate: Int) -> Bool {
        need.need.hours != nil || !need.need.exchange.isEmpty
            || snapshot.candidates[candidate].hours != nil
            || !snapshot.candidates[candidate].exchange.isEmpty
    }

    /// The highest price and the one asked, where money may change hands and both are known.
    func price(_ need: PreparedNeed, _ candidate: Int) -> (highest: Money, asked: Money)? {
        guard paysMoney(need, candidate), let highest = need.need.rateMax,
            let asked = snapshot.candidates[candidate].rate
        else { return nil }
        return (highest, asked)
    }

    /// Hours asked and both time accounts, where both sides accept time and all three are known.
    func accounts(
        _ need: PreparedNeed, _ candidate: Int
    ) -> (hours: Double, giver: TimeAccount, receiver: TimeAccount)? {
        guard need.need.exchange.contains(.time), let hours = need.need.hours,
            let receiver = need.need.account,
            snapshot.candidates[candidate].exchange.contains(.time),
            let giver = snapshot.candidates[candidate].account
        else { return nil }
        return (hours, giver, receiver)
    }
}

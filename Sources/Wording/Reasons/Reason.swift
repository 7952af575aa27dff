public import Market

extension Wording {
    /// The reasons for a pair as plain sentences, the most telling first.
    ///
    /// A sentence says only what its signal's evidence holds; a score or a nearness is never in it.
    /// What is missing comes last, and keeps its place where `limit` allows at least two.
    ///
    /// - Parameters:
    ///   - signals: Signals of the pair, each kind at most once.
    ///   - skills: Labels of the skills that the evidence names; an id stands for an absent one.
    ///   - limit: Most sentences wanted.
    public func reasons(
        for signals: [Signal], skills: [Skill.ID: Skill], limit: Int = .max
    ) -> [String] {
        guard limit > 0 else { return [] }
        let ordered = signals.enumerated().sorted { left, right in
            let one = left.element.weight * left.element.value
            let other = right.element.weight * right.element.value
            return one != other ? one > other : left.offset < right.offset
        }
        var reasons: [String] = []
        var missing: String?
        for (_, signal) in ordered {
            if case .skills(let coverage) = signal.evidence {
                reasons += metSkills(coverage, skills)
                missing = missingSkills(coverage, skills)
            } else if let reason = reason(for: signal) {
                reasons.append(reason)
            }
        }
        guard let missing else { return Array(reasons.prefix(limit)) }
        if limit == 1 { return reasons.isEmpty ? [missing] : [reasons[0]] }
        return reasons.prefix(limit - 1) + [missing]
    }

    /// The terms of a pair with their numbers, a sentence each: days, then price.
    public func terms(_ signals: [Signal]) -> [String] {
        [SignalKind.dates, .price].compactMap { kind in
            signals.first { $0.kind == kind }.flatMap { reason(for: $0) }
        }
    }

    private func reason(for signal: Signal) -> String? {
        switch signal.evidence {
        case .skills: nil
        case .meaning(let nearness): meaning(nearness)
        case .words(let words): sharedWords(words)
        case .place(let kilometres, let needPlace, let candidatePlace, let atDistance):
            place(kilometres, needPlace, candidatePlace, atDistance)
        case .dates(let asked, let free, _): dates(asked, free)
        case .price(let highest, let asked, let perHour): price(highest, asked, perHour)
        case .language(let codes): languages(codes)
        case .balance(let hours, let canGive, _, let balance):
            timeAccount(hours, canGive, balance)
        }
    }

    private func meaning(_ nearness: Double) -> String? {
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

    private func sharedWords(_ words: [String]) -> String? {
        let shown = tellingWords(words).prefix(5)
        guard !shown.isEmpty else { return nil }
        return
            (shown.count == 1
            ? pick("Mot en commun", "Word in common") : pick("Mots en commun", "Words in common"))
            + colon + list(Array(shown)) + "."
    }

    private func languages(_ codes: [String]) -> String? {
        guard !codes.isEmpty else { return nil }
        return pick("Parle ", "Speaks ") + list(codes.map { languageName($0) }) + "."
    }

    private func dates(_ asked: Double?, _ free: Double?) -> String? {
        guard let asked, let free else { return nil }
        // Nobody gives 40.8 days: half days are what can be promised.
        let whole = (free * 2).rounded(.down) / 2
        if whole <= 0 {
            return pick("Aucun jour libre à ces dates.", "No free day on these dates.")
        }
        let only = whole < asked ? pick(" seulement", " only") : ""
        switch language {
        case .french: return "Libre \(days(whole))\(only) pour \(daysAsked(asked))."
        case .english: return "Free \(days(whole))\(only), for \(daysAsked(asked))."
        }
    }

    /// `les 12 demandés`, `le jour demandé`, `la demi-journée demandée`; `the 12 asked`.
    private func daysAsked(_ asked: Double) -> String {
        switch (language, asked) {
        case (.french, 0.5): "la demi-journée demandée"
        case (.french, 1): "le jour demandé"
        case (.french, ..<2): "\(days(asked)) demandé"
        case (.french, _): "les \(quantity(asked)) demandés"
        case (.english, 0.5): "the half day asked"
        case (.english, 1): "the day asked"
        case (.english, _): "the \(quantity(asked)) asked"
        }
    }

    private func price(_ highest: Money, _ asked: Money, _ perHour: Bool) -> String {
        let price = rate(asked, perHour: perHour)
        let limit = money(highest)
        return asked > highest
            ? pick(
                "\(price), au-dessus des \(limit) prévus.", "\(price), above the \(limit) planned.")
            : pick("\(price), pour \(limit) au plus.", "\(price), for \(limit) at most.")
    }

    private func timeAccount(_ asked: Double, _ canGive: Double, _ balance: Double) -> String {
        if asked > canGive {
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
        return pick(
            "Son compte temps admet encore \(hours(canGive)) à donner.",
            "The time account has room for \(hours(canGive)) more to give.")
    }
}

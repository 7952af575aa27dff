public import Market

/// What a signal says is in the file of this folder that bears its name.
extension Wording {
    /// What a signal is called on a page: `compétences`, `disponibilité` …
    public func name(of kind: SignalKind) -> String { sentences.text(of: kind).name }

    /// What a signal is called within a sentence: `les compétences`, `la disponibilité` …
    func nameWithArticle(_ kind: SignalKind) -> String {
        sentences.text(of: kind).nameWithArticle
    }

    /// What a signal shows: a sentence of its own; nil where there is nothing to say. Skills have
    /// several sentences, see ``metSkills(_:_:)``.
    func reason(for signal: Signal) -> String? {
        switch signal.evidence {
        case .skills: nil
        case .meaning(let nearness): meaningReason(nearness)
        case .words(let words): wordsReason(words)
        case .place(let kilometres, let needPlace, let candidatePlace, let atDistance):
            placeReason(kilometres, needPlace, candidatePlace, atDistance)
        case .dates(let asked, let free, _): datesReason(asked, free)
        case .price(let highest, let asked, let perHour): priceReason(highest, asked, perHour)
        case .language(let codes): languageReason(codes)
        case .topics(let shared): topicsReason(shared)
        case .balance(let hours, let canGive, _, let balance):
            balanceReason(hours, canGive, balance)
        }
    }

    /// A term of a pair, as its audience may know it.
    func term(_ signal: Signal, to audience: Audience) -> String? {
        guard case .price(let highest, let asked, let perHour) = signal.evidence else {
            return reason(for: signal)
        }
        return priceTerm(highest, asked, perHour, to: audience)
    }

    /// What one signal says for a pair, as a predicate; nil where it has nothing good to say. Skills
    /// have one of their own, see ``skillsMet(_:_:to:)``.
    ///
    /// - Parameter skills: Labels of skills that the sentence tells already.
    func clause(for signal: Signal, skills: [String], to audience: Audience) -> String? {
        let you = audience == .candidate
        return switch signal.evidence {
        case .skills: nil
        case .meaning(let nearness): meaningClause(nearness, you)
        case .words(let words): wordsClause(words, besides: skills, you)
        case .place(let kilometres, let needPlace, let candidatePlace, let atDistance):
            placeClause(kilometres, needPlace, candidatePlace, atDistance, you)
        case .dates(let asked, let free, _): datesClause(asked, free, you)
        case .price(let highest, let asked, _): priceClause(highest, asked, to: audience)
        case .language(let codes): languageClause(codes, you)
        case .topics(let shared): topicsClause(shared, you)
        case .balance(let hours, let canGive, _, let balance):
            balanceClause(hours, canGive, balance, to: audience)
        }
    }

    /// What a signal lacks, as nouns.
    func wishes(
        for signal: Signal, _ skills: [Skill.ID: Skill], to audience: Audience
    ) -> [String] {
        switch signal.evidence {
        case .skills(let coverage): skillsWishes(coverage, skills)
        case .meaning(let nearness): meaningWishes(nearness)
        case .words, .language: []
        case .place(let kilometres, _, _, let atDistance): placeWishes(kilometres, atDistance)
        case .dates(let asked, let free, _): datesWishes(asked, free)
        case .price(let highest, let asked, _): priceWishes(highest, asked, to: audience)
        case .balance(let hours, let canGive, _, _): balanceWishes(hours, canGive, to: audience)
        case .topics(let shared): topicsWishes(shared)
        }
    }
}

extension SignalDifference {
    /// What a signal is worth in an unremarkable pair: set by hand, and fixed, so that a sentence
    /// changes with its pair and with nothing else.
    ///
    /// `entremise usual-signals` prints what pairs of the sample network show that pass the hard
    /// rules. The medians for missions (110 pairs) and services (34): skills 0.76 and 1.00, meaning
    /// 0.38 and 0.51, words 0.12 and 0.10, place 0.70 and 0.70, price 0.81 and 0.50, balance 0.74,
    /// dates and language 1.00. Mandatory skills have sifted these pairs, so that most of them are
    /// good ones: the values of content here lie far below, or the best would go unmentioned. Those
    /// of circumstances lie a little below, price and balance by up to 0.3, so that what is usual is
    /// told only where nothing better is to be said.
    static func typical(_ kind: SignalKind) -> Double {
        switch kind {
        case .skills: skills
        case .meaning: meaning
        case .words: words
        case .place: place
        case .dates: dates
        case .price: price
        case .language: language
        case .balance: balance
        case .topics: topics
        }
    }
}

internal import Market
internal import Retrieval

/// The hard rules of a market, one column a trait, so that they are decided for whole tiles of needs
/// and candidates at a time.
///
/// It marks the pairs for which ``Scorer`` finds no failing rule, and counts, for each need, the
/// candidates that each rule excluded first.
struct EligibilityTable: Eligibility {
    /// The needs that a tile's needs stand for; empty where each stands for itself.
    var chosen: [Int] = []
    /// Who is marked at all where eligible; nil for everybody. Counts are the same with or without.
    var retrievable: Bitmap?
    let rules: [Exclusion.Rule]
    let needs: [NeedTraits]
    let candidateCount: Int
    let languages: InvertedIndex
    let certifications: InvertedIndex
    let mandatory: InvertedIndex
    let places: PlaceColumns
    let calendars: CalendarColumns
    let silentOnLanguages: Bitmap
    let remote: Bitmap
    let consenting: Bitmap
    let priced: Bitmap
    /// For each set of kinds of exchange, as bits, the candidates that name exactly it.
    let exchanges: [Bitmap]
    /// Price in cents, where there is one.
    let rates: [Int]
    /// Hours that may still be given; infinite where no account is known.
    let canGive: [Double]

    /// What rules look at on the side of one need.
    struct NeedTraits: Sendable {
        let need: Need
        /// Candidates that are the owner's own, refused, and declined, ascending.
        let own: [Int32]
        let refused: [Int32]
        let declined: [Int32]
        /// Numbers of traits that must be held.
        let languages: [Int]
        let certifications: [Int]
        let mandatory: [Int]
        /// Kinds of exchange accepted, as bits.
        let exchange: Int
    }

    /// One number for each rule, in the order of `Exclusion.Rule`.
    var countsPerNeed: Int { Exclusion.Rule.allCases.count }

    /// Marks the eligible pairs of a tile, and counts who is excluded by which rule first.
    ///
    /// - Complexity: O(pairs ∕ 64) for rules on sets; O(1) for each pair that prices, places, dates
    ///   or time accounts must be looked at for.
    func mark(_ tile: inout EligibilityTile) {
        let words = tile.wordsPerNeed
        let first = tile.candidates.lowerBound
        var alive = [UInt64](repeating: 0, count: words)
        let orders = rules.map { rule in
            Exclusion.Rule.allCases.firstIndex(of: rule) ?? 0
        }
        for (row, need) in tile.needs.enumerated() {
            for place in 0..<words { alive[place] = .max }
            let rest = tile.candidates.count & 63
            if rest > 0 { alive[words - 1] = (1 << UInt64(rest)) - 1 }
            var left = tile.candidates.count
            for (order, rule) in zip(orders, rules) where left > 0 {
                apply(rule, needs[chosen.isEmpty ? need : chosen[need]], &alive, from: first)
                let now = alive.reduce(0) { $0 + $1.nonzeroBitCount }
                if tile.countsPerNeed > 0 {
                    tile.counts[row * tile.countsPerNeed + order] += left - now
                }
                left = now
            }
            if let retrievable {
                for place in 0..<words { alive[place] &= retrievable.words[first >> 6 + place] }
            }
            for place in 0..<words { tile.words[row * words + place] = alive[place] }
        }
    }

    /// The candidates that pass every rule for one need, ascending, and how many each rule excluded
    /// first, in the order of `Exclusion.Rule`.
    func eligible(need: Int) -> (places: [Int], excluded: [Int]) {
        var table = self
        table.chosen = [need]
        table.retrievable = nil
        var places: [Int] = []
        var tile = EligibilityTile(needs: 0..<1, candidates: 0..<0, countsPerNeed: countsPerNeed)
        for start in stride(from: 0, to: candidateCount, by: 1_024) {
            tile.move(to: start..<min(start + 1_024, candidateCount))
            table.mark(&tile)
            for (word, bits) in tile.words.enumerated() {
                var rest = bits
                while rest != 0 {
                    places.append(start + word * 64 + rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
        return (places, tile.counts)
    }

    /// Drops those of some candidates that fail a rule for one need.
    ///
    /// - Parameters:
    ///   - need: Its place.
    ///   - marked: One bit a candidate, 64 a word, of all candidates.
    func keepEligible(need: Int, _ marked: inout [UInt64]) {
        if let retrievable {
            for place in marked.indices { marked[place] &= retrievable.words[place] }
        }
        for rule in rules { apply(rule, needs[need], &marked, from: 0) }
    }

    /// How many candidates each rule excluded first for one need, in the order of
    /// `Exclusion.Rule`.
    func excluded(need: Int) -> [Int] {
        var table = self
        table.chosen = [need]
        var tile = EligibilityTile(needs: 0..<1, candidates: 0..<0, countsPerNeed: countsPerNeed)
        for start in stride(from: 0, to: candidateCount, by: 1_024) {
            tile.move(to: start..<min(start + 1_024, candidateCount))
            table.mark(&tile)
        }
        return tile.counts
    }

    /// Drops the candidates that fail one rule.
    private func apply(
        _ rule: Exclusion.Rule, _ need: NeedTraits, _ alive: inout [UInt64], from first: Int
    ) {
        switch rule {
        case .ownNeed: InvertedIndex.drop(need.own, from: &alive, first: first)
        case .refusal: InvertedIndex.drop(need.refused, from: &alive, first: first)
        case .declined: InvertedIndex.drop(need.declined, from: &alive, first: first)
        case .language:
            for language in need.languages {
                languages.keep(language, in: &alive, from: first, exempt: silentOnLanguages)
            }
        case .certifications:
            for trait in need.certifications { certifications.keep(trait, in: &alive, from: first) }
        case .skills:
            for trait in need.mandatory { mandatory.keep(trait, in: &alive, from: first) }
        case .consent: dropWords(&alive, first) { word, _ in ~consenting.words[word] }
        case .place: dropOutOfReach(need, &alive, from: first)
        case .dates: dropBusy(need, &alive, from: first)
        case .price: dropDear(need, &alive, from: first)
        case .exchange:
            guard need.exchange != 0 else { return }
            dropWords(&alive, first) { word, _ in
                named(word) { $0 != 0 && $0 & need.exchange == 0 }
            }
        case .balance: dropBeyondAccounts(need, &alive, from: first)
        }
    }

    /// Candidates of a word whose kinds of exchange, as bits, are as asked.
    func named(_ word: Int, _ holds: (Int) -> Bool) -> UInt64 {
        var found: UInt64 = 0
        for (kinds, column) in exchanges.enumerated() where holds(kinds) {
            found |= column.words[word]
        }
        return found
    }

    /// Drops, word by word, the candidates that a closure gives for those still eligible.
    func dropWords(
        _ alive: inout [UInt64], _ first: Int, _ failing: (Int, UInt64) -> UInt64
    ) {
        for place in alive.indices where alive[place] != 0 {
            alive[place] &= ~failing(first >> 6 + place, alive[place])
        }
    }

    /// Those of some candidates of a word for which a condition holds.
    func those(_ asked: UInt64, of word: Int, _ holds: (Int) -> Bool) -> UInt64 {
        var rest = asked
        var found: UInt64 = 0
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest - 1
            if holds(word * 64 + bit) { found |= 1 << UInt64(bit) }
        }
        return found
    }
}

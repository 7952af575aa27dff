import Market
import TestSupport
import Wording

/// What may truly be said of a pair, checked against what a sentence says.
struct Claims {
    let need: Need
    let candidate: Candidate
    let language: Language

    func hold(in sentence: String) -> Bool {
        switch language {
        case .french: french(sentence)
        case .english: english(sentence)
        }
    }

    private var wording: Wording { Wording(language) }

    private func french(_ sentence: String) -> Bool {
        if sentence.hasPrefix("A ") { return onlyHeldAndAsked(sentence) }
        if sentence.hasPrefix("Niveau inférieur") { return onlyHeldAndAsked(sentence) }
        if sentence.hasPrefix("Proche") { return everyNeighbourHeld(sentence, " pour ") }
        if sentence.hasPrefix("Ne mentionne pas") { return onlyAskedAndNotHeld(sentence) }
        if sentence.hasPrefix("Thème") { return sharesTopic }
        if sentence.hasPrefix("Parle ") { return languagesSpoken(sentence) }
        if sentence.hasPrefix("Libre ") || sentence.hasPrefix("Aucun jour") {
            return days(sentence)
        }
        if sentence.contains("€") { return price(sentence) }
        if sentence.hasPrefix("À ") || sentence.hasPrefix("Sur place") { return place(sentence) }
        return other(sentence, "Mot", "distance", "proche de la demande", "compte temps")
    }

    private func english(_ sentence: String) -> Bool {
        if sentence.hasPrefix("Has ") { return onlyHeldAndAsked(sentence) }
        if sentence.hasPrefix("Below") { return onlyHeldAndAsked(sentence) }
        if sentence.hasPrefix("Close") { return everyNeighbourHeld(sentence, " for ") }
        if sentence.hasPrefix("Does not mention") { return onlyAskedAndNotHeld(sentence) }
        if sentence.hasPrefix("Topic") { return sharesTopic }
        if sentence.hasPrefix("Speaks ") { return languagesSpoken(sentence) }
        if sentence.hasPrefix("Free ") || sentence.hasPrefix("No free") { return days(sentence) }
        if sentence.contains("€") { return price(sentence) }
        if sentence.contains("km") || sentence.hasPrefix("On the spot") { return place(sentence) }
        return other(sentence, "Word", "at a distance", "close to the request", "time account")
    }

    /// Ids of the skills that a text names.
    private func named(_ text: some StringProtocol) -> Set<Skill.ID> {
        let words = text.split { !$0.isLetter }
        return Set(
            RandomMarket.labels.enumerated().compactMap { index, label in
                let label = language == .french ? label : label + "ing"
                return words.contains { $0 == label } ? "s\(index)" : nil
            })
    }

    private var sharesTopic: Bool { !Set(need.topics).isDisjoint(with: candidate.topics) }
    private var held: Set<Skill.ID> { Set(candidate.skills.map(\.skill)) }
    private var asked: Set<Skill.ID> { Set(need.skills.map(\.skill)) }

    private func onlyHeldAndAsked(_ sentence: String) -> Bool {
        let named = named(sentence)
        return !named.isEmpty && named.isSubset(of: held.intersection(asked))
    }

    private func onlyAskedAndNotHeld(_ sentence: String) -> Bool {
        let named = named(sentence)
        return !named.isEmpty && named.isSubset(of: asked.subtracting(held))
    }

    /// `« a » pour « b »`: what is held stands first, what is asked second.
    private func everyNeighbourHeld(_ sentence: String, _ between: String) -> Bool {
        let quotes: Set<Character> = ["«", "»", "“", "”"]
        let parts = sentence.split { quotes.contains($0) }.filter { !named($0).isEmpty }
        guard parts.count.isMultiple(of: 2), !parts.isEmpty, sentence.contains(between) else {
            return false
        }
        return parts.enumerated().allSatisfy { place, part in
            named(part).isSubset(of: place.isMultiple(of: 2) ? held : asked.subtracting(held))
        }
    }

    private func languagesSpoken(_ sentence: String) -> Bool {
        ["fr", "en", "es"].allSatisfy { code in
            !sentence.contains(wording.languageName(code))
                || (candidate.languages.contains(code) && need.languages.contains(code))
        }
    }

    private func days(_ sentence: String) -> Bool {
        guard let window = need.window, need.days != nil,
            let free = candidate.calendar.freeDays(within: window)
        else { return false }
        let whole = (free * 2).rounded(.down) / 2
        return whole == 0 || sentence.contains(wording.days(whole))
    }

    private func price(_ sentence: String) -> Bool {
        guard let highest = need.rateMax, let rate = candidate.rate else { return false }
        return sentence.contains(wording.money(rate)) && sentence.contains(wording.money(highest))
    }

    private func place(_ sentence: String) -> Bool {
        guard let from = need.place, let to = candidate.place else { return false }
        let distance = from.distance(to: to)
        let name = from.name.hasPrefix("Le ") ? String(from.name.dropFirst(3)) : from.name
        if distance < 1 { return sentence.contains(name) }
        return sentence.contains(wording.kilometres(distance)) && sentence.contains(name)
    }

    /// Sentences without labels or amounts of the pair; none of them holds a score.
    private func other(_ sentence: String, _ known: String...) -> Bool {
        known.contains { sentence.contains($0) } && !sentence.contains("0,")
            && !sentence.contains("0.")
    }
}

import Foundation
import Market
import Text
import Wording

/// Reads a sentence of why, claim by claim, and holds each against the market itself.
///
/// What is read is taken out; nothing but joining words may be left, so that no claim goes unread.
struct SentenceClaims {
    let need: Need
    let candidate: Candidate
    let skills: [Skill.ID: Skill]
    /// Signals of the pair: what only they know, nearness of texts and of skills, is read there.
    let signals: [Signal]
    /// Whether the pair is too weak to be suggested.
    let isBelowFloor: Bool
    let language: Language

    var wording: Wording { Wording(language) }

    /// What is wrong with a sentence of why; nil for a sound one.
    func fault(inWhy sentence: String) throws -> String? {
        var rest = sentence
        for pattern in SentencePatterns.why[language] ?? [] {
            if let fault = try take(pattern, from: &rest) { return fault }
        }
        return left(of: rest)
    }

    /// What is wrong with a sentence of what would have been better; nil for a sound one.
    func fault(inBetter sentence: String) throws -> String? {
        var rest = sentence
        for pattern in SentencePatterns.better[language] ?? [] {
            if let fault = try take(pattern, from: &rest) { return fault }
        }
        return left(of: rest)
    }

    private func take(
        _ pattern: SentencePatterns.Pattern, from rest: inout String
    ) throws -> String? {
        while let match = try pattern.regex.firstMatch(in: rest) {
            if !holds(pattern.claim, match.parts) {
                return "\(pattern.claim): \(match.parts[0] ?? "")"
            }
            rest.replaceSubrange(match.range, with: "|")
        }
        return nil
    }

    private func left(of rest: String) -> String? {
        let joints: Set<String> =
            language == .french
            ? ["et", "mais", "a", "avez", "vous", "ce", "serait", "mieux", "avec"]
            : ["and", "but", "has", "have", "you", "it", "would", "be", "better", "with"]
        let words = rest.lowercased().split { !$0.isLetter && !$0.isNumber }
        let unread = words.filter { !joints.contains(String($0)) }
        return unread.isEmpty ? nil : "unread: \(unread.joined(separator: " "))"
    }

    private func holds(_ claim: SentencePatterns.Claim, _ parts: [String?]) -> Bool {
        func part(_ index: Int) -> String {
            parts.indices.contains(index) ? parts[index] ?? "" : ""
        }
        switch claim {
        case .held: return skillsHold(part(1), part(2), part(3), isShort: false)
        case .short: return skillsHold(part(1), part(2), part(3), isShort: true)
        case .close: return closeHolds(part(1))
        case .unmet: return unmetHolds(part(1))
        case .mentioned:
            let isAsked = ["demandé", "asked"].contains(part(2))
            return namesHold(part(1), among: isAsked ? mentionedOfAsked : mentionedByBoth)
        case .declared: return namesHold(part(1), among: declaredOfMentioned)
        case .profile:
            return (nearness ?? 0) >= (part(1).isEmpty ? 0.4 : 0.75)
        case .words:
            let words = part(1).matches(
                of: language == .french ? /«\u{A0}([^»]*)\u{A0}»/ : /“([^”]*)”/)
            return words.count > 1 && wordsHold(words.map { String($0.1) })
        case .remotely: return need.remote != .no && candidate.remote
        case .onTheSpot:
            return (distance ?? .infinity) < 1 && isTown(part(1))
        case .away:
            return distance.map { wording.kilometres($0) } == part(1) && isTown(part(2))
        case .days: return free.map { $0 >= need.days ?? .infinity } ?? false
        case .cheaper: return price.map { $0.asked < $0.highest } ?? false
        case .withinPrice: return price.map { $0.asked <= $0.highest } ?? false
        case .languages:
            return wording.list(
                need.languages.filter(candidate.languages.contains).map(wording.languageName))
                == part(1)
        case .owesHours: return (candidate.account?.balance ?? 0) < 0
        case .canGive: return (candidate.account?.canGive ?? 0) >= need.hours ?? .infinity
        case .closest: return !isBelowFloor && held.isDisjoint(with: asked)
        case .littleInCommon: return isBelowFloor && held.isDisjoint(with: asked)
        case .missing:
            let ids = ids(named: part(1), among: asked.subtracting(held))
            return ids.count == 1
        case .otherMissing: return asked.subtracting(held).count > 3
        case .higherLevel: return levelHolds(part(1)) { ($0 ?? 5) < $1 }
        case .statedLevel: return levelHolds(part(1)) { held, _ in held == nil }
        case .shorterTrip:
            return distance.map { wording.kilometres($0) } == part(1) && distance ?? 0 >= 10
        case .moreDays: return free.map { $0 < need.days ?? 0 } ?? false
        case .lowerPrice: return price.map { $0.asked <= $0.highest } ?? false
        case .priceWithin: return price.map { $0.asked > $0.highest } ?? false
        case .closerProfile: return (nearness ?? 1) < 0.4
        case .remoteWork: return need.remote == .only && !candidate.remote
        case .roomForHours: return (candidate.account?.canGive ?? 0) < need.hours ?? 0
        }
    }

    // MARK: What is so

    var asked: Set<Skill.ID> { Set(need.skills.map(\.skill)) }
    var held: Set<Skill.ID> { Set(candidate.skills.map(\.skill)) }

    var distance: Double? {
        guard let from = need.place, let to = candidate.place else { return nil }
        return from.distance(to: to)
    }

    var free: Double? {
        need.window.flatMap { candidate.calendar.freeDays(within: $0) }
    }

    var price: (highest: Money, asked: Money)? {
        guard let highest = need.rateMax, let rate = candidate.rate else { return nil }
        return (highest, rate)
    }

    var nearness: Double? { signals.first { $0.kind == .meaning }?.value }

    func isTown(_ text: String) -> Bool {
        guard let name = need.place?.name else { return false }
        let articles = ["de ", "d’", "du ", "des ", "à ", "au ", "aux ", "Le ", "Les "]
        func bare(_ text: String) -> String {
            let text = text.replacing("'", with: "’")
            let article = articles.first { text.hasPrefix($0) }
            return String(text.dropFirst(article?.count ?? 0))
        }
        return bare(text) == bare(name) || bare(text) == bare(bare(name))
    }

    /// Best level held of a skill; nil: not said.
    func level(_ skill: Skill.ID) -> Level? {
        candidate.skills.filter { $0.skill == skill }.max { ($0.level ?? 3) < ($1.level ?? 3) }?
            .level
    }

    func isShort(_ asked: AskedSkill) -> Bool {
        !HeldSkill(skill: asked.skill, level: level(asked.skill)).reaches(asked.level)
    }

    private func levelHolds(_ label: String, _ test: (Level?, Level) -> Bool) -> Bool {
        let ids = ids(named: label, among: asked.intersection(held))
        guard ids.count == 1, let skill = need.skills.first(where: { ids.contains($0.skill) })
        else {
            return false
        }
        return test(level(skill.skill), skill.level ?? 1)
    }

    // MARK: What is said

    /// `deux` `quatre` `dont …`: as many are met, of as many asked, and those named are among them.
    private func skillsHold(
        _ count: String, _ all: String, _ labels: String, isShort: Bool
    ) -> Bool {
        let met = need.skills.filter { held.contains($0.skill) && self.isShort($0) == isShort }
        let named = ids(named: labels, among: Set(met.map(\.skill)))
        let isPartial = labels.contains("dont ") || labels.contains("among them ")
        guard !named.isEmpty, number(count) ?? met.count == met.count,
            number(all) ?? need.skills.count == need.skills.count
        else { return false }
        return isPartial ? named.count == 3 && met.count > 3 : named.count == met.count
    }

    /// Ids of the skills that a text names and nothing but them; empty where it names another.
    func ids(named text: String, among known: Set<Skill.ID>) -> Set<Skill.ID> {
        var rest = text.replacing("[", with: "(").replacing("]", with: ")")
        for word in ["dont ", "among them "] { rest = rest.replacing(word, with: "") }
        var found: Set<Skill.ID> = []
        let labels = known.map { ($0, wording.label(of: $0, in: skills)) }
            .sorted { $0.1.count > $1.1.count }
        for (id, label) in labels where rest.contains(label) {
            rest = rest.replacing(label, with: "|")
            found.insert(id)
        }
        let left = rest.split { !$0.isLetter && !$0.isNumber }
        return left.allSatisfy { ["et", "and"].contains($0) } ? found : []
    }

    func closeHolds(_ pairs: String) -> Bool {
        let quotes = pairs.replacing("[", with: "(").replacing("]", with: ")")
            .matches(of: language == .french ? /«\u{A0}([^»]*)\u{A0}»/ : /“([^”]*)”/)
            .map { String($0.1) }
        guard quotes.count >= 2, quotes.count.isMultiple(of: 2) else { return false }
        return stride(from: 0, to: quotes.count, by: 2).allSatisfy { place in
            let by = ids(named: quotes[place], among: held)
            let wanted = ids(named: quotes[place + 1], among: asked.subtracting(held))
            guard by.count == 1, wanted.count == 1 else { return false }
            return signals.contains { signal in
                guard case .skills(let coverage) = signal.evidence else { return false }
                return coverage.contains {
                    wanted.contains($0.asked) && by.contains($0.held ?? "") && $0.nearness >= 0.5
                }
            }
        }
    }

    // MARK: What is mentioned

    var mentionedOfAsked: Set<Skill.ID> {
        asked.intersection(candidate.mentioned).subtracting(held)
    }
    var mentionedByBoth: Set<Skill.ID> {
        Set(need.mentioned).intersection(candidate.mentioned)
    }
    var declaredOfMentioned: Set<Skill.ID> { held.intersection(need.mentioned) }

    /// Whether quoted labels, two at most, are those of some skills.
    private func namesHold(_ quoted: String, among ids: Set<Skill.ID>) -> Bool {
        let bare = quoted.split { "«»“”\u{A0}".contains($0) }.joined(separator: " ")
        return self.ids(named: bare, among: ids).count == min(2, ids.count) && !ids.isEmpty
    }

    private func unmetHolds(_ count: String) -> Bool {
        held.isDisjoint(with: asked) && number(count) ?? need.skills.count == need.skills.count
    }

    /// Whether words stand on both sides.
    func wordsHold(_ words: [String]) -> Bool {
        func text(_ title: String, _ text: String, _ ids: [Skill.ID]) -> String {
            let labels = ids.flatMap { id in
                skills[id].map {
                    [$0.french, $0.english] + $0.frenchAlternatives + $0.englishAlternatives
                } ?? []
            }
            return folded(([title, text] + labels).joined(separator: " "))
        }
        func folded(_ text: String) -> String {
            prepared(text).lowercased().folding(options: .diacriticInsensitive, locale: nil)
        }
        let mine = text(need.title, need.text, need.skills.map(\.skill))
        let theirs = text(candidate.title, candidate.text, candidate.skills.map(\.skill))
        return words.map(folded).allSatisfy { word in
            // Inflected forms of one word begin alike (“paie”, “paiement”), or end in few letters more
            // (“murs”, “mur”).
            return mine.contains(word)
                && theirs.split { !$0.isLetter }.contains {
                    $0.hasPrefix(word.prefix(4))
                        || word.hasPrefix($0) && $0.count > 2 && word.count - $0.count <= 2
                }
                && !word.contains(where: \.isNumber)
        }
    }

    private func number(_ word: String) -> Int? {
        let words =
            language == .french
            ? ["aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"]
            : ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"]
        if word == "both" { return 2 }
        return words.firstIndex(of: word) ?? Int(word)
    }
}

import Market
import Wording

/// The lines of a list of reasons, each read whole and held against the market itself.
extension SentenceClaims {
    /// What is wrong with a reason; nil for a sound one. One that is not known is wrong.
    func fault(inReason sentence: String) throws -> String? {
        for (regex, holds) in language == .french ? Self.french : Self.english {
            guard let match = try regex.firstMatch(in: sentence) else { continue }
            return holds(self, match.parts) ? nil : "not so"
        }
        return "unread"
    }

    private typealias Reading = (regex: SentenceRegex, holds: Holds)
    private typealias Holds = @Sendable (SentenceClaims, [String?]) -> Bool

    private static let french: [Reading] = [
        reading(
            #"A (?:la compétence demandée|les (\S+) compétences demandées|(\d+) des (\d+) compétences demandées)\u00A0: (.*)\."#,
            { $0.metHolds($1[1] ?? $1[2], of: $1[1] ?? $1[3], $1[4] ?? "") }
        ),
        reading(#"Niveau inférieur à celui demandé\u00A0: (.*)\."#, { $0.shortHolds($1[1] ?? "") }),
        reading(#"Proche\u00A0: (.*)\."#, { $0.closeHolds($1[1] ?? "") }),
        reading(
            #"Mentionne, sans le déclarer\u00A0: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.mentionedOfAsked) }),
        reading(
            #"Déclare ce que mentionne la demande\u00A0: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.declaredOfMentioned) }),
        reading(
            #"Mentionné des deux côtés\u00A0: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.mentionedByBoth) }),
        reading(#"Ne mentionne pas\u00A0: (.*)\."#, { $0.missingHolds($1[1] ?? "") }),
        reading(
            #"Le profil est (très )?proche de la demande par son contenu\."#,
            { ($0.nearness ?? 0) >= ($1[1] == nil ? 0.4 : 0.75) }
        ),
        reading(#"Mots? en commun\u00A0: (.*)\."#, { $0.commonWordsHold($1[1] ?? "") }),
        reading(#"Accepte de travailler à distance\."#, { claims, _ in claims.candidate.remote }),
        reading(
            #"N’accepte pas le travail à distance\."#, { claims, _ in !claims.candidate.remote }),
        reading(#"Sur place, (.*)\."#, { ($0.distance ?? 9) < 1 && $0.isTown($1[1] ?? "") }),
        reading(
            #"À (moins de 1\u00A0km|[\d\u202F]+\u00A0km)(?: ((?:de |d’|du |des ).*?))?(\u202F; peut travailler à distance)?\."#,
            { $0.awayHolds($1[1] ?? "", from: $1[2], atDistance: $1[3] != nil) }
        ),
        reading(#"Aucun jour libre à ces dates\."#, { claims, _ in (claims.free ?? 1) < 0.5 }),
        reading(
            #"Libre (.*?)( seulement)? pour (?:les )?(.*)\."#,
            { $0.freeHolds($1[1] ?? "", isShort: $1[2] != nil, of: $1[3] ?? "") }
        ),
        reading(
            #"(.*), (au-dessus des|pour) (.*) (?:prévus|au plus)\."#,
            { $0.priceHolds($1[1] ?? "", isAbove: $1[2] != "pour", limit: $1[3] ?? "") }
        ),
        reading(#"Parle (.*)\."#, { $0.spokenHold($1[1] ?? "") }),
        reading(
            #"(.*) à donner, mais son compte temps n’en admet plus que (.*)\."#,
            { $0.accountHolds(asked: $1[1], room: $1[2]) }
        ),
        reading(
            #"Son compte temps est débiteur de (.*)\u202F; ce service le rééquilibre\."#,
            { $0.accountHolds(debt: $1[1]) }
        ),
        reading(
            #"Son compte temps admet encore (.*) à donner\."#, { $0.accountHolds(free: $1[1]) }),
    ]

    private static let english: [Reading] = [
        reading(
            #"Has (?:the skill asked|(both) skills asked|all (\d+) skills asked|(\d+) of the (\d+) skills asked): (.*)\."#,
            { $0.metHolds($1[1] ?? $1[2] ?? $1[3], of: $1[1] ?? $1[2] ?? $1[4], $1[5] ?? "") }
        ),
        reading(#"Below the level asked: (.*)\."#, { $0.shortHolds($1[1] ?? "") }),
        reading(#"Close: (.*)\."#, { $0.closeHolds($1[1] ?? "") }),
        reading(
            #"Mentions, without declaring it: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.mentionedOfAsked) }),
        reading(
            #"Declares what the request mentions: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.declaredOfMentioned) }),
        reading(
            #"Mentioned on both sides: (.*)\."#,
            { $0.listHolds($1[1] ?? "", of: $0.mentionedByBoth) }),
        reading(#"Does not mention: (.*)\."#, { $0.missingHolds($1[1] ?? "") }),
        reading(
            #"The profile is (very )?close to the request in its content\."#,
            { ($0.nearness ?? 0) >= ($1[1] == nil ? 0.4 : 0.75) }
        ),
        reading(#"Words? in common: (.*)\."#, { $0.commonWordsHold($1[1] ?? "") }),
        reading(#"Accepts work at a distance\."#, { claims, _ in claims.candidate.remote }),
        reading(
            #"Does not accept work at a distance\."#, { claims, _ in !claims.candidate.remote }),
        reading(#"On the spot, in (.*)\."#, { ($0.distance ?? 9) < 1 && $0.isTown($1[1] ?? "") }),
        reading(
            #"([Ll]ess than 1\u00A0km|[\d,]+\u00A0km)(?: away| from (.*?))(; can work at a distance)?\."#,
            {
                $0.awayHolds(
                    ($1[1] ?? "").replacing("Less", with: "less"), from: $1[2],
                    atDistance: $1[3] != nil)
            }
        ),
        reading(#"No free day on these dates\."#, { claims, _ in (claims.free ?? 1) < 0.5 }),
        reading(
            #"Free (.*?)( only)?, for the (.*)\."#,
            { $0.freeHolds($1[1] ?? "", isShort: $1[2] != nil, of: $1[3] ?? "") }
        ),
        reading(
            #"(.*), (above the|for) (.*) (?:planned|at most)\."#,
            { $0.priceHolds($1[1] ?? "", isAbove: $1[2] != "for", limit: $1[3] ?? "") }
        ),
        reading(#"Speaks (.*)\."#, { $0.spokenHold($1[1] ?? "") }),
        reading(
            #"(.*) to give, but the time account only has room for (.*)\."#,
            { $0.accountHolds(asked: $1[1], room: $1[2]) }
        ),
        reading(
            #"The time account is (.*) in debt; this service evens it out\."#,
            { $0.accountHolds(debt: $1[1]) }
        ),
        reading(
            #"The time account has room for (.*) more to give\."#,
            { $0.accountHolds(free: $1[1]) }
        ),
    ]

    private static func reading(_ pattern: String, _ holds: @escaping Holds) -> Reading {
        (SentenceRegex("^(?:\(pattern))$"), holds)
    }

    // MARK: Skills

    /// As many are held as asked, of as many; each named, with both levels where they are known.
    fileprivate func metHolds(_ count: String?, of all: String?, _ labels: String) -> Bool {
        let met = need.skills.filter { held.contains($0.skill) && !isShort($0) }
        func isSaid(_ said: String?, _ count: Int) -> Bool {
            guard let said else { return count == 1 }
            return ["deux", "both"].contains(said) ? count == 2 : Int(said) == count
        }
        return isSaid(count, met.count) && isSaid(all, need.skills.count)
            && isListed(met, as: labels)
    }

    fileprivate func listHolds(_ labels: String, of ids: Set<Skill.ID>) -> Bool {
        !ids.isEmpty && self.ids(named: labels, among: ids) == ids
    }

    fileprivate func shortHolds(_ labels: String) -> Bool {
        isListed(need.skills.filter { held.contains($0.skill) && isShort($0) }, as: labels)
    }

    private func isListed(_ asked: [AskedSkill], as labels: String) -> Bool {
        let level = language == .french ? "niveau" : "level"
        let bare = labels.replacing(/\ \((?:niveau|level)[^()]*\)/, with: "")
        let said = labels.matches(of: /\((?:niveau|level)[^()]*\)/).map { String($0.output) }
        let known = asked.compactMap { skill -> String? in
            let own = self.level(skill.skill).map { "\(level)\u{A0}\($0)" }
            guard let wanted = skill.level else { return own.map { "(\($0))" } }
            return language == .french
                ? "(\(own ?? "niveau non précisé") pour \(wanted) demandé)"
                : "(\(own ?? "level not given") for \(wanted) asked)"
        }
        return !asked.isEmpty && said.sorted() == known.sorted()
            && ids(named: bare, among: Set(asked.map(\.skill))).count == asked.count
    }

    fileprivate func missingHolds(_ labels: String) -> Bool {
        let marks = language == .french ? " (obligatoire)" : " (mandatory)"
        let close = signals.flatMap { signal -> [Skill.ID] in
            guard case .skills(let coverage) = signal.evidence else { return [] }
            return coverage.filter { $0.held != nil && $0.nearness >= 0.5 }.map(\.asked)
        }
        let missing = asked.subtracting(held).subtracting(close)
            .subtracting(candidate.mentioned)
        let mandatory = need.skills.count { missing.contains($0.skill) && $0.mandatory }
        return ids(named: labels.replacing(marks, with: ""), among: missing) == missing
            && labels.ranges(of: marks).count == mandatory
    }

    // MARK: All else

    fileprivate func commonWordsHold(_ list: String) -> Bool {
        let joint = language == .french ? " et " : " and "
        let words = list.replacing(joint, with: ", ").split(separator: ", ").map(String.init)
        return (1...5).contains(words.count) && wordsHold(words)
    }

    fileprivate func awayHolds(_ far: String, from town: String?, atDistance: Bool) -> Bool {
        distance.map { wording.kilometres($0) } == far && town.map(isTown) ?? true
            && (!atDistance || candidate.remote && need.remote != .no)
    }

    fileprivate func freeHolds(_ days: String, isShort: Bool, of asked: String) -> Bool {
        guard let free, let wanted = need.days else { return false }
        let whole = (free * 2).rounded(.down) / 2
        let count = asked.prefix { $0.isNumber || ",.\u{202F}".contains($0) }
        return wording.days(whole) == days && isShort == (whole < wanted)
            && (count.isEmpty ? wanted <= 1 : wording.quantity(wanted) == count)
    }

    fileprivate func priceHolds(_ asked: String, isAbove: Bool, limit: String) -> Bool {
        guard let price else { return false }
        return [true, false].contains { wording.rate(price.asked, perHour: $0) == asked }
            && wording.money(price.highest) == limit && isAbove == (price.asked > price.highest)
    }

    fileprivate func spokenHold(_ names: String) -> Bool {
        wording.list(
            need.languages.filter(candidate.languages.contains).map(wording.languageName)) == names
    }

    fileprivate func accountHolds(asked: String?, room: String?) -> Bool {
        guard let account = candidate.account, let hours = need.hours else { return false }
        return wording.hours(hours) == asked && wording.quantity(account.canGive) == room
            && hours > account.canGive
    }

    fileprivate func accountHolds(debt: String?) -> Bool {
        candidate.account.map { $0.balance < 0 && wording.hours(-$0.balance) == debt } ?? false
    }

    fileprivate func accountHolds(free: String?) -> Bool {
        candidate.account.map { wording.hours($0.canGive) == free } ?? false
    }

    // MARK: Hard rules

    /// What is wrong with a hard rule that the pair is said to fail, and with the sentences of it;
    /// nil where all is so.
    ///
    /// - Parameters:
    ///   - isRefused: Whether one of both members refuses the other.
    ///   - isDeclined: Whether the pair was declined.
    func fault(in exclusion: Exclusion, isRefused: Bool, isDeclined: Bool) -> String? {
        guard isSo(exclusion, isRefused: isRefused, isDeclined: isDeclined) else { return "not so" }
        let sentence = wording.sentence(for: exclusion, skills: skills)
        let remedy = wording.remedy(for: exclusion, skills: skills)
        for text in [sentence, remedy].compactMap(\.self) {
            if let fault = faultOfForm(text, language) { return "\(text) [\(fault)]" }
        }
        let named: [String] =
            switch exclusion {
            case .language(let missing): missing.map(wording.languageName)
            case .certifications(let missing): missing.map { $0.replacing("'", with: "’") }
            case .mandatorySkill(let skill, _, _): [wording.label(of: skill, in: skills)]
            case .place(let far, let radius): [wording.kilometres(far), wording.kilometres(radius)]
            case .price(let highest, let asked, _): [wording.money(highest), wording.money(asked)]
            case .dates(let asked, _): [wording.days(asked)]
            default: []
            }
        return named.first { !sentence.contains($0) }.map { "“\($0)” is not in “\(sentence)”" }
    }

    private func isSo(_ exclusion: Exclusion, isRefused: Bool, isDeclined: Bool) -> Bool {
        switch exclusion {
        case .ownNeed: return need.owner == candidate.member
        case .refusal: return isRefused
        case .declined, .declinedLately: return isDeclined
        // The sample names no exclusions.
        case .excluded: return false
        case .language(let missing):
            return !missing.isEmpty
                && Set(missing) == Set(need.languages).subtracting(candidate.languages)
        case .place(let far, let radius):
            return far > radius && radius == candidate.radius && need.remote != .only
                && abs((distance ?? .infinity) - far) < 1e-6
        case .notAtDistance: return need.remote == .only && !candidate.remote
        case .dates(let asked, let days):
            return asked == need.days && days < asked && abs((free ?? .infinity) - days) < 1e-9
        case .mandatorySkill(let skill, let asked, let level):
            let demanded = need.skills.first {
                $0.skill == skill && $0.mandatory && $0.level == asked
            }
            guard let demanded else { return false }
            return held.contains(skill)
                ? isShort(demanded) && level == self.level(skill) : level == nil
        case .certifications(let missing):
            return !missing.isEmpty
                && Set(missing) == Set(need.certifications).subtracting(candidate.certifications)
        case .price(let highest, let asked, _):
            return asked > highest && price?.highest == highest && price?.asked == asked
        case .exchange: return need.exchange.isDisjoint(with: candidate.exchange)
        case .balance(let hours, let room): return hours == need.hours && room < hours
        case .topics(let topics):
            return topics == need.topics && Set(topics).isDisjoint(with: candidate.topics)
        case .noConsent: return !candidate.consentsToBids
        }
    }
}

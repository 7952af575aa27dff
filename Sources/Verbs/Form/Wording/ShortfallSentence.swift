public import Market
public import Solving
public import Wording

extension Wording {
    /// What a lot lacks for a bid, in one sentence.
    ///
    /// - Parameters:
    ///   - shortfall: What is lacking.
    ///   - skills: Skills of the network, for their labels.
    ///   - tenders: Titles of tenders by id; those without one are not named.
    ///   - lots: Numbers of lots by id; those without one are not named.
    ///   - names: Names of members by id; those without one are not named.
    ///   - term: How long declines of the job stand.
    public func sentence(
        for shortfall: Shortfall, skills: [Skill.ID: Skill], tenders: [Tender.ID: String] = [:],
        lots: [Need.ID: Int] = [:], names: [String: String] = [:],
        standing term: Decline.Term = .untilChanged
    ) -> String {
        switch shortfall {
        case .nothingAsked:
            pick(
                "Aucune compétence n’est demandée avec un nombre de jours.",
                "No skill is asked with a number of days.")
        case .noWindow:
            pick(
                "Les dates du travail ne sont pas connues\(semicolon)aucun jour ne peut être promis.",
                "The dates of the work are not known; no day can be promised.")
        case .windowPast(let last):
            pick(
                "Les dates du travail sont passées\(colon)elles s’arrêtaient le \(shortDay(last)).",
                "The dates of the work are past: they ended on \(shortDay(last)).")
        case .days(let skill, let level, let asked, let missing, let qualified, let nearest):
            missingDays(
                missing, of: asked, label(of: skill, in: skills), level, qualified: qualified)
                + near(nearest, names: names)
        case .budget(let published, let needed):
            pick(
                "L’équipe la moins chère coûterait \(money(needed)), soit "
                    + "\(money(needed - published)) de plus que le budget (\(money(published))).",
                "The cheapest team would cost \(money(needed)), which is "
                    + "\(money(needed - published)) more than the budget (\(money(published))).")
        case .size(let most, let needed):
            pick(
                "Il faudrait \(members(needed)), pour \(number(Double(most))) au plus.",
                "It would take \(members(needed)), for \(number(Double(most))) at most.")
        case .turnover(let lowest, let reached):
            pick(
                "Le chiffre d’affaires de l’équipe atteint \(money(reached)), pour "
                    + "\(money(lowest)) au moins.",
                "The team’s turnover reaches \(money(reached)), for \(money(lowest)) at least.")
        case .certifications(let missing): unheldCertifications(missing)
        case .memberCertifications(let asked): everyMember(asked)
        case .insurance(let least):
            pick(
                "Des membres nécessaires sont assurés pour moins de \(money(least)), ce que chacun "
                    + "doit avoir.",
                "Members who are needed are insured for less than \(money(least)), which everybody "
                    + "must have.")
        case .smallestShares:
            pick(
                "Des membres nécessaires n’acceptent pas une part aussi petite que celle qui leur "
                    + "reviendrait.",
                "Members who are needed do not accept a share as small as theirs would be.")
        case .lead:
            pick(
                "Personne dans une équipe possible n’accepte d’être mandataire.",
                "Nobody in a possible team accepts to lead it.")
        case .refusals:
            pick(
                "Des membres nécessaires ne souhaitent pas travailler ensemble.",
                "Members who are needed do not wish to work together.")
        case .promised(let ids): promised(ids.compactMap { tenders[$0] })
        case .otherLots(let ids): besideOtherLots(ids.compactMap { lots[$0] })
        case .declined:
            pick("La réponse possible a été déclinée", "The bid that is possible was declined")
                + semicolon
                + returns(after: term, once: pick("elle change", "it changes")) + "."
        case .outOfTime:
            pick(
                "La recherche s’est arrêtée avant d’aboutir, faute de temps.",
                "The search ran out of time before it came to an answer.")
        case .notSolved:
            pick(
                "Le calcul a échoué\(semicolon)le journal du programme dit pourquoi.",
                "The computation failed; the program’s log says why.")
        }
    }

    private func missingDays(
        _ missing: Double, of asked: Double, _ label: String, _ level: Level?, qualified: Int
    ) -> String {
        let name =
            quoted(label)
            + (level.map { pick(", niveau", ", level") + Wording.space + "\($0)" } ?? "")
        if qualified == 0 {
            return pick(
                "Personne ne peut être proposé pour \(name)\(colon)\(days(asked)) à couvrir.",
                "Nobody can be put forward for \(name): \(days(asked)) to cover.")
        }
        let who = pick(
            isSingular(Double(qualified))
                ? "\(members(qualified)) a cette compétence"
                : "\(members(qualified)) ont cette compétence",
            qualified == 1
                ? "\(members(qualified)) has this skill" : "\(members(qualified)) have this skill")
        if missing >= asked {
            return pick(
                "Aucun jour libre pour \(days(asked)) de \(name)\(semicolon)\(who).",
                "No free day for \(days(asked)) of \(name); \(who).")
        }
        return pick(
            "Il manque \(days(missing)) sur \(quantity(asked)) de \(name)\(semicolon)\(who).",
            "\(days(missing)) of \(quantity(asked)) are missing for \(name); \(who).")
    }

    private func near(_ nearest: [Shortfall.Near], names: [String: String]) -> String {
        let entries = nearest.compactMap { near -> String? in
            guard let name = names[near.member] else { return nil }
            let free = pick(
                "\(days(near.freeDays)) "
                    + (isSingular(near.freeDays) ? "libre" : "libres"),
                "\(days(near.freeDays)) free")
            let level = near.level.map { pick("niveau", "level") + Wording.space + "\($0), " }
            return "\(name) (\(level ?? "")\(free))"
        }
        guard !entries.isEmpty else { return "" }
        return pick(" Au plus près\(colon)", " The nearest: ") + list(entries) + "."
    }

    private func everyMember(_ asked: [String]) -> String {
        let names = list(asked.map { quoted($0) })
        return pick(
            "Chaque membre doit avoir "
                + (asked.count == 1 ? "la certification " : "les certifications ") + names
                + "\(semicolon)ceux qui l’ont ne suffisent pas.",
            "Every member must hold the "
                + (asked.count == 1 ? "certification " : "certifications ") + names
                + "; those who do are not enough.")
    }

    private func members(_ count: Int) -> String {
        self.count(count, one: pick("membre", "member"), many: pick("membres", "members"))
    }

    private func unheldCertifications(_ missing: [String]) -> String {
        let names = list(missing.map { quoted($0) })
        return pick(
            "Personne dans une équipe possible n’a "
                + (missing.count == 1 ? "la certification " : "les certifications ") + names + ".",
            "Nobody in a possible team holds the "
                + (missing.count == 1 ? "certification " : "certifications ") + names + ".")
    }

    private func promised(_ titles: [String]) -> String {
        let names = list(titles.map { quoted($0) })
        return pick(
            "Les jours nécessaires sont déjà promis à une autre réponse, acceptée ou plus urgente"
                + (names.isEmpty ? "." : "\(colon)\(names)."),
            "The days it takes are already promised to another bid, accepted or more urgent"
                + (names.isEmpty ? "." : ": \(names)."))
    }

    private func besideOtherLots(_ numbers: [Int]) -> String {
        guard !numbers.isEmpty else {
            return pick(
                "Possible seul, mais pas à côté des lots retenus, qui valent plus ensemble.",
                "Possible by itself, but not beside the lots bid for, which are worth more together."
            )
        }
        let names = list(numbers.map { pick("du lot", "lot") + Wording.space + "\($0)" })
        return pick(
            "Possible seul, mais pas à côté \(names).",
            "Possible by itself, but not beside \(names).")
    }
}

internal import Market

extension English {
    func text(of rule: Exclusion.Rule) -> RuleText {
        switch rule {
        case .ownNeed: RuleText(name: "own request", state: "of the member who asks")
        case .refusal:
            RuleText(
                name: "refusal between members", state: "because of a refusal between members")
        case .language: RuleText(name: "languages", state: "without the languages asked")
        case .place: RuleText(name: "distance", state: "out of reach")
        case .dates: RuleText(name: "availability", state: "without enough free days")
        case .skills: RuleText(name: "mandatory skills", state: "without all mandatory skills")
        case .certifications:
            RuleText(name: "certifications", state: "without the certifications asked")
        case .price: RuleText(name: "price", state: "above the highest price")
        case .exchange:
            RuleText(name: "kind of exchange", state: "with no kind of exchange in common")
        case .balance: RuleText(name: "time account", state: "beyond the time account’s limits")
        case .topics: RuleText(name: "topics", state: "without a topic in common")
        case .consent:
            RuleText(name: "consent to joint bids", state: "without consent to joint bids")
        case .declined: RuleText(name: "already declined", state: "already declined")
        case .exclusions:
            RuleText(name: "ruled out by the platform", state: "ruled out by the platform")
        }
    }

    var ownNeed: ExclusionText {
        ExclusionText(sentence: "It is their own request.", remedy: nil)
    }

    var refusal: ExclusionText {
        ExclusionText(
            sentence: "One of the two members does not wish to work with the other.", remedy: nil)
    }

    func missingLanguages(_ names: [String]) -> ExclusionText {
        ExclusionText(
            sentence: "Does not speak " + names.joined(separator: " or ") + ".",
            remedy: "It would take \(list(names)) among the languages of the profile.")
    }

    func tooFar(_ distance: Double, radius: Double, least: Double) -> ExclusionText {
        ExclusionText(
            sentence: "Too far: \(kilometres(distance)) away, for \(kilometres(radius)) at most.",
            remedy: "It would take a radius of at least \(kilometres(least)), or a request that "
                + "allows work at a distance.")
    }

    var notAtDistance: ExclusionText {
        ExclusionText(
            sentence: "Does not accept work at a distance, the only way here.",
            remedy: "The profile would have to accept work at a distance.")
    }

    func tooFewDays(_ free: Double, asked: Double, more: Double) -> ExclusionText {
        ExclusionText(
            sentence: free <= 0
                ? "No free day on these dates, for \(days(asked)) of work."
                : "Free \(days(free)) only on these dates, for \(days(asked)) of work.",
            remedy: "It would take \(days(more)) more on these dates, or other dates.")
    }

    func unmentionedSkill(_ name: String, level: Level?) -> ExclusionText {
        unmet(
            quoted(name), level,
            lack: "is not mentioned" + (level.map { " at level\(Wording.space)\($0)" } ?? ""))
    }

    func tooLowLevel(_ held: Level, of name: String, asked: Level) -> ExclusionText {
        unmet(quoted(name), asked, lack: "at level\(Wording.space)\(held), for \(asked) asked")
    }

    private func unmet(_ name: String, _ asked: Level?, lack: String) -> ExclusionText {
        let level = asked.map { " at level\(Wording.space)\($0)" } ?? ""
        return ExclusionText(
            sentence: "Mandatory skill: \(name) \(lack).",
            remedy:
                "It would take \(name)\(level) in the profile, or a request that does not demand "
                + "it.")
    }

    func missingCertifications(_ names: [String]) -> ExclusionText {
        let start = names.count == 1 ? "Certification missing" : "Certifications missing"
        return ExclusionText(
            sentence: "\(start): \(list(names)).",
            remedy: "It would take \(quoted(names)) among the certifications of the profile.")
    }

    func tooExpensive(_ asked: Money, limit: Money, perHour: Bool) -> ExclusionText {
        let most = rate(limit, perHour: perHour)
        return ExclusionText(
            sentence:
                "Too expensive: \(rate(asked, perHour: perHour)), for \(money(limit)) at most.",
            remedy: "It would take \(most) at most, or a higher price planned.")
    }
}

public import Hashing
public import Market

extension Candidate: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, member, name, title, text, language)
        skills.combine(into: &hasher)
        hasher.combine(fields: languages, place, radius, remote, calendar, rate, hours, exchange)
        hasher.combine(fields: account, certifications, turnover, insurance, consentsToBids)
        hasher.combine(fields: joined, department, leadsBids, bidDaysMin)
        if let url { hasher.combine(fields: "url", url) }
        if !mentioned.isEmpty { hasher.combine(fields: "mentioned", mentioned) }
        if !topics.isEmpty { hasher.combine(fields: "topics", topics) }
    }
}

extension Need: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, owner, title, text, language, skills, languages, place, remote)
        hasher.combine(fields: window, days, rateMax, hours, exchange, account, certifications)
        hasher.combine(fields: postedOn, tender, lotNumber, budget)
        if url != nil || deadline != nil || ownerName != nil {
            hasher.combine(fields: "url", url, deadline, ownerName)
        }
        if !mentioned.isEmpty { hasher.combine(fields: "mentioned", mentioned) }
        if !topics.isEmpty { hasher.combine(fields: "topics", topics) }
    }
}

extension Skill: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, french, english, frenchAlternatives, englishAlternatives)
    }
}

extension AskedSkill: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: skill, level, weight, mandatory, days)
    }
}

extension HeldSkill: ContentHashable {
    /// One by one: a market has more of these than of anything else.
    public func combine(into hasher: inout Hash.Hasher) {
        skill.combine(into: &hasher)
        level.combine(into: &hasher)
        years.combine(into: &hasher)
    }
}

extension Place: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: name, latitude, longitude)
    }
}

extension WorkCalendar: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: availabilities, commitments)
    }
}

extension Availability: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: period, daysPerWeek)
    }
}

extension Commitment: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: period, days, tender)
    }
}

extension TimeAccount: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: balance, lowest ?? -.infinity, highest ?? .infinity)
    }
}

extension Period: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) { hasher.combine(fields: first, last) }
}

extension Day: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) { number.combine(into: &hasher) }
}

extension Deadline: ContentHashable {
    /// A day alone is hashed as a day.
    public func combine(into hasher: inout Hash.Hasher) {
        day.combine(into: &hasher)
        if let time { hasher.combine(field: time.description) }
    }
}

extension Money: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) { cents.combine(into: &hasher) }
}

extension Language: ContentHashable {}
extension TextLanguage: ContentHashable {}
extension Remote: ContentHashable {}
extension Exchange: ContentHashable {}

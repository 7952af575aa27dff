internal import Hashing
internal import Market

/// What can be hashed, field by field: the same value always gives the same bytes, and two values
/// that differ give others.
protocol Hashed {
    func combine(into hasher: inout Hash.Hasher)
}

extension Candidate: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, member, name, title, text, language)
        skills.combine(into: &hasher)
        hasher.combine(fields: languages, place, radius, remote, calendar, rate, hours, exchange)
        hasher.combine(fields: account, certifications, turnover, insurance, consentsToBids)
        hasher.combine(fields: joined, department, leadsBids, bidDaysMin)
    }
}

extension Need: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, owner, title, text, language, skills, languages, place, remote)
        hasher.combine(fields: window, days, rateMax, hours, exchange, account, certifications)
        hasher.combine(fields: postedOn, tender, lotNumber, budget)
    }
}

extension Skill: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: id, french, english, frenchAlternatives, englishAlternatives)
    }
}

extension AskedSkill: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: skill, level, weight, mandatory, days)
    }
}

extension HeldSkill: Hashed {
    /// One by one: a market has more of these than of anything else.
    func combine(into hasher: inout Hash.Hasher) {
        skill.combine(into: &hasher)
        level.combine(into: &hasher)
        years.combine(into: &hasher)
    }
}

extension Place: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: name, latitude, longitude)
    }
}

extension WorkCalendar: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: availabilities, commitments)
    }
}

extension Availability: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(fields: period, daysPerWeek) }
}

extension Commitment: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(fields: period, days, tender) }
}

extension TimeAccount: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: balance, lowest, highest)
    }
}

extension Period: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(fields: first, last) }
}

extension Day: Hashed {
    func combine(into hasher: inout Hash.Hasher) { number.combine(into: &hasher) }
}

extension Money: Hashed {
    func combine(into hasher: inout Hash.Hasher) { cents.combine(into: &hasher) }
}

extension Language: Hashed {}
extension Remote: Hashed {}
extension Exchange: Hashed {}

extension Hashed where Self: RawRepresentable, RawValue == String {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(field: rawValue) }
}

extension String: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(field: self) }
}

extension Int: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(bits: UInt64(bitPattern: Int64(self)))
    }
}

extension Double: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(bits: bitPattern) }
}

extension Bool: Hashed {
    func combine(into hasher: inout Hash.Hasher) { hasher.combine(bits: self ? 1 : 0) }
}

extension Hash: Hashed {
    func combine(into hasher: inout Hasher) { hasher.combine(self) }
}

extension Optional: Hashed where Wrapped: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        (self != nil).combine(into: &hasher)
        self?.combine(into: &hasher)
    }
}

extension Array: Hashed where Element: Hashed {
    func combine(into hasher: inout Hash.Hasher) {
        count.combine(into: &hasher)
        for element in self { element.combine(into: &hasher) }
    }
}

/// In the order of what the elements are called.
extension Set: Hashed where Element: Hashed & RawRepresentable, Element.RawValue == String {
    func combine(into hasher: inout Hash.Hasher) {
        map { $0.rawValue }.sorted().combine(into: &hasher)
    }
}

extension Hash.Hasher {
    /// Adds one field after another.
    @inline(__always)
    mutating func combine<each Field: Hashed>(fields: repeat each Field) {
        for field in repeat each fields { field.combine(into: &self) }
    }
}

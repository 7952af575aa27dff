internal import Hashing
internal import Market

extension Scorer {
    /// SHA-256, in hexadecimal, of what a pair is scored on: what a decline is tied to.
    ///
    /// The content of the need and of the candidate is in it, and whether the candidate has days
    /// enough; not names, the day of posting, nor the days and hours themselves, which change every
    /// week: a pair that was declined does not return because a meeting was put in a calendar.
    public func basis(need: Int, candidate: Int) -> String {
        basis(need: need, content: contentHash(ofNeed: need), candidate: candidate)
    }

    /// The basis of a pair whose need was hashed before.
    func basis(need: Int, content: String, candidate: Int) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: "entremise basis 1")
        hasher.combine(field: content)
        combine(candidate: candidate, into: &hasher)
        hasher.combine(field: dates(need: need, candidate: candidate))
        return hasher.finish().description
    }

    func contentHash(ofNeed need: Int) -> String {
        var hasher = Hash.Hasher()
        combine(need: need, into: &hasher)
        return hasher.finish().description
    }

    private func dates(need: Int, candidate: Int) -> String {
        guard let asked = snapshot.needs[need].days, let window = snapshot.needs[need].window,
            let free = snapshot.candidates[candidate].calendar.freeDays(within: window)
        else { return "unknown" }
        return free < asked - 1e-9 ? "too few" : "enough"
    }

    private func combine(need index: Int, into hasher: inout Hash.Hasher) {
        let need = snapshot.needs[index]
        hasher.combine(field: need.id)
        hasher.combine(field: texts.needs.titles[index])
        hasher.combine(field: texts.needs.texts[index])
        hasher.combine(field: need.language.rawValue)
        let skills = need.skills.map {
            [
                $0.skill, "\($0.level ?? 0)", "\($0.weight)", "\($0.mandatory)",
                $0.days.map { "\($0)" } ?? "",
            ].joined(separator: "\u{1F}")
        }
        combine(sorted: skills, into: &hasher)
        combine(sorted: need.languages, into: &hasher)
        combine(need.place, into: &hasher)
        hasher.combine(field: need.remote.rawValue)
        hasher.combine(field: need.window.map { "\($0.first) \($0.last)" } ?? "")
        hasher.combine(field: need.days.map { "\($0)" } ?? "")
        hasher.combine(field: need.rateMax.map { "\($0.cents)" } ?? "")
        hasher.combine(field: need.hours.map { "\($0)" } ?? "")
        combine(sorted: need.exchange.map(\.rawValue), into: &hasher)
        combine(sorted: need.certifications, into: &hasher)
        hasher.combine(field: need.budget.map { "\($0.cents)" } ?? "")
        if !need.topics.isEmpty { combine(sorted: need.topics, into: &hasher) }
    }

    private func combine(candidate index: Int, into hasher: inout Hash.Hasher) {
        let candidate = snapshot.candidates[index]
        hasher.combine(field: candidate.id)
        hasher.combine(field: candidate.member)
        hasher.combine(field: texts.candidates.titles[index])
        hasher.combine(field: texts.candidates.texts[index])
        hasher.combine(field: candidate.language.rawValue)
        combine(sorted: candidate.skills.map { "\($0.skill)\u{1F}\($0.level ?? 0)" }, into: &hasher)
        combine(sorted: candidate.languages, into: &hasher)
        combine(candidate.place, into: &hasher)
        hasher.combine(field: candidate.radius.map { "\($0)" } ?? "")
        hasher.combine(field: "\(candidate.remote)")
        hasher.combine(field: candidate.rate.map { "\($0.cents)" } ?? "")
        hasher.combine(field: candidate.hours.map { "\($0)" } ?? "")
        combine(sorted: candidate.exchange.map(\.rawValue), into: &hasher)
        combine(sorted: candidate.certifications, into: &hasher)
        if !candidate.topics.isEmpty { combine(sorted: candidate.topics, into: &hasher) }
    }

    private func combine(_ place: Place?, into hasher: inout Hash.Hasher) {
        hasher.combine(field: place.map { "\($0.latitude) \($0.longitude)" } ?? "")
    }

    /// A list in ascending order, with its length first.
    private func combine(sorted items: [String], into hasher: inout Hash.Hasher) {
        hasher.combine(field: "\(items.count)")
        for item in items.sorted() { hasher.combine(field: item) }
    }
}

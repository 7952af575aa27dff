internal import Market

/// A part of a row that cannot be used, and why.
private struct Unusable: Error {
    let field: String
    let fault: SetAside.Fault
}

extension Fields {
    /// The skills that a need asks for, the mandatory ones first, then by falling weight, then by
    /// id.
    ///
    /// A skill that makes no sense is left out and the need goes on without it. Where it was
    /// mandatory, or counts days of a lot, the need would then ask for something else than its
    /// owner does: it is set aside as a whole.
    mutating func askedSkills(known: Set<Skill.ID>, isLot: Bool) -> [AskedSkill] {
        var asked: [AskedSkill] = []
        var seen: Set<Skill.ID> = []
        for object in objects("skills") {
            do throws(Unusable) {
                let skill = try Self.skill(of: object, known: known, seen: &seen)
                asked.append(
                    AskedSkill(
                        skill: skill, level: try Self.level(of: object),
                        weight: try Self.number("weight", of: object, .positive) ?? 1,
                        mandatory: try Self.boolean("mandatory", of: object),
                        days: try Self.number("days", of: object, .positive)))
            } catch {
                let id = partID(object["skill"])
                // No days of a skill at all is nothing to cover, and nothing lost.
                let isNothing = isLot && error.field == "days" && error.fault.isZero
                if object["mandatory"] == .bool(true) || isLot && !isNothing {
                    refuse(error, id: id)
                } else {
                    drop(error.field, error.fault, source: "\(source)_skill", id: id)
                }
            }
        }
        return asked.sorted {
            ($0.mandatory ? 0 : 1, -$0.weight, $0.skill)
                < ($1.mandatory ? 0 : 1, -$1.weight, $1.skill)
        }
    }

    /// The skills that a candidate holds, by id; one that makes no sense is left out.
    mutating func heldSkills(known: Set<Skill.ID>) -> [HeldSkill] {
        var held: [HeldSkill] = []
        var seen: Set<Skill.ID> = []
        for object in objects("skills") {
            do throws(Unusable) {
                let skill = try Self.skill(of: object, known: known, seen: &seen)
                held.append(
                    HeldSkill(
                        skill: skill, level: try Self.level(of: object),
                        years: try Self.number("years", of: object, .notNegative)))
            } catch {
                drop(
                    error.field, error.fault, source: "\(source)_skill",
                    id: partID(object["skill"]))
            }
        }
        return held.sorted { $0.skill < $1.skill }
    }

    /// What the candidate said of their time, by date; a row that makes no sense is left out.
    mutating func calendar() -> WorkCalendar {
        var availabilities: [Availability] = []
        for object in objects("availability") {
            do throws(Unusable) {
                let period = try Self.period(of: object)
                let days = try Self.number("days_per_week", of: object, .positive)
                guard let days, days <= 7 else {
                    throw Unusable(
                        field: "days_per_week",
                        fault: .unreadable(expected: "above 0 to 7 days a week"))
                }
                availabilities.append(Availability(period: period, daysPerWeek: days))
            } catch {
                drop(error.field, error.fault, source: "availability", id: rowID(object["id"]))
            }
        }
        var commitments: [Commitment] = []
        for object in objects("commitments") {
            do throws(Unusable) {
                let period = try Self.period(of: object)
                guard let days = try Self.number("days", of: object, .notNegative) else {
                    throw Unusable(field: "days", fault: .unreadable(expected: "a number"))
                }
                var tender: Tender.ID?
                if case .string(let id) = object["tender"] { tender = id }
                commitments.append(Commitment(period: period, days: days, tender: tender))
            } catch {
                drop(error.field, error.fault, source: "commitment", id: rowID(object["id"]))
            }
        }
        return WorkCalendar(
            availabilities: availabilities.sorted {
                ($0.period.first, $0.period.last, $0.daysPerWeek)
                    < ($1.period.first, $1.period.last, $1.daysPerWeek)
            },
            commitments: commitments.sorted {
                ($0.period.first, $0.period.last, $0.days, $0.tender ?? "")
                    < ($1.period.first, $1.period.last, $1.days, $1.tender ?? "")
            })
    }

    /// The row's own id where it has one, otherwise that of what it belongs to.
    private func rowID(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .number(let digits): digits
        default: id
        }
    }

    /// The id of a skill asked or held: whose, and which.
    private func partID(_ value: JSONValue?) -> String {
        if case .string(let skill) = value { return "\(id)/\(skill)" }
        return id
    }

    private mutating func refuse(_ error: Unusable, id: String) {
        drop(error.field, error.fault, source: "\(source)_skill", id: id)
        isBroken = true
    }
}

extension Fields {
    private static func skill(
        of object: [String: JSONValue], known: Set<Skill.ID>, seen: inout Set<Skill.ID>
    ) throws(Unusable) -> Skill.ID {
        guard case .string(let skill) = object["skill"] else {
            throw Unusable(field: "skill", fault: .unreadable(expected: "the id of a skill"))
        }
        guard known.contains(skill) else {
            throw Unusable(field: "skill", fault: .unknownSkill(found: skill))
        }
        guard seen.insert(skill).inserted else {
            throw Unusable(field: "skill", fault: .duplicate)
        }
        return skill
    }

    private static func level(of object: [String: JSONValue]) throws(Unusable) -> Level? {
        switch object["level"] ?? .null {
        case .null: return nil
        case .number(let digits):
            guard let value = Double(digits), let level = Int(exactly: value),
                (1...5).contains(level)
            else { throw Unusable(field: "level", fault: .level(found: digits)) }
            return level
        case let other: throw Unusable(field: "level", fault: .level(found: other.summary))
        }
    }

    private static func number(
        _ key: String, of object: [String: JSONValue], _ bound: Bound
    ) throws(Unusable) -> Double? {
        switch object[key] ?? .null {
        case .null: return nil
        case .number(let digits):
            guard let value = Double(digits), value.isFinite else {
                throw Unusable(
                    field: key, fault: .unreadable(expected: "a number of reasonable size"))
            }
            if let fault = fault(of: value, digits, bound) {
                throw Unusable(field: key, fault: fault)
            }
            return value
        default: throw Unusable(field: key, fault: .unreadable(expected: "a number"))
        }
    }

    private static func boolean(
        _ key: String, of object: [String: JSONValue]
    ) throws(Unusable) -> Bool {
        switch object[key] ?? .null {
        case .null: return false
        case .bool(let value): return value
        default: throw Unusable(field: key, fault: .unreadable(expected: "true or false"))
        }
    }

    private static func period(of object: [String: JSONValue]) throws(Unusable) -> Period {
        guard case .string(let first) = object["from"], let first = Day(first) else {
            throw Unusable(field: "from", fault: .unreadable(expected: "a day, YYYY-MM-DD"))
        }
        guard case .string(let last) = object["to"], let last = Day(last) else {
            throw Unusable(field: "to", fault: .unreadable(expected: "a day, YYYY-MM-DD"))
        }
        guard let period = Period(from: first, to: last) else {
            throw Unusable(
                field: "to",
                fault: .reversedDates(first: first.description, last: last.description))
        }
        return period
    }
}

extension SetAside.Fault {
    fileprivate var isZero: Bool {
        if case .notPositive = self { return true }
        return false
    }
}

internal import Market

/// A part of a row that cannot be used, and why.
struct Unusable: Error {
    let field: String
    let fault: SetAside.Fault
}

/// An object of the `skills` of a need or a candidate.
private struct SkillMembers: JSONMembers {
    var skill = JSONScalar.null
    var level = JSONScalar.null
    var weight = JSONScalar.null
    var mandatory = JSONScalar.null
    var days = JSONScalar.null
    var years = JSONScalar.null

    mutating func take(_ name: String, _ value: JSONScalar) {
        switch name {
        case "skill": skill = value
        case "level": level = value
        case "weight": weight = value
        case "mandatory": mandatory = value
        case "days": days = value
        case "years": years = value
        default: break
        }
    }
}

extension Fields {
    /// The skills that a need asks for, the mandatory ones first, then by falling weight, then by
    /// id.
    ///
    /// A skill that makes no sense is left out and the need goes on without it. Where it was
    /// mandatory, or counts days of a lot, the need would then ask for something else than its
    /// owner does: it is set aside as a whole.
    mutating func askedSkills(known: inout KnownSkills, isLot: Bool) -> [AskedSkill] {
        var asked: [AskedSkill] = []
        known.beginRow()
        for object in objects(.skills, as: SkillMembers.self) {
            do throws(Unusable) {
                let skill = try Self.skill(object.skill, known: &known)
                asked.append(
                    AskedSkill(
                        skill: skill, level: try Self.level(object.level),
                        weight: try Self.number("weight", object.weight, .positive) ?? 1,
                        mandatory: try Self.boolean("mandatory", object.mandatory),
                        days: try Self.number("days", object.days, .positive, .days)))
            } catch {
                let id = partID(object.skill)
                // No days of a skill at all is nothing to cover, and nothing lost.
                let isNothing = isLot && error.field == "days" && error.fault.isZero
                if object.mandatory == .boolean(true) || isLot && !isNothing {
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
    mutating func heldSkills(known: inout KnownSkills) -> [HeldSkill] {
        var held: [HeldSkill] = []
        known.beginRow()
        for object in objects(.skills, as: SkillMembers.self) {
            do throws(Unusable) {
                let skill = try Self.skill(object.skill, known: &known)
                held.append(
                    HeldSkill(
                        skill: skill, level: try Self.level(object.level),
                        years: try Self.number("years", object.years, .notNegative)))
            } catch {
                drop(
                    error.field, error.fault, source: "\(source)_skill", id: partID(object.skill))
            }
        }
        held.sort { $0.skill < $1.skill }
        return held
    }

    private mutating func refuse(_ error: Unusable, id: String) {
        drop(error.field, error.fault, source: "\(source)_skill", id: id)
        isBroken = true
    }

    /// The id of a skill asked or held: whose, and which.
    private func partID(_ skill: JSONScalar) -> String {
        if case .text(let skill) = skill { return "\(id)/\(skill)" }
        return id
    }
}

extension Fields {
    private static func skill(
        _ value: JSONScalar, known: inout KnownSkills
    ) throws(Unusable) -> Skill.ID {
        guard case .text(let skill) = value else {
            throw Unusable(field: "skill", fault: .unreadable(expected: .a(.skillID)))
        }
        switch known.find(skill) {
        case .unknown: throw Unusable(field: "skill", fault: .unknownSkill(found: skill))
        case .repeated: throw Unusable(field: "skill", fault: .duplicate)
        case .found(let id): return id
        }
    }

    private static func level(_ value: JSONScalar) throws(Unusable) -> Level? {
        switch value {
        case .null: return nil
        case .number(let value, let digits):
            guard let level = Int(exactly: value), (1...5).contains(level)
            else { throw Unusable(field: "level", fault: .level(found: digits)) }
            return level
        case let other: throw Unusable(field: "level", fault: .level(found: other.summary))
        }
    }

    static func number(
        _ name: String, _ value: JSONScalar, _ bound: Bound, _ size: Size = .reasonable
    ) throws(Unusable) -> Double? {
        switch value {
        case .null: return nil
        case .number(let value, let digits):
            if let fault = fault(of: value, digits, bound, size) {
                throw Unusable(field: name, fault: fault)
            }
            return value
        default: throw Unusable(field: name, fault: .unreadable(expected: .a(.number)))
        }
    }

    private static func boolean(_ name: String, _ value: JSONScalar) throws(Unusable) -> Bool {
        switch value {
        case .null: return false
        case .boolean(let value): return value
        default: throw Unusable(field: name, fault: .unreadable(expected: .a(.boolean)))
        }
    }
}

extension SetAside.Fault {
    fileprivate var isZero: Bool {
        if case .notPositive = self { return true }
        return false
    }
}

/// What a survey of a job's rows means for the night.
public enum SurveyRemark: Sendable, Hashable {
    /// One side of a job.
    public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
        case needs, candidates
    }

    /// What a row may say beside its title.
    public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable {
        case skills, texts, coordinates, dates
    }

    /// A side without a usable row.
    case empty(Side)
    /// Rows that the night leaves out, of how many; half of them or more.
    case mostLost(Side, lost: Int, rows: Int)
    /// Rows or parts of rows that the night leaves out.
    case setAside(Int)
    /// A side of which fewer than half say something that the job looks at.
    case seldom(Side, Aspect, share: Double)
    case unknownSkills(Int)
    case unknownOwners(Int)
    case unknownMembers(Int)
    /// The network has no members, so nobody is written to.
    case noMembers
    case missingAddresses(Int)
    case malformedAddresses(Int)
    case bouncedAddresses(Int)

    /// What it is about, for programs.
    public var name: String {
        switch self {
        case .empty: "empty"
        case .mostLost: "mostLost"
        case .setAside: "setAside"
        case .seldom: "seldom"
        case .unknownSkills: "unknownSkills"
        case .unknownOwners: "unknownOwners"
        case .unknownMembers: "unknownMembers"
        case .noMembers: "noMembers"
        case .missingAddresses: "missingAddresses"
        case .malformedAddresses: "malformedAddresses"
        case .bouncedAddresses: "bouncedAddresses"
        }
    }
}

extension JobSurvey {
    /// What the figures mean, what weighs most first.
    ///
    /// - Parameter aspects: What the job looks at, by its rules and weights.
    public func remarks(
        lookingAt aspects: Set<SurveyRemark.Aspect> = Set(SurveyRemark.Aspect.allCases)
    ) -> [SurveyRemark] {
        var remarks: [SurveyRemark] = []
        let sides: [(SurveyRemark.Side, Side)] = [(.needs, needs), (.candidates, candidates)]
        for (side, rows) in sides {
            if rows.used == 0 {
                remarks.append(.empty(side))
            } else if rows.rows - rows.used >= rows.used {
                remarks.append(.mostLost(side, lost: rows.rows - rows.used, rows: rows.rows))
            }
        }
        let count = setAside.map(\.count).reduce(0, +)
        if count > 0 { remarks.append(.setAside(count)) }
        for (side, rows) in sides where rows.used > 0 {
            for aspect in SurveyRemark.Aspect.allCases where aspects.contains(aspect) {
                let share = rows[aspect]
                if share < 0.5 { remarks.append(.seldom(side, aspect, share: share)) }
            }
        }
        if !unknownSkills.isEmpty { remarks.append(.unknownSkills(unknownSkills.count)) }
        if unknownOwners.count > 0 { remarks.append(.unknownOwners(unknownOwners.count)) }
        if members == 0, needs.used + candidates.used > 0 {
            remarks.append(.noMembers)
        } else if unknownMembers.count > 0 {
            remarks.append(.unknownMembers(unknownMembers.count))
        }
        if addresses.missing.count > 0 {
            remarks.append(.missingAddresses(addresses.missing.count))
        }
        if addresses.malformed.count > 0 {
            remarks.append(.malformedAddresses(addresses.malformed.count))
        }
        if addresses.bounced.count > 0 {
            remarks.append(.bouncedAddresses(addresses.bounced.count))
        }
        return remarks
    }
}

extension JobSurvey.Side {
    /// The share that says something of a kind.
    public subscript(_ aspect: SurveyRemark.Aspect) -> Double {
        switch aspect {
        case .skills: skills
        case .texts: texts
        case .coordinates: coordinates
        case .dates: dates
        }
    }
}

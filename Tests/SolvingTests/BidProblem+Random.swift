import Market
import Solving

extension Day {
    /// A day of 2026, from the first of September, which is a Tuesday.
    static func autumn(_ offset: Int) -> Day {
        (Day("2026-09-01") ?? Day(number: 0)).advanced(by: offset)
    }
}

extension Period {
    static func autumn(_ first: Int, _ last: Int) -> Period {
        guard let period = Period(from: .autumn(first), to: .autumn(last)) else {
            preconditionFailure("days the wrong way round")
        }
        return period
    }
}

extension Candidate {
    /// A consultant who agreed to joint bids and is free all autumn.
    static func example(
        _ id: String, skills: [HeldSkill] = [HeldSkill(skill: "s0", level: 3)],
        rate: Int? = 50_000, daysPerWeek: Double = 5, turnover: Int = 0,
        certifications: [String] = [], insurance: Int? = nil, consents: Bool = true,
        leads: Bool = true, bidDaysMin: Double? = nil
    ) -> Candidate {
        Candidate(
            id: id, name: id, skills: skills,
            calendar: WorkCalendar(availabilities: [
                Availability(period: .autumn(-30, 120), daysPerWeek: daysPerWeek)
            ]),
            rate: rate.map { Money(cents: $0) }, certifications: certifications,
            turnover: Money(cents: turnover), insurance: insurance.map { Money(cents: $0) },
            consentsToBids: consents, leadsBids: leads, bidDaysMin: bidDaysMin)
    }
}

extension Need {
    /// A lot of four weeks.
    static func lot(
        _ number: Int, skills: [AskedSkill] = [AskedSkill(skill: "s0", level: 3, days: 4)],
        budget: Int? = nil, window: Period? = .autumn(0, 27), certifications: [String] = []
    ) -> Need {
        Need(
            id: "l\(number)", title: "Lot \(number)", skills: skills, window: window,
            certifications: certifications, lotNumber: number,
            budget: budget.map { Money(cents: $0) })
    }
}

extension BidProblem {
    /// A tender with everything open to everybody.
    static func example(
        lots: [Need], candidates: [Candidate], membersMax: Int? = nil, turnoverMin: Int? = nil,
        certifications: [String] = [], memberCertifications: [String] = [],
        insuranceMin: Int? = nil, refusals: Set<MemberPair> = [],
        together: Set<MemberPair> = [], id: String = "t", deadline: Day = .autumn(-10)
    ) -> BidProblem {
        BidProblem(
            tender: Tender(
                id: id, title: "Tender \(id)", buyer: "Buyer", deadline: Deadline(deadline),
                membersMax: membersMax, turnoverMin: turnoverMin.map { Money(cents: $0) },
                certifications: certifications, memberCertifications: memberCertifications,
                insuranceMin: insuranceMin.map { Money(cents: $0) }, lots: lots.map(\.id)),
            lots: lots,
            members: candidates.map { BidMember(candidate: $0, lots: Set(lots.map(\.id))) },
            refusals: refusals, together: together)
    }

    /// A small problem in which every rule may bind.
    ///
    /// - Parameter members: How many members; with more than five, lots are fewer and smaller, so
    ///   that everything can still be tried.
    static func random(
        members: ClosedRange<Int> = 1...5, using random: inout some RandomNumberGenerator
    ) -> BidProblem {
        let skills = ["s0", "s1", "s2"]
        let count = Int.random(in: members, using: &random)
        let lots = (0..<Int.random(in: 1...(count > 5 ? 2 : 3), using: &random)).map {
            number -> Need in
            let asked = skills.shuffled(using: &random)
                .prefix(.random(in: 1...2, using: &random)).map {
                    AskedSkill(
                        skill: $0,
                        level: Bool.random(using: &random)
                            ? .random(in: 2...4, using: &random) : nil,
                        days: Double(Int.random(in: 1...4, using: &random)) / 2)
                }
            let first = Int.random(in: 0...6, using: &random)
            return .lot(
                number, skills: asked,
                budget: Int.random(in: 0..<3, using: &random) > 0
                    ? .random(in: 4...20, using: &random) * 10_000 : nil,
                window: .autumn(first, first + .random(in: 0...6, using: &random)),
                certifications: Int.random(in: 0..<6, using: &random) == 0 ? ["c1"] : [])
        }
        let members = (0..<count).map { number -> BidMember in
            let candidate = Candidate.example(
                "m\(number)",
                skills: skills.filter { _ in Int.random(in: 0..<5, using: &random) < 3 }.map {
                    HeldSkill(
                        skill: $0,
                        level: Bool.random(using: &random)
                            ? .random(in: 1...5, using: &random) : nil)
                },
                rate: Int.random(in: 0..<12, using: &random) == 0
                    ? nil
                    : .random(in: 8...14, using: &random) * 5_000
                        + .random(in: 0...1, using: &random),
                daysPerWeek: Double(Int.random(in: 1...10, using: &random)) / 2,
                turnover: .random(in: 0...5, using: &random) * 1_000_000,
                certifications: ["c0", "c1"].filter { _ in .random(using: &random) },
                insurance: Bool.random(using: &random)
                    ? .random(in: 1...4, using: &random) * 1_000_000 : nil,
                consents: Int.random(in: 0..<12, using: &random) > 0,
                leads: Int.random(in: 0..<3, using: &random) > 0,
                bidDaysMin: Int.random(in: 0..<4, using: &random) == 0
                    ? Double(Int.random(in: 1...4, using: &random)) / 2 : nil)
            let promised =
                Int.random(in: 0..<3, using: &random) == 0
                ? [
                    BidMember.Promise(
                        tender: "earlier", window: .autumn(2, 8),
                        days: Double(Int.random(in: 1...4, using: &random)) / 2)
                ] : []
            return BidMember(
                candidate: candidate,
                lots: Set(lots.map(\.id).filter { _ in Int.random(in: 0..<6, using: &random) > 0 }),
                fit: Dictionary(
                    uniqueKeysWithValues: lots.map {
                        ($0.id, Double(Int.random(in: 0...4, using: &random)) / 4)
                    }),
                isNewcomer: Int.random(in: 0..<4, using: &random) == 0, promised: promised)
        }
        var refusals: Set<MemberPair> = []
        var together: Set<MemberPair> = []
        for one in members.indices {
            for other in members.indices where one < other {
                let pair = MemberPair("m\(one)", "m\(other)")
                if Int.random(in: 0..<6, using: &random) == 0 { refusals.insert(pair) }
                if Int.random(in: 0..<6, using: &random) == 0 { together.insert(pair) }
            }
        }
        return BidProblem(
            tender: Tender(
                id: "t", title: "Tender", buyer: "Buyer", deadline: Deadline(.autumn(-5)),
                membersMax: Bool.random(using: &random) ? .random(in: 1...3, using: &random) : nil,
                turnoverMin: Int.random(in: 0..<3, using: &random) == 0
                    ? Money(cents: .random(in: 1...6, using: &random) * 1_000_000) : nil,
                certifications: Int.random(in: 0..<4, using: &random) == 0 ? ["c0"] : [],
                memberCertifications: Int.random(in: 0..<6, using: &random) == 0 ? ["c1"] : [],
                insuranceMin: Int.random(in: 0..<4, using: &random) == 0
                    ? Money(cents: 2_000_000) : nil,
                lots: lots.map(\.id)),
            lots: lots, members: members, refusals: refusals, together: together)
    }

    /// The problem of a tender with a code, whose members have references, some of which count.
    func withReferences(using random: inout some RandomNumberGenerator) -> BidProblem {
        var tender = tender
        tender.code = ProcurementCode("72220000")
        return BidProblem(
            tender: tender, lots: lots,
            members: members.map { member in
                let references = (0..<Int.random(in: 0...4, using: &random)).map { number in
                    Reference(
                        id: "\(member.candidate.member)-\(number)", title: "Work", client: "Client",
                        year: 2025,
                        codes: ["72224000", "79311000"].filter { _ in .random(using: &random) }
                            .compactMap { ProcurementCode($0) },
                        skills: ["s0", "s1"].filter { _ in
                            Int.random(in: 0..<3, using: &random) == 0
                        })
                }
                return BidMember(
                    candidate: member.candidate, lots: member.lots, fit: member.fit,
                    isNewcomer: member.isNewcomer, promised: member.promised,
                    references: references)
            }, refusals: refusals, together: together)
    }

    func shuffled(using random: inout some RandomNumberGenerator) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots.shuffled(using: &random),
            members: members.shuffled(using: &random), refusals: refusals, together: together)
    }
}

extension FormLimits {
    /// Long enough on a machine that does much else.
    static let ample = FormLimits(seconds: 300, nodes: 1_000_000)
}

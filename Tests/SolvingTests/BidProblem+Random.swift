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
        certifications: [String] = [], consents: Bool = true
    ) -> Candidate {
        Candidate(
            id: id, name: id, skills: skills,
            calendar: WorkCalendar(availabilities: [
                Availability(period: .autumn(-30, 120), daysPerWeek: daysPerWeek)
            ]),
            rate: rate.map { Money(cents: $0) }, certifications: certifications,
            turnover: Money(cents: turnover), consentsToBids: consents)
    }
}

extension Need {
    /// A lot of four weeks.
    static func lot(
        _ number: Int, skills: [AskedSkill] = [AskedSkill(skill: "s0", level: 3, days: 4)],
        budget: Int? = nil, window: Period? = .autumn(0, 27)
    ) -> Need {
        Need(
            id: "l\(number)", title: "Lot \(number)", skills: skills, window: window,
            lotNumber: number, budget: budget.map { Money(cents: $0) })
    }
}

extension BidProblem {
    /// A tender with everything open to everybody.
    static func example(
        lots: [Need], candidates: [Candidate], membersMax: Int? = nil, turnoverMin: Int? = nil,
        certifications: [String] = [], refusals: Set<MemberPair> = [], id: String = "t",
        deadline: Day = .autumn(-10)
    ) -> BidProblem {
        BidProblem(
            tender: Tender(
                id: id, title: "Tender \(id)", buyer: "Buyer", deadline: deadline,
                membersMax: membersMax, turnoverMin: turnoverMin.map { Money(cents: $0) },
                certifications: certifications, lots: lots.map(\.id)),
            lots: lots,
            members: candidates.map { BidMember(candidate: $0, lots: Set(lots.map(\.id))) },
            refusals: refusals)
    }

    /// A small problem in which every rule may bind.
    static func random(using random: inout some RandomNumberGenerator) -> BidProblem {
        let skills = ["s0", "s1", "s2"]
        let lots = (0..<Int.random(in: 1...3, using: &random)).map { number -> Need in
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
                window: .autumn(first, first + .random(in: 0...6, using: &random)))
        }
        let members = (0..<Int.random(in: 1...5, using: &random)).map { number -> BidMember in
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
                consents: Int.random(in: 0..<12, using: &random) > 0)
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
                promised: promised)
        }
        var refusals: Set<MemberPair> = []
        for one in members.indices {
            for other in members.indices where one < other {
                if Int.random(in: 0..<6, using: &random) == 0 {
                    refusals.insert(MemberPair("m\(one)", "m\(other)"))
                }
            }
        }
        return BidProblem(
            tender: Tender(
                id: "t", title: "Tender", buyer: "Buyer", deadline: .autumn(-5),
                membersMax: Bool.random(using: &random) ? .random(in: 1...3, using: &random) : nil,
                turnoverMin: Int.random(in: 0..<3, using: &random) == 0
                    ? Money(cents: .random(in: 1...6, using: &random) * 1_000_000) : nil,
                certifications: Int.random(in: 0..<4, using: &random) == 0 ? ["c0"] : [],
                lots: lots.map(\.id)),
            lots: lots, members: members, refusals: refusals)
    }

    func shuffled(using random: inout some RandomNumberGenerator) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots.shuffled(using: &random),
            members: members.shuffled(using: &random), refusals: refusals)
    }
}

extension FormLimits {
    /// Long enough on a machine that does much else.
    static let ample = FormLimits(seconds: 300)
}

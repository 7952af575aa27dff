import Market
import Solving

extension BidProblem {
    /// A tender of the size of real ones: lots of several skills and some weeks, members with a
    /// handful of skills, days here and there, and rates in fives.
    static func network(
        members count: Int, lots lotCount: Int, using random: inout some RandomNumberGenerator
    ) -> BidProblem {
        let skills = (0..<12).map { "s\($0)" }
        let lots = (0..<lotCount).map { number -> Need in
            let first = Int.random(in: 0...60, using: &random)
            let asked = skills.shuffled(using: &random)
                .prefix(.random(in: 2...3, using: &random)).map {
                    AskedSkill(
                        skill: $0, level: .random(in: 2...4, using: &random),
                        days: Double(Int.random(in: 6...30, using: &random)) / 2)
                }
            let days = asked.reduce(0) { $0 + ($1.days ?? 0) }
            return .lot(
                number + 1, skills: asked,
                budget: Int(days) * .random(in: 420...620, using: &random) * 100,
                window: .autumn(first, first + .random(in: 20...60, using: &random)))
        }
        let members = (0..<count).map { number -> BidMember in
            var candidate = Candidate.example(
                "m\(number)",
                skills: skills.shuffled(using: &random).prefix(.random(in: 2...5, using: &random))
                    .map { HeldSkill(skill: $0, level: .random(in: 1...5, using: &random)) },
                rate: .random(in: 76...140, using: &random) * 500,
                daysPerWeek: Double(Int.random(in: 2...10, using: &random)) / 2,
                turnover: .random(in: 20...90, using: &random) * 100_000,
                certifications: ["c0", "c1"].filter { _ in
                    Int.random(in: 0..<4, using: &random) == 0
                }, leads: Int.random(in: 0..<4, using: &random) > 0,
                bidDaysMin: Int.random(in: 0..<5, using: &random) == 0
                    ? Double(Int.random(in: 2...6, using: &random)) : nil)
            candidate.name = "Member \(number)"
            return BidMember(
                candidate: candidate,
                lots: Set(lots.map(\.id).filter { _ in Int.random(in: 0..<8, using: &random) > 0 }),
                fit: Dictionary(
                    uniqueKeysWithValues: lots.map {
                        ($0.id, Double(Int.random(in: 20...90, using: &random)) / 100)
                    }), isNewcomer: Int.random(in: 0..<6, using: &random) == 0)
        }
        func pairs(_ number: Int) -> Set<MemberPair> {
            Set(
                (0..<number).map { _ in
                    MemberPair(
                        "m\(Int.random(in: 0..<count, using: &random))",
                        "m\(Int.random(in: 0..<count, using: &random))")
                })
        }
        return BidProblem(
            tender: Tender(
                id: "t", title: "Tender", buyer: "Buyer", deadline: Deadline(.autumn(-5)),
                membersMax: .random(in: 4...8, using: &random),
                turnoverMin: Bool.random(using: &random)
                    ? Money(cents: .random(in: 10...25, using: &random) * 1_000_000) : nil,
                certifications: Bool.random(using: &random) ? ["c0"] : [],
                lots: lots.map(\.id)),
            lots: lots, members: members, refusals: pairs(count / 10), together: pairs(count / 2))
    }
}

import Market
import Solving
import TestSupport
import Testing

@Suite struct ExposureTests {
    private let today = Day(number: 20_780)

    private func exposure(
        _ candidates: [Candidate], suggested: [String] = [], passedOver: [String] = [],
        history: ProposalHistory = ProposalHistory()
    ) -> Exposure {
        Exposure(
            of: candidates, suggested: suggested, passedOver: passedOver, history: history,
            asOf: today)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `the Gini coefficient is the mean difference over twice the mean`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let counts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            Int.random(in: 0...4, using: &random)
        }
        let ids = counts.indices.map { "m\($0)" }
        let suggested = zip(ids, counts).flatMap { Array(repeating: $0, count: $1) }
        let found = exposure(ids.map { Candidate(id: $0) }, suggested: suggested).gini
        var difference = 0
        for one in counts { for other in counts { difference += abs(one - other) } }
        let sum = counts.reduce(0, +)
        let expected = sum == 0 ? 0 : Double(difference) / Double(2 * counts.count * sum)
        #expect(abs(found - expected) < 1e-12)
    }

    @Test func `who has had nothing for 30 days is counted among those who were there`() {
        let candidates = ["a", "b", "c", "d", "e", "new"].map {
            Candidate(id: $0, joined: today.advanced(by: $0 == "new" ? -29 : -30))
        }
        let found = exposure(
            candidates, suggested: ["a"],
            history: ProposalHistory(lastSuggested: [
                "b": today.advanced(by: -29), "c": today.advanced(by: -30),
                "new": today.advanced(by: -40),
            ]))
        #expect(found.members == 6 && found.suggested == 1)
        #expect(found.established == 5)
        #expect(found.unseen == 3, "c, d and e")
    }

    @Test func `newcomers are told by the day they joined, or else by when they were first seen`() {
        let joined = exposure(
            [
                Candidate(id: "a", joined: today.advanced(by: -89)),
                Candidate(id: "b", joined: today.advanced(by: -90)),
                Candidate(id: "c", joined: today), Candidate(id: "d"),
            ], suggested: ["a", "a", "b"])
        #expect(joined.arrival == .joined)
        #expect(joined.newcomers == .init(members: 2, suggested: 1))
        let seen = exposure(
            ["a", "b", "c", "d"].map { Candidate(id: $0) }, suggested: ["a"], passedOver: ["b"],
            history: ProposalHistory(firstSeen: ["c": today.advanced(by: -200)]))
        #expect(seen.arrival == .firstSeen)
        #expect(seen.newcomers == .init(members: 2, suggested: 1))
    }

    @Test func `departments stand in the order of their codes, the unknown one last`() {
        let found = exposure(
            [
                Candidate(id: "o1", member: "a"),
                Candidate(id: "o2", member: "a", department: "76"),
                Candidate(id: "b", department: "14"), Candidate(id: "c", department: "14"),
                Candidate(id: "d"),
            ], suggested: ["a", "c"])
        #expect(
            found.departments == [
                .init(code: "14", group: .init(members: 2, suggested: 1)),
                .init(code: "76", group: .init(members: 1, suggested: 1)),
                .init(code: nil, group: .init(members: 1, suggested: 0)),
            ])
    }

    @Test func `of nobody there is nothing to say`() {
        let found = exposure([])
        #expect(found.members == 0 && found.gini == 0 && found.departments.isEmpty)
        #expect(found.newcomers.share == nil)
    }
}

import Market
import Testing

@Suite struct JobSurveyTests {
    private static let nobody = JobSurvey.Addresses(
        missing: .init([]), malformed: .init([]), bounced: .init([]))

    @Test func `faults of the same kind are one reason, the most first`() {
        var snapshot = Snapshot(needs: [Need(id: "n", owner: "o", title: "T")])
        snapshot.rowsReturned = ["needs": 3, "candidates": 0]
        snapshot.setAside = [
            SetAside(source: "task", id: "1", field: "rate", fault: .negative(found: "-1")),
            SetAside(
                source: "task_skill", id: "1/x", field: "skill", fault: .unknownSkill(found: "x")),
            SetAside(source: "task", id: "2", field: "days", fault: .negative(found: "-1")),
            SetAside(
                source: "task_skill", id: "2/y", field: "skill", fault: .unknownSkill(found: "y")),
            SetAside(
                source: "task_skill", id: "3/x", field: "skill", fault: .unknownSkill(found: "x")),
        ]
        let survey = JobSurvey(of: "tasks", in: snapshot, members: [], addresses: Self.nobody)
        #expect(survey.setAside.map(\.count) == [3, 1, 1])
        #expect(survey.setAside.map(\.example.id) == ["1/x", "2", "1"])
        #expect(survey.unknownSkills.map(\.skill) == ["x", "y"])
        #expect(survey.unknownSkills.map(\.count) == [2, 1])
        #expect(survey.unknownSkills.map(\.example) == ["1", "2"])
        #expect(survey.needs.rows == 3 && survey.needs.used == 1)
        #expect(survey.unknownOwners.examples == ["o"])
        let remarks = survey.remarks(lookingAt: [.texts])
        #expect(
            remarks == [
                .mostLost(.needs, lost: 2, rows: 3), .empty(.candidates), .setAside(5),
                .seldom(.needs, .texts, share: 0), .unknownSkills(2), .unknownOwners(1), .noMembers,
            ])
    }

    @Test func `who offers something is known, though no member`() {
        let snapshot = Snapshot(
            needs: [Need(id: "n", owner: "a", title: "T")],
            candidates: [Candidate(id: "c", member: "a"), Candidate(id: "d", member: "b")])
        let survey = JobSurvey(of: "tasks", in: snapshot, members: ["b"], addresses: Self.nobody)
        #expect(survey.unknownOwners.count == 0)
        #expect(survey.unknownMembers.examples == ["a"])
    }
}

import Hashing
import Incremental
import Market
import Testing

private let today = Day(number: 20_000)

/// What a night knows rows again by.
@Suite struct RowHashTests {
    private let window = Period(from: today, to: today.advanced(by: 40))

    private func hash(_ candidate: Candidate) throws -> Hash {
        try Snapshot(candidates: [candidate]).hashes().candidates[0]
    }

    private func hash(_ need: Need) throws -> Hash {
        try Snapshot(needs: [need]).hashes().needs[0]
    }

    /// Holds each field's change against a value's stored fields, and against its hash.
    private func check<Value>(
        _ value: Value, _ changes: [String: (inout Value) -> Void],
        fixed: [String], hash: (Value) throws -> Hash
    ) throws {
        let fields = Set(Mirror(reflecting: value).children.compactMap(\.label))
        #expect(fields == Set(changes.keys).union(fixed), "every field, and no other")
        var hashes = [try hash(value)]
        for (field, change) in changes {
            var other = value
            change(&other)
            let found = try hash(other)
            #expect(!hashes.contains(found), "\(field)")
            hashes.append(found)
        }
    }

    @Test func `Whatever changes in a candidate, it is another`() throws {
        #expect(try hash(Candidate(id: "a", member: "x")) != hash(Candidate(id: "b", member: "x")))
        try check(
            Candidate(id: "c"),
            [
                "member": { $0.member = "m" }, "name": { $0.name = "n" },
                "title": { $0.title = "n" }, "text": { $0.text = "n" },
                "language": { $0.language = .english },
                "skills": { $0.skills = [HeldSkill(skill: "s", level: 2)] },
                "mentioned": { $0.mentioned = ["s"] }, "topics": { $0.topics = ["s"] },
                "languages": { $0.languages = ["fr"] },
                "place": { $0.place = Place(name: "Caen", latitude: 49, longitude: 0) },
                "radius": { $0.radius = 3 }, "remote": { $0.remote.toggle() },
                "calendar": {
                    $0.calendar = WorkCalendar(
                        availabilities: [window].compactMap(\.self).map {
                            Availability(period: $0, daysPerWeek: 3)
                        })
                },
                "rate": { $0.rate = Money(cents: 3) }, "hours": { $0.hours = 3 },
                "exchange": { $0.exchange = [.time] },
                "account": { $0.account = TimeAccount(balance: 0, lowest: -1, highest: 1) },
                "certifications": { $0.certifications = ["fr"] },
                "turnover": { $0.turnover = Money(cents: 3) },
                "insurance": { $0.insurance = Money(cents: 3) },
                "consentsToBids": { $0.consentsToBids.toggle() },
                "joined": { $0.joined = today },
                "department": { $0.department = "n" }, "leadsBids": { $0.leadsBids.toggle() },
                "bidDaysMin": { $0.bidDaysMin = 3 }, "url": { $0.url = "https://example.org" },
            ], fixed: ["id"], hash: hash)
    }

    @Test func `Whatever changes in a need, it is another`() throws {
        #expect(try hash(Need(id: "a", title: "")) != hash(Need(id: "b", title: "")))
        try check(
            Need(id: "n", title: ""),
            [
                "owner": { $0.owner = "m" }, "title": { $0.title = "n" },
                "text": { $0.text = "n" }, "language": { $0.language = .english },
                "skills": { $0.skills = [AskedSkill(skill: "s", level: 2)] },
                "mentioned": { $0.mentioned = ["s"] }, "topics": { $0.topics = ["s"] },
                "languages": { $0.languages = ["fr"] },
                "place": { $0.place = Place(name: "Caen", latitude: 49, longitude: 0) },
                "remote": { $0.remote = .only }, "window": { $0.window = window },
                "days": { $0.days = 3 }, "rateMax": { $0.rateMax = Money(cents: 3) },
                "hours": { $0.hours = 3 }, "exchange": { $0.exchange = [.time] },
                "account": { $0.account = TimeAccount(balance: 0, lowest: -1, highest: 1) },
                "certifications": { $0.certifications = ["fr"] },
                "postedOn": { $0.postedOn = today }, "tender": { $0.tender = "t" },
                "lotNumber": { $0.lotNumber = 3 }, "budget": { $0.budget = Money(cents: 3) },
                "url": { $0.url = "https://example.org" },
                "deadline": { $0.deadline = Deadline(today) },
                "ownerName": { $0.ownerName = "n" },
            ], fixed: ["id"], hash: hash)
    }

    @Test func `Skills count with all that they are held with, and with what they are called`()
        throws
    {
        func candidate(_ skill: HeldSkill) -> Candidate { Candidate(id: "c", skills: [skill]) }
        let skills = [
            HeldSkill(skill: "s", level: 2), HeldSkill(skill: "s", level: 3), HeldSkill(skill: "s"),
            HeldSkill(skill: "s", level: 2, years: 2), HeldSkill(skill: "t", level: 2),
        ]
        #expect(Set(try skills.map { try hash(candidate($0)) }).count == skills.count)
        let named = ["Audit", "Conseil"].map { name in
            Snapshot(
                candidates: [candidate(skills[0])],
                skills: ["s": Skill(id: "s", french: name, english: "")])
        }
        #expect(
            try named[0].hashes().candidates[0] != named[1].hashes().candidates[0],
            "words of the label are judged")
        let asked = [
            AskedSkill(skill: "s"), AskedSkill(skill: "s", mandatory: true),
            AskedSkill(skill: "s", weight: 2), AskedSkill(skill: "s", days: 2),
        ]
        #expect(
            Set(try asked.map { try hash(Need(id: "n", title: "", skills: [$0])) }).count
                == asked.count)
    }

    @Test func `A list of two is not a list of one and what follows it`() throws {
        #expect(
            try hash(Candidate(id: "c", languages: ["fr", "en"]))
                != hash(Candidate(id: "c", languages: ["fr"], certifications: ["en"])))
        #expect(
            try hash(Candidate(id: "c", member: "m", name: "ab", title: "c"))
                != hash(Candidate(id: "c", member: "m", name: "a", title: "bc")))
    }

    @Test func `A set has no order`() throws {
        let kinds = Exchange.allCases
        let hashes = try (0..<20).map { _ in
            try hash(Need(id: "n", title: "", exchange: Set(kinds.shuffled())))
        }
        #expect(Set(hashes).count == 1)
    }
}

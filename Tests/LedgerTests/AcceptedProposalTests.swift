import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct AcceptedProposalTests {
    /// A tender of two lots, and the group that is recorded for it.
    private static func fill(_ ledger: borrowing Ledger) throws {
        try ledger.connection.addSkills("a")
        for member in ["claire", "paul"] { try ledger.connection.addMember(member) }
        for tender in ["t1", "t2"] { try ledger.connection.addTender(tender) }
        try ledger.connection.addLot(
            "l1", of: "t1", number: 1, from: "2027-03-01", to: "2027-03-31", skills: ["a": 5])
        try ledger.connection.addLot(
            "l2", of: "t1", number: 2, from: "2027-04-30", to: "2027-04-01", skills: ["a": 5])
        try ledger.connection.addLot("l3", of: "t2", number: 1, skills: ["a": 5])
        try ledger.run(.example([.team(), .team(tender: "t2")]), job: "tenders")
    }

    private static func snapshot(_ ledger: borrowing Ledger) throws -> Snapshot {
        try ledger.snapshot(of: .tenders(), asOf: today)
    }

    @Test func anAcceptedProposalIsReadAsItWasAcceptedWithTheWindowsOfItsLots() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            let before = try Self.snapshot(ledger)
            #expect(before.accepted.isEmpty && before.lotWindows.isEmpty)
            #expect(before.lastRun?.proposals.map(\.key.parts) == [["t1"], ["t2"]])
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            try ledger.run(.example([.team(cents: 1), .team(tender: "t2")]), job: "tenders")
            let after = try Self.snapshot(ledger)
            let accepted = try #require(after.accepted.first)
            #expect(after.accepted.count == 1 && accepted.id == 1 && accepted.status == .accepted)
            #expect(accepted.parties == Proposal.team().parties)
            #expect(accepted.proof == Proposal.team().proof)
            #expect(accepted.body == Proposal.team().body)
            #expect(after.lotWindows.mapValues { $0.mapValues(\.length) } == ["t1": ["l1": 31]])
            #expect(try before.inputHash() != after.inputHash())
        }
    }

    @Test func theLastWordHoldsAndALostTenderHasNoWindows() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            try ledger.decide(Decision(.accepted, by: "c"), on: 2)
            for status in ["bid", "won", "lost", "closed", "open"] {
                try ledger.connection.execute("UPDATE network.tender SET status = \(status)")
                let windows = try Self.snapshot(ledger).lotWindows
                let canBeWon = !["lost", "closed"].contains(status)
                #expect(windows.keys.sorted() == (canBeWon ? ["t1", "t2"] : []))
                let known = try ledger.tenders(asOf: today).map(\.isOver)
                #expect(known == [!canBeWon, !canBeWon])
            }
            try ledger.decide(Decision(.declined, reason: "price", by: "c"), on: 1)
            let after = try Self.snapshot(ledger)
            #expect(after.accepted.map(\.id) == [2])
            #expect(after.declinedProposals == [Proposal.Key(["t1"]): Decline(basis: "basis-1")])
            #expect(after.declined.isEmpty, "no pair")
        }
    }

    @Test func aDeclineStandsForAsManyDaysAsTheJobSays() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.declined, reason: "price", by: "c"), on: 1)
            try ledger.connection.execute(
                "UPDATE entremise.decision SET decided_at = '2026-11-23 12:00Z'")
            let tenders = try JobQueries.tenders()
            let month = JobQueries(
                job: tenders.job, needs: tenders.needs, candidates: tenders.candidates,
                tenders: tenders.tenders, declined: .days(30))
            let decided = try #require(Day("2026-11-23"))
            let declined = try ledger.snapshot(of: month, asOf: decided.advanced(by: 29))
            #expect(
                declined.declinedProposals
                    == [Proposal.Key(["t1"]): Decline(basis: "basis-1", isLasting: true)])
            let over = try ledger.snapshot(of: month, asOf: decided.advanced(by: 30))
            #expect(over.declinedProposals.isEmpty)
            let always = try ledger.snapshot(of: tenders, asOf: decided.advanced(by: 3_000))
            #expect(
                always.declinedProposals == [Proposal.Key(["t1"]): Decline(basis: "basis-1")])
        }
    }

    @Test func onlyVerbsThatBuildOnItReadWhatWasAccepted() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            let tenders = try JobQueries.tenders()
            let silent = JobQueries(
                job: tenders.job, needs: tenders.needs, candidates: tenders.candidates,
                tenders: tenders.tenders)
            let snapshot = try ledger.snapshot(of: silent, asOf: today)
            #expect(snapshot.accepted.isEmpty && snapshot.lotWindows.isEmpty)
            #expect(snapshot.lastRun == nil)
        }
    }

    @Test func tendersAreKnownByThePlatformOrByWhatIsInForceForThem() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.run(
                .example([.team(), .team(tender: "forgotten")]), job: "tenders")
            try ledger.run(.example([.example()]))
            let known = try ledger.tenders(asOf: today)
            #expect(known.map(\.id) == ["forgotten", "t1", "t2"])
            #expect(known.map { $0.deadline == nil } == [true, false, false])
            #expect(known.first?.title == "Marché")
        }
    }
}

import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct AcceptedBidTests {
    /// A tender of one lot, and the two members of the bid that is recorded for it.
    private static func fill(_ ledger: borrowing Ledger) throws {
        try ledger.connection.addSkills("a")
        for member in ["claire", "paul"] {
            try ledger.connection.addMember(member, skills: ["a": 4])
            try ledger.connection.addAvailability(
                "v-\(member)", of: member, from: "2027-02-01", to: "2027-06-30")
        }
        for tender in ["t1", "t2"] { try ledger.connection.addTender(tender) }
        try ledger.connection.addLot(
            "l1", of: "t1", number: 1, from: "2027-03-01", to: "2027-03-31", skills: ["a": 5])
        try ledger.connection.addLot("l2", of: "t2", number: 1, skills: ["a": 5])
        try ledger.run(.example(bids: [.example()]), job: "tenders")
    }

    private static func promised(
        to tender: String, from ledger: borrowing Ledger
    ) throws -> [String: [Double]] {
        let snapshot = try ledger.snapshot(of: .tenders(), asOf: today)
        return Dictionary(
            uniqueKeysWithValues: snapshot.candidates.map { candidate in
                (
                    candidate.id,
                    candidate.promised(by: snapshot.accepted, except: tender).map(\.promise.days)
                )
            })
    }

    @Test func anAcceptedBidTakesItsDaysFromOtherTenders() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            let before = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(before.accepted.isEmpty)
            #expect(before.lastNight?.bids.map(\.tender) == ["t1"])
            try ledger.decide(Decision(.accepted, by: "c"), onBid: 1)
            let after = try ledger.snapshot(of: .tenders(), asOf: today)
            let accepted = try #require(after.accepted.first)
            #expect(accepted.bid.id == 1 && accepted.bid.members == RecordedBid.example().members)
            #expect(accepted.promises.map(\.member) == ["claire", "paul"])
            #expect(accepted.promises.map(\.days) == [2.5, 3.5])
            #expect(accepted.promises.allSatisfy { $0.window.length == 31 })
            #expect(try before.inputHash() != after.inputHash())
            #expect(
                try Self.promised(to: "t2", from: ledger) == ["claire": [2.5], "paul": [3.5]])
            #expect(try Self.promised(to: "t1", from: ledger) == ["claire": [], "paul": []])
        }
    }

    @Test func daysThatThePlatformWroteDownAreNotCountedTwice() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.accepted, by: "c"), onBid: 1)
            try ledger.connection.addCommitment(
                "g1", of: "claire", from: "2027-03-01", to: "2027-03-31", days: 2.5)
            #expect(try Self.promised(to: "t2", from: ledger)["claire"] == [2.5])
            try ledger.connection.execute(
                "UPDATE network.commitment SET tender_id = 't1' WHERE id = 'g1'")
            #expect(try Self.promised(to: "t2", from: ledger) == ["claire": [], "paul": [3.5]])
        }
    }

    @Test func theLastWordAndALostTenderFreeTheDays() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.accepted, by: "c"), onBid: 1)
            for status in ["bid", "won"] {
                try ledger.connection.execute("UPDATE network.tender SET status = \(status)")
                #expect(try ledger.snapshot(of: .tenders(), asOf: today).accepted.count == 1)
            }
            for status in ["lost", "closed"] {
                try ledger.connection.execute("UPDATE network.tender SET status = \(status)")
                #expect(try ledger.snapshot(of: .tenders(), asOf: today).accepted.isEmpty)
            }
            try ledger.connection.execute("UPDATE network.tender SET status = 'open'")
            #expect(throws: LedgerError.reasonMissing) {
                try ledger.decide(Decision(.declined, by: "c"), onBid: 1)
            }
            try ledger.decide(Decision(.declined, reason: "price", by: "c"), onBid: 1)
            #expect(try ledger.snapshot(of: .tenders(), asOf: today).accepted.isEmpty)
            #expect(throws: LedgerError.unknownBid(9)) {
                try ledger.decide(Decision(.accepted, by: "c"), onBid: 9)
            }
        }
    }

    /// Half past midnight in Paris is the evening before in UTC, and the afternoon in Cayenne.
    @Test(arguments: [
        ("Europe/Paris", "2026-11-24"), ("UTC", "2026-11-23"), ("America/Cayenne", "2026-11-23"),
    ])
    func aDecisionBelongsToTheDayOfTheNetworksTimeZone(zone: String, day: String) async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger)
            try ledger.decide(Decision(.accepted, by: "c"), onBid: 1)
            try ledger.connection.execute(
                "UPDATE entremise.bid_decision SET decided_at = '2026-11-23T23:30:00Z'")
            let state = try ledger.state(of: "t1", in: "tenders", timeZone: zone)
            #expect(state.lastDecision?.day == Day(day))
        }
    }
}

import Foundation
import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct RunTests {
    @Test func aSecondNightWithoutNewsWritesNoRow() async throws {
        try await withLedger { ledger, _ in
            let results = RunResults.example(
                [.example(), .example(candidate: "paul", rank: 2)], bids: [.example()])
            let first = try ledger.run(results)
            #expect(first.counts.suggestions == .init(new: 2))
            #expect(first.counts.bids == .init(new: 1))
            let second = try ledger.run(results)
            #expect(second.counts.suggestions == .init(unchanged: 2))
            #expect(second.counts.bids == .init(unchanged: 1))
            #expect(try ledger.connection.first("SELECT count(*) FROM entremise.suggestion") == 2)
            #expect(try ledger.connection.first("SELECT count(*) FROM entremise.bid") == 1)
            #expect(try ledger.connection.first("SELECT count(*) FROM entremise.bid_work") == 2)
        }
    }

    @Test func aPairInAnotherFormIsWrittenAnewAndIsNoNews() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let below = try ledger.run(.example([.example(score: 0.750_01)]))
            #expect(below.counts.suggestions == .init(unchanged: 1))
            let changed = try ledger.run(.example([.example(score: 0.76)]))
            #expect(changed.counts.suggestions == .init(changed: 1))
            let reworded = try ledger.run(.example([.example(score: 0.76, reasons: ["Autre."])]))
            #expect(reworded.counts.suggestions == .init(changed: 1))
            let standing: Int? = try ledger.connection.first(
                "SELECT count(*) FROM entremise.suggestion WHERE until_run_id IS NULL")
            #expect(standing == 1)
        }
    }

    @Test func aPairNoLongerProposedIsClosedAndNoNewsWhenItReturns() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()], bids: [.example()]))
            let gone = try ledger.run(.example())
            #expect(gone.counts.suggestions == .init(closed: 1))
            #expect(gone.counts.bids == .init(closed: 1))
            let back = try ledger.run(.example([.example()], bids: [.example()]))
            #expect(back.counts.suggestions == .init(changed: 1))
            #expect(back.counts.bids == .init(changed: 1))
        }
    }

    @Test func jobsDoNotTouchOneAnothersResults() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let other = try ledger.run(.example([.example(job: "services")]), job: "services")
            #expect(other.counts.suggestions == .init(new: 1))
            let standing: Int? = try ledger.connection.first(
                "SELECT count(*) FROM entremise.suggestion WHERE until_run_id IS NULL")
            #expect(standing == 2)
        }
    }

    @Test func anotherTeamForATenderIsNews() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example(bids: [.example()]))
            let dearer = try ledger.run(.example(bids: [.example(cents: 130_000)]))
            #expect(dearer.counts.bids == .init(changed: 1))
            let other = try ledger.run(.example(bids: [.example(team: ["claire", "zoe"])]))
            #expect(other.counts.bids == .init(new: 1))
        }
    }

    @Test func twoRunsOfAJobAtOnceAreRefusedSayingWhoRuns() async throws {
        try await withLedger { ledger, conninfo in
            let run = try ledger.begin(.example())
            let other = try Ledger(conninfo: conninfo)
            do {
                _ = try other.begin(.example())
                Issue.record("began")
            } catch let error as LedgerError {
                guard case .lockHeld(job: "missions", let holder) = error else { throw error }
                #expect(holder?.pid == ledger.connection.backendID)
                #expect(holder?.applicationName == "entremise")
                #expect(holder?.since != nil)
                #expect(error.description.contains("server process"))
            }
            let service = try other.begin(.example(job: "services"))
            try other.fail(service, because: "test")
            try ledger.complete(run, with: .example(), peakBytes: { 0 })
            let next = try other.begin(.example())
            try other.interrupt(next, because: "SIGTERM")
        }
    }

    @Test func aRunLeftBehindIsClosedAsInterruptedByTheNext() async throws {
        try await withLedger { ledger, conninfo in
            let stale: Int
            do {
                let gone = try Ledger(conninfo: conninfo)
                stale = try gone.begin(.example()).id
                try gone.connection.execute("SELECT pg_advisory_unlock_all()")
            }
            try ledger.run(.example())
            let status: String? = try ledger.connection.first(
                "SELECT status FROM entremise.run WHERE id = \(stale)")
            #expect(status == "interrupted")
        }
    }

    @Test func aFailedRunLeavesWhatStoodAndUnlocksTheJob() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let failed = try ledger.begin(.example())
            try ledger.fail(failed, because: "no model")
            #expect(throws: LedgerError.notRunning(run: failed.id)) {
                try ledger.complete(failed, with: .example(), peakBytes: { 0 })
            }
            let next = try ledger.run(.example([.example()]))
            #expect(next.counts.suggestions == .init(unchanged: 1))
            let error: String? = try ledger.connection.first(
                "SELECT error FROM entremise.run WHERE id = \(failed.id)")
            #expect(error == "no model")
        }
    }

    @Test func resultsThatCannotBeWrittenLeaveEverythingAsItWas() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let run = try ledger.begin(.example())
            // The same pair twice: the second row breaks the rule of one standing version.
            let twice = RunResults.example([.example(score: 0.5), .example(rank: 2, score: 0.4)])
            #expect(throws: LedgerError.self) {
                try ledger.complete(run, with: twice, peakBytes: { 0 })
            }
            let standing: Int? = try ledger.connection.first(
                "SELECT count(*) FROM entremise.suggestion WHERE until_run_id IS NULL AND score = 0.75"
            )
            #expect(standing == 1)
            try ledger.fail(run, because: "twice")
        }
    }

    @Test func aDeclinedPairIsNewsAgainOnceItsBasisChanges() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let id: Int? = try ledger.connection.first("SELECT id FROM entremise.suggestion")
            try ledger.decide(
                Decision(.declined, reason: "busy", by: "coordinator"), on: try #require(id))
            let queries = try JobQueries.missions()
            let pair = NeedCandidate(need: "m1", candidate: "claire")
            #expect(try ledger.snapshot(of: queries, asOf: today).declined == [pair: "basis-1"])
            #expect(try ledger.run(.example()).counts.suggestions == .init(closed: 1))
            let again = try ledger.run(.example([.example(basis: "basis-2")]))
            #expect(again.counts.suggestions == .init(new: 1))
            let further = try ledger.run(.example([.example(basis: "basis-3")]))
            #expect(further.counts.suggestions == .init(changed: 1))
        }
    }

    @Test func aDeclineNeedsAReasonAndASuggestion() async throws {
        try await withLedger { ledger, _ in
            #expect(throws: LedgerError.reasonMissing) {
                try ledger.decide(Decision(.declined, reason: " ", by: "c"), on: 1)
            }
            #expect(throws: LedgerError.unknownSuggestion(7)) {
                try ledger.decide(Decision(.accepted, by: "c"), on: 7)
            }
        }
    }

    @Test func aLaterWordOverrulesADecline() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            try ledger.decide(Decision(.declined, reason: "busy", by: "c"), on: 1)
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(snapshot.declined.isEmpty)
        }
    }

    @Test func vectorsComeBackBitForBitAndAreStoredOnce() async throws {
        try await withLedger { ledger, _ in
            var random = SeededGenerator(seed: 7)
            var vectors: [Hash: [Float]] = [:]
            for number in 0..<500 {
                vectors[Hash(of: "text \(number)")] = (0..<384).map { _ in
                    Float.random(in: -1...1, using: &random)
                }
            }
            vectors[Hash(of: "edge")] = [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
            #expect(try ledger.storeVectors(model: "a", vectors) == 501)
            #expect(try ledger.storeVectors(model: "a", vectors) == 0)
            #expect(try ledger.storeVectors(model: "b", [Hash(of: "edge"): [1]]) == 1)
            let read = try ledger.vectors(
                model: "a", hashes: Array(vectors.keys) + [Hash(of: "unknown")])
            #expect(read == vectors)
            #expect(try ledger.vectors(model: "b", hashes: [Hash(of: "edge")]).values.first == [1])
            #expect(try ledger.vectors(model: "c", hashes: []) == [:])
            let wider = [Hash(of: "text 7"): [Float](repeating: 0.5, count: 400)]
            #expect(try ledger.storeVectors(model: "a", wider) == 1)
            #expect(try ledger.vectors(model: "a", hashes: [Hash(of: "text 7")]) == wider)
        }
    }
}

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
            let results = RunResults.example([
                .example(), .example(candidate: "paul", rank: 2), .team(),
            ])
            let first = try ledger.run(results)
            #expect(first.counts == .init(new: 3))
            let second = try ledger.run(results)
            #expect(second.counts == .init(unchanged: 3))
            #expect(try ledger.connection.first("SELECT count(*) FROM entremise.proposal") == 3)
            #expect(try ledger.connection.first("SELECT count(*) FROM entremise.party") == 6)
        }
    }

    @Test func aProposalInAnotherFormIsWrittenAnewAndIsNoNews() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let changed = try ledger.run(.example([.example(score: 0.76)]))
            #expect(changed.counts == .init(changed: 1))
            let reworded = try ledger.run(.example([.example(score: 0.76, reasons: ["Autre."])]))
            #expect(reworded.counts == .init(changed: 1))
            let inForce: Int? = try ledger.connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE until_run_id IS NULL")
            #expect(inForce == 1)
        }
    }

    @Test func aProposalNoLongerMadeIsClosedAndNoNewsWhenItReturns() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example(), .team()]))
            #expect(try ledger.run(.example()).counts == .init(closed: 2))
            #expect(try ledger.run(.example([.example(), .team()])).counts == .init(changed: 2))
        }
    }

    @Test func jobsDoNotTouchOneAnothersResults() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let other = try ledger.run(.example([.example(job: "services")]), job: "services")
            #expect(other.counts == .init(new: 1))
            let inForce: Int? = try ledger.connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE until_run_id IS NULL")
            #expect(inForce == 2)
        }
    }

    @Test func anotherTeamForATenderIsNews() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.team()]))
            let dearer = try ledger.run(.example([.team(cents: 130_000)]))
            #expect(dearer.counts == .init(changed: 1))
            let other = try ledger.run(.example([.team(["claire", "zoe"])]))
            #expect(other.counts == .init(new: 1))
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
                let pid = try ledger.connection.first("SELECT pg_backend_pid()", as: Int32.self)
                #expect(holder?.pid == pid)
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
            #expect(next.counts == .init(unchanged: 1))
            let error: String? = try ledger.connection.first(
                "SELECT error FROM entremise.run WHERE id = \(failed.id)")
            #expect(error == "no model")
        }
    }

    @Test func resultsThatCannotBeWrittenLeaveEverythingAsItWas() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let run = try ledger.begin(.example())
            // The same pair twice: the second row breaks the rule of one version in force.
            let twice = RunResults.example([.example(score: 0.5), .example(rank: 2, score: 0.4)])
            #expect(throws: LedgerError.self) {
                try ledger.complete(run, with: twice, peakBytes: { 0 })
            }
            let inForce: Int? = try ledger.connection.first(
                """
                SELECT count(*) FROM entremise.proposal
                WHERE until_run_id IS NULL AND body = '{"score": 0.75}'
                """)
            #expect(inForce == 1)
            try ledger.fail(run, because: "twice")
        }
    }

    @Test func aDeclinedPairIsNewsAgainOnceItsBasisChanges() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let id: Int? = try ledger.connection.first("SELECT id FROM entremise.proposal")
            try ledger.decide(
                Decision(.declined, reason: "busy", by: "coordinator"), on: try #require(id))
            let queries = try JobQueries.missions()
            let pair = NeedCandidate(need: "m1", candidate: "claire")
            #expect(
                try ledger.snapshot(of: queries, asOf: today).declined == [
                    pair: Decline(basis: "basis-1")
                ])
            #expect(try ledger.run(.example()).counts == .init(closed: 1))
            let again = try ledger.run(.example([.example(basis: "basis-2")]))
            #expect(again.counts == .init(new: 1))
            let further = try ledger.run(.example([.example(basis: "basis-3")]))
            #expect(further.counts == .init(changed: 1))
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

    @Test func aRunThatTakesOverWhatIsInForceWritesNothingForIt() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example(), .team()]))
            let inForce = try ledger.proposalsInForce(of: "missions")
            let pair = try #require(inForce[Proposal.Key(["m1", "claire"])])
            #expect(pair.names == ["Nom claire", nil] && pair.position == 1)
            let team = try #require(inForce[Proposal.Key(["t1"])])
            #expect(team.names == ["Nom claire", "Nom paul"] && team.position == nil)
            var results = RunResults.example([.team(cents: 1)])
            results.unchanged = [pair]
            #expect(try ledger.run(results).counts == .init(changed: 1, unchanged: 1))
            // What somebody else closed meanwhile cannot be taken over.
            results.unchanged = [team]
            let run = try ledger.begin(.example())
            do throws(LedgerError) {
                try ledger.complete(run, with: results, peakBytes: { 0 })
                Issue.record("took over what was closed")
            } catch {
                #expect(error.description.contains("run the job again"))
            }
            try ledger.fail(run, because: "test")
            #expect(try ledger.proposalsInForce(of: "missions").count == 2)
        }
    }

    @Test func aGroupThatWasDeclinedIsNewsAgainOnANewBasis() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.team()]))
            try ledger.decide(Decision(.declined, reason: "price", by: "c"), on: 1)
            #expect(try ledger.run(.example([.team([])])).counts == .init(new: 1))
            let cheaper = RunResults.example([.team(cents: 9, basis: "basis-2")])
            #expect(try ledger.run(cheaper).counts == .init(new: 1))
            let later = RunResults.example([.team(cents: 8, basis: "basis-2")])
            #expect(try ledger.run(later).counts == .init(changed: 1))
        }
    }

    @Test func anotherKindUnderTheSameKeyIsAnotherVersionAndKeepsItsDecisions() async throws {
        try await withLedger { ledger, _ in
            let pair = Proposal.example()
            try ledger.run(.example([pair]))
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            let other = Proposal(
                job: pair.job, kind: "other", key: pair.key, title: pair.title,
                parties: pair.parties, reasons: pair.reasons, body: pair.body, basis: pair.basis,
                content: pair.content)
            #expect(try ledger.run(.example([other])).counts == .init(changed: 1))
            let held = try ledger.connection.first(
                "SELECT concat_ws(' ', kind, verdict) FROM entremise.current_proposal",
                as: String.self)
            #expect(held == "other accepted")
            // Whoever decides again decides on what is in force.
            let next = try ledger.decide(
                Decision(.declined, reason: "dates", by: "c"), on: "other", pair.key)
            #expect(next.proposal.id == 2 && next.proposal.status == .declined)
        }
    }

    @Test func theDayOfADecisionIsTheDayInTheNetworksTimeZone() async throws {
        try await withLedger { ledger, conninfo in
            try ledger.run(.example([.example()]))
            try ledger.decide(Decision(.accepted, by: "Nina"), on: 1)
            try ledger.connection.execute(
                "UPDATE entremise.decision SET decided_at = '2026-11-23 23:30:00+00'")
            for (zone, day) in [
                ("UTC", today), ("Europe/Paris", today.advanced(by: 1)),
                ("America/Martinique", today),
            ] {
                let local = try Ledger(
                    conninfo: conninfo, network: NetworkSource(timeZone: zone))
                do throws(LedgerError) {
                    try local.decide(
                        Decision(.accepted, by: "Nina"), on: "pair", Proposal.example().key)
                    Issue.record("the same was recorded twice")
                } catch {
                    #expect(error.description.contains("by Nina on \(day);"), "\(zone): \(error)")
                }
            }
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
            #expect(try ledger.storeVectors(model: "a", vectors, on: today) == 501)
            #expect(try ledger.storeVectors(model: "a", vectors, on: today) == 0)
            #expect(try ledger.storeVectors(model: "b", [Hash(of: "edge"): [1]], on: today) == 1)
            let read = try ledger.vectors(
                model: "a", hashes: Array(vectors.keys) + [Hash(of: "unknown")])
            #expect(read == vectors)
            #expect(try ledger.vectors(model: "b", hashes: [Hash(of: "edge")]).values.first == [1])
            #expect(try ledger.vectors(model: "c", hashes: []) == [:])
            let wider = [Hash(of: "text 7"): [Float](repeating: 0.5, count: 400)]
            #expect(try ledger.storeVectors(model: "a", wider, on: today) == 1)
            #expect(try ledger.vectors(model: "a", hashes: [Hash(of: "text 7")]) == wider)
        }
    }
}

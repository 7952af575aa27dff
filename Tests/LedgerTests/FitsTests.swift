import Learning
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct FitsTests {
    static let shipped: [SignalKind: Double] = [.skills: 0.5, .words: 0.3, .place: 0.2]

    static func fit(
        learned: [SignalKind: Double] = [.skills: 0.3, .words: 0.5, .place: 0.2],
        hash: Character = "a", isAdopted: Bool = true,
        shipped: [SignalKind: Double] = FitsTests.shipped
    ) -> WeightFit {
        WeightFit(
            dataHash: String(repeating: hash, count: 64), accepted: 40, declined: 30, needs: 12,
            leftOut: 1, shipped: shipped, learned: learned, priorDeviation: 2, lossOfBaseRate: 0.69,
            lossBefore: 0.6, lossAfter: 0.5, standardError: 0.02, isAdopted: isAdopted)
    }

    private static func settings(
        weights: [SignalKind: Double], fit: RecordedFit.ID? = nil
    ) -> RunSettings {
        RunSettings(
            configurationHash: String(repeating: "1", count: 64),
            settingsHash: String(repeating: "2", count: 64), weights: weights, fit: fit)
    }

    private static func inForce(_ ledger: borrowing Ledger) throws -> RecordedFit? {
        try ledger.fitInForce(of: "missions", shipped: shipped)
    }

    @Test func aFitIsRecordedAsItIs() async throws {
        try await withLedger { ledger, _ in
            #expect(try ledger.fitInForce(of: "missions", shipped: Self.shipped) == nil)
            let fit = Self.fit()
            let recorded = try ledger.record(
                fit, of: "missions", before: Self.shipped, programVersion: "1.0.0")
            #expect(recorded.shipped == fit.shipped && recorded.learned == fit.learned)
            #expect(recorded.before == Self.shipped && recorded.dataHash == fit.dataHash)
            #expect(recorded.accepted == 40 && recorded.declined == 30 && recorded.needs == 12)
            #expect(recorded.lossAfter == 0.5 && recorded.standardError == 0.02)
            #expect(recorded.isInForce && recorded.revertedAt == nil)
            #expect(recorded.fittedAt.hasSuffix("Z"))
            #expect(try ledger.fitInForce(of: "missions", shipped: Self.shipped) == recorded)
            #expect(try ledger.fitInForce(of: "services", shipped: Self.shipped) == nil)
        }
    }

    @Test func takingAFitBackRestoresTheOneBeforeAndThenTheJobFile() async throws {
        try await withLedger { ledger, _ in
            let first = try ledger.record(
                Self.fit(), of: "missions", before: Self.shipped, programVersion: "1")
            let second = try ledger.record(
                Self.fit(learned: [.skills: 0.1, .words: 0.7, .place: 0.2], hash: "b"),
                of: "missions", before: first.learned, programVersion: "1")
            try ledger.record(
                Self.fit(hash: "c", isAdopted: false), of: "missions", before: second.learned,
                programVersion: "1")
            #expect(try Self.inForce(ledger)?.id == second.id)
            #expect(try ledger.fits(of: "missions", shipped: Self.shipped).count == 3)
            #expect(try ledger.revert(second))
            #expect(try Self.inForce(ledger)?.id == first.id)
            #expect(try !ledger.revert(second))
            #expect(try ledger.revert(first))
            #expect(try Self.inForce(ledger) == nil)
            let fits = try ledger.fits(of: "missions", shipped: Self.shipped)
            #expect(fits.map { $0.revertedAt != nil } == [false, true, true])
        }
    }

    @Test func aFitHoldsOnlyForTheWeightsThatItWasPulledTo() async throws {
        try await withLedger { ledger, _ in
            try ledger.record(
                Self.fit(), of: "missions", before: Self.shipped, programVersion: "1")
            let doubled = Self.shipped.mapValues { 2 * $0 }
            #expect(try ledger.fitInForce(of: "missions", shipped: doubled) != nil)
            var other = Self.shipped
            other[.words] = 0.31
            #expect(try ledger.fitInForce(of: "missions", shipped: other) == nil)
        }
    }

    @Test func theLastDecisionOnAProposalTeachesWithTheWeightsOfItsRun() async throws {
        try await withLedger { ledger, _ in
            let weights: [SignalKind: Double] = [.skills: 0.9, .words: 0.1]
            let proposals = ["a", "b", "c", "d"].map { Proposal.example(candidate: $0) }
            var results = RunResults.example(proposals)
            results.settings = Self.settings(weights: weights)
            try ledger.run(results)
            let ids = try ledger.connection.rows(
                of: "SELECT id FROM entremise.proposal ORDER BY key"
            ).map { row throws(PostgresError) in try row.value("id", as: Int.self) }
            try ledger.decide(Decision(.accepted, by: "x"), on: ids[0])
            try ledger.decide(Decision(.declined, reason: "far", by: "x"), on: ids[1])
            try ledger.decide(Decision(.accepted, by: "y"), on: ids[1])
            try ledger.decide(Decision(.accepted, by: "x"), on: ids[2])
            try ledger.decide(Decision(.declined, reason: "far", by: "y"), on: ids[2])
            try ledger.decide(Decision(.accepted, by: "x"), on: ids[3])
            try ledger.decide(Decision(.corrected, by: "x"), on: ids[3])
            // The version that was seen teaches, not the one in force.
            try ledger.run(
                .example(proposals.map { .example(candidate: $0.candidate, score: 0.1) }))
            let decided = try ledger.decidedProposals(of: "missions")
            #expect(decided.map(\.proposal.candidate) == ["a", "b", "c"])
            #expect(decided.map(\.verdict) == [.accepted, .accepted, .declined])
            #expect(decided.map(\.proposal.id) == ids.prefix(3).map { $0 })
            #expect(
                decided.allSatisfy { $0.weights == weights && $0.proposal.body.contains("0.75") })
            #expect(try ledger.decidedProposals(of: "services").isEmpty)
            try ledger.connection.execute("UPDATE entremise.run SET weights = NULL")
            let older = try ledger.decidedProposals(of: "missions")
            #expect(older.count == 3 && older.allSatisfy { $0.weights == nil })
        }
    }

    @Test func aRunNamesTheFitThatItUsed() async throws {
        try await withLedger { ledger, _ in
            let fit = try ledger.record(
                Self.fit(), of: "missions", before: Self.shipped, programVersion: "1")
            var results = RunResults.example()
            results.settings = Self.settings(weights: fit.learned, fit: fit.id)
            try ledger.run(results)
            let recorded = try ledger.recordedRuns(asOf: nil, network: "Réseau")
            #expect(recorded?.runs.map(\.fit) == [fit.id])
            #expect(recorded?.runs.map(\.configurationHash) == [String(repeating: "1", count: 64)])
            #expect(recorded?.runs.map(\.settingsHash) == [String(repeating: "2", count: 64)])
            try ledger.run(.example())
            let next = try ledger.recordedRuns(asOf: nil, network: "Réseau")
            #expect(next?.runs.map(\.fit) == [nil])
        }
    }
}

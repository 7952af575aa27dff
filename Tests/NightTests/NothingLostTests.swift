import Foundation
import Jobs
import Ledger
import Logging
import Market
import Scoring
import Settings
import TestSupport
import Testing

/// Judging the candidates that are retrieved finds what judging every pair finds.
@Suite struct NothingLostTests {
    @Test func onTheSampleNetwork() async throws {
        try await withDatabase { _, conninfo in
            let night = try Self.night(on: conninfo)
            let ledger = try night.openLedger()
            try ledger.migrate()
            _ = try ledger.importNetwork(from: night.configuration.demo.directory)
            for job in try night.jobs() { try await Self.check(job, night, ledger) }
        }
    }

    @Test func onANetworkOfTwoThousandConsultants() async throws {
        let shared = Checkout.root.deletingLastPathComponent().appending(path: "shared/data")
        try #require(
            FileManager.default.fileExists(atPath: shared.path),
            "the data of this test is missing: expected the folder shared/data beside the checkout")
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "nothing-lost-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try RealNetwork(consultants: 2_000, missions: 300, seed: 20_261_124)
            .write(to: folder, from: shared)
        try await withDatabase { _, conninfo in
            let night = try Self.night(on: conninfo)
            let ledger = try night.openLedger()
            try ledger.migrate()
            _ = try ledger.importNetwork(from: folder.path)
            for job in try night.jobs(named: ["missions", "tenders"]) {
                try await Self.check(job, night, ledger, leavesSomeOut: job.name == "missions")
            }
        }
    }

    /// The same lists and tallies, to the last bit.
    ///
    /// - Parameter leavesSomeOut: Whether some need has more who are eligible than are retrieved;
    ///   where none has, there is nothing to be lost.
    private static func check(
        _ job: JobFile, _ night: Night, _ ledger: borrowing Ledger, leavesSomeOut: Bool = false
    ) async throws {
        let market = try await night.judged(job, on: ledger)
        let all = market.scorer.matchesOfEveryPair()
        let most = all.tallies.map(\.eligible).max() ?? 0
        print(
            "\(job.name): \(market.snapshot.needs.count) × \(market.snapshot.candidates.count), "
                + "\(job.match.retrieve) retrieved, \(all.count) matches, at most \(most) eligible "
                + "for one")
        #expect(leavesSomeOut == (most > job.match.retrieve))
        #expect(all.count > 0)
        #expect(market.matches.count == all.count)
        #expect(market.matches.perNeed == all.perNeed)
        #expect(market.matches.tallies == all.tallies)
    }

    private static func night(on conninfo: String) throws -> Night {
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: ["ENTREMISE_DATABASE_CONNINFO": conninfo])
        return Night(
            configuration: configuration, asOf: configuration.demo.asOf,
            logger: Logger(label: "test"))
    }
}

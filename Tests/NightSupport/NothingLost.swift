public import Foundation
internal import Jobs
internal import Ledger
internal import Market
internal import Scoring
internal import Settings
internal import TestSupport
internal import Testing

/// Judging the candidates that are retrieved must find what judging every pair finds: the same lists
/// and tallies, to the last bit.
///
/// - Parameters:
///   - folder: The network, one CSV file a table.
///   - names: Jobs to judge.
///   - some: Those jobs of which some need has more who are eligible than are retrieved; where none
///     has, there is nothing to be lost.
///   - step: How far apart the needs are that are checked; 1 checks all.
///   - directory: A folder of job files; nil for the shipped ones.
public func checkNothingLost(
    in folder: URL, jobs names: [String], leavingSomeOut some: Set<String> = [],
    everyNeedBy step: Int = 1, jobsIn directory: URL? = nil
) async throws {
    try await withDatabase { _, conninfo in
        let settings = directory.map { ["ENTREMISE_JOBS_DIRECTORY": $0.path] } ?? [:]
        let application = try shippedApplication(on: conninfo, settings: settings)
        let ledger = try application.openLedger()
        try ledger.migrate()
        _ = try ledger.importNetwork(from: folder.path)
        for job in try application.jobs(named: names) {
            let market = try await application.dryRun(
                of: job, encoder: try SharedEncoder.get(), on: ledger
            ).market
            let floor = job.match.floor.applied(to: market.matches)
            var (most, count) = (0, 0)
            for need in stride(from: 0, to: market.snapshot.needs.count, by: step) {
                let all = market.scorer.matchesOfEveryPair(of: need)
                let matches = all.matches.filter { Double($0.score) >= floor }
                most = max(most, all.tally.eligible)
                count += matches.count
                #expect(market.matches.perNeed[need] == matches)
                #expect(market.matches.tallies[need] == all.tally)
            }
            #expect(some.contains(job.name) == (most > job.match.retrieve), "\(job.name): \(most)")
            #expect(count > 0)
            #expect(market.matches.perNeed.count == market.snapshot.needs.count)
            if step == 1 { #expect(market.matches.count == count) }
        }
    }
}

/// A folder of the shipped jobs, in which so many candidates are scored for each need of those that
/// rank.
public func shippedJobs(retrieving count: Int?) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jobs-\(UUID())")
    try FileManager.default.copyItem(at: Checkout.root.appending(path: "jobs"), to: folder)
    guard let count else { return folder }
    for job in ["missions", "services"] {
        let file = folder.appending(path: "\(job).yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed = text.replacing(/\n  retrieve: \d+/, with: "")
            .replacing("\nmatch:\n", with: "\nmatch:\n  retrieve: \(count)\n")
        #expect(changed != text)
        try Data(changed.utf8).write(to: file)
    }
    return folder
}

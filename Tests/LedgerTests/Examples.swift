import Foundation
import Hashing
import Incremental
import Ledger
import Market

/// The root of the package, from this file's place in it.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

/// 2026-11-23, a Monday.
let today = Day(number: 20780)

extension Snapshot {
    /// Content hash of all that was read.
    func inputHash() throws -> Hash { try hashes().input }
}

extension JobQueries.File {
    /// One of the queries under `jobs/sql`.
    static func shipped(_ name: String) throws -> Self {
        let path = "\(packageRoot)/jobs/sql/\(name).sql"
        return Self(name: "\(name).sql", sql: try String(contentsOfFile: path, encoding: .utf8))
    }
}

extension JobQueries {
    static func missions() throws -> Self {
        Self(
            job: "missions", needs: try .shipped("missions.needs"),
            candidates: try .shipped("consultants"),
            records: Records(exposedRole: "candidate"))
    }

    static func services() throws -> Self {
        Self(
            job: "services", needs: try .shipped("services.needs"),
            candidates: try .shipped("services.candidates"),
            records: Records(exposedRole: "candidate"))
    }

    static func tenders() throws -> Self {
        Self(
            job: "tenders", needs: try .shipped("tenders.lots"),
            candidates: try .shipped("consultants"), tenders: try .shipped("tenders"),
            records: Records(accepted: true, lastRun: true))
    }
}

extension RunStart {
    static func example(job: String = "missions", asOf: Day = today) -> Self {
        Self(
            job: job, title: [.french: "Missions", .english: "Missions"], verb: "rank", asOf: asOf,
            seed: 1, programVersion: "1.0.0",
            configurationHash: Hash(of: "configuration").description)
    }
}

extension RunResults {
    static func example(_ proposals: [Proposal] = []) -> Self {
        Self(inputHash: Hash(of: "input").description, proposals: proposals)
    }
}

extension Proposal {
    /// A candidate proposed for a need.
    static func example(
        need: String = "m1", candidate: String = "claire", owner: String? = "owner",
        rank: Int = 1, score: Double = 0.75, reasons: [String] = ["Une raison."],
        basis: String = "basis-1", job: String = "missions"
    ) -> Self {
        var parties = [Party(member: candidate, name: "Nom \(candidate)", role: "candidate")]
        if let owner { parties.append(Party(member: owner, name: nil, role: "owner")) }
        return Self(
            job: job, kind: "pair", key: Key([need, candidate]), title: "Titre \(need)",
            position: rank, parties: parties,
            reasons: [.french: reasons, .english: reasons.map { "en \($0)" }],
            body: "{\"score\": \(score)}", basis: basis,
            content: Hash(of: "\(need) \(candidate) \(rank) \(score) \(reasons) \(basis)").bytes)
    }

    /// A group proposed for a tender, or that there is none.
    static func team(
        _ members: [String] = ["claire", "paul"], tender: String = "t1", cents: Int = 120_050,
        basis: String = "basis-1"
    ) -> Self {
        Self(
            job: "tenders", kind: "team", key: Key([tender]), title: "Marché",
            parties: members.enumerated().map { index, member in
                Party(
                    member: member, name: "Nom \(member)", role: index == 0 ? "lead" : "member",
                    days: 2.5 + Double(index), amount: Money(cents: 125_000))
            },
            reasons: [.french: ["Équipe."], .english: ["Team."]],
            proof: members.isEmpty
                ? []
                : [
                    Proof(
                        objective: "price", found: 1200.5, bound: 1200.5, isProven: true, nodes: 3)
                ],
            body: "{\"price\": {\"cents\": \(cents)}}", basis: basis,
            content: Hash(of: "\(tender) \(members) \(cents) \(basis)").bytes,
            novelty: members.sorted().joined(separator: "\n"))
    }

    /// The pair's candidate.
    var candidate: String { key.parts.last ?? "" }
}

extension Ledger {
    /// A whole run with the given results.
    @discardableResult
    func run(
        _ results: RunResults, job: String = "missions", asOf: Day = today
    ) throws -> (handle: RunHandle, counts: RunCounts) {
        let handle = try begin(.example(job: job, asOf: asOf))
        return (handle, try complete(handle, with: results, peakBytes: { 1 }))
    }
}

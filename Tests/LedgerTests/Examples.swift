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
            candidates: try .shipped("consultants"))
    }

    static func services() throws -> Self {
        Self(
            job: "services", needs: try .shipped("services.needs"),
            candidates: try .shipped("services.candidates"))
    }

    static func tenders() throws -> Self {
        Self(
            job: "tenders", needs: try .shipped("tenders.lots"),
            candidates: try .shipped("consultants"), tenders: try .shipped("tenders"))
    }
}

extension RunStart {
    static func example(job: String = "missions", asOf: Day = today) -> Self {
        Self(
            job: job, title: [.french: "Missions", .english: "Missions"], asOf: asOf, seed: 1,
            programVersion: "1.0.0", configurationHash: Hash(of: "configuration").description)
    }
}

extension RunResults {
    static func example(
        _ suggestions: [RecordedSuggestion] = [], bids: [RecordedBid] = []
    ) -> Self {
        Self(inputHash: Hash(of: "input").description, suggestions: suggestions, bids: bids)
    }
}

extension RecordedSuggestion {
    static func example(
        need: String = "m1", candidate: String = "claire", owner: String? = "owner",
        rank: Int = 1, score: Double = 0.75, reasons: [String] = ["Une raison."],
        basis: String = "basis-1", job: String = "missions"
    ) -> Self {
        Self(
            job: job, need: need, needTitle: "Titre \(need)", needOwner: owner,
            needOwnerName: owner.map { "Nom \($0)" }, candidate: candidate,
            candidateTitle: "Titre \(candidate)", member: candidate,
            memberName: "Nom \(candidate)", rank: rank, score: score,
            signals: [
                Signal(
                    kind: .skills, value: 0.8, weight: 0.7,
                    evidence: .skills([
                        SkillCoverage(
                            asked: "a", askedLevel: 3, mandatory: true, held: "b", heldLevel: nil,
                            nearness: 0.123456789, met: 0.1)
                    ])),
                Signal(kind: .words, value: 0.5, weight: 0.3, evidence: .words(["mot « é »"])),
            ],
            reasons: [.french: reasons, .english: reasons.map { "en \($0)" }], basis: basis)
    }
}

extension RecordedBid {
    static func example(
        tender: String = "t1", team: [String] = ["claire", "paul"], cents: Int = 120_050,
        status: Status = .optimal
    ) -> Self {
        let work = team.enumerated().map { index, member in
            Work(
                member: member, skill: "a", label: [.french: "a (fr)", .english: "a (en)"],
                days: 2.5 + Double(index), rate: Money(cents: 50_000),
                amount: Money(cents: 125_000))
        }
        return RecordedBid(
            tender: tender, tenderTitle: "Marché", buyer: "Commune",
            deadline: Day(number: 20833), status: status, price: Money(cents: cents),
            budget: nil, bound: 1200.5, gap: 0,
            members: team.enumerated().map { index, member in
                Member(
                    member: member, name: "Nom \(member)", leads: index == 0,
                    days: 2.5 + Double(index), amount: Money(cents: 125_000))
            },
            lots: [
                Lot(
                    lot: "l1", number: 1, title: "Lot 1", isBidFor: true,
                    price: Money(cents: cents), budget: Money(cents: 200_000), work: work,
                    reason: [:]),
                Lot(
                    lot: "l2", number: 2, title: "Lot 2", isBidFor: false, price: .zero,
                    budget: nil, work: [], reason: [.french: "Personne.", .english: "Nobody."]),
            ],
            reasons: [.french: ["Équipe."], .english: ["Team."]], basis: "basis-1")
    }
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

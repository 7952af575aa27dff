import Foundation
import Jobs
import Ledger
import Market
import NightSupport
import Scoring
import Settings
import Solving
import TestSupport
import Testing
import Verbs
import Wording

/// Every pair of the sample network, suggested or not, and what is said of it in both languages.
@Suite struct SampleSentencesTests {
    @Test func noSentenceOfTheSampleNetworkClaimsWhatIsNotSo() async throws {
        for market in try await Self.sample.value {
            var faults: [String] = []
            var said: Set<Said> = []
            var told = 0
            for (need, column) in market.pairs {
                let faultsOfPair = try market.faults(
                    need: need, candidate: column.candidate, column.explanation, saying: &said)
                told += column.explanation.exclusions.isEmpty ? 1 : 0
                faults += faultsOfPair
            }
            faults += said.compactMap(\.fault)
            #expect(told > 20)
            #expect(
                faults.isEmpty, "\(faults.count): \(faults.prefix(12).joined(separator: "\n"))")
        }
    }

    @Test func everySuggestionOfTheSampleSaysWhichSkillsItMeets() async throws {
        for market in try await Self.sample.value {
            for suggestion in market.suggestions {
                let met = suggestion.signals.contains { signal in
                    guard case .skills(let coverage) = signal.evidence else { return false }
                    return coverage.asked.contains { $0.held == $0.asked }
                }
                let why = Wording(.french).why(
                    suggestion.signals, skills: market.snapshot.skills)
                #expect(!met || why.hasPrefix("A "), "\(why)")
                #expect(!met || why.contains("compétence"), "\(why)")
                #expect(why.count < 300, "\(why)")
                let better = Wording(.french).better(
                    suggestion.signals, skills: market.snapshot.skills)
                #expect((better?.count ?? 0) < 230, "\(better ?? "")")
            }
        }
    }

    @Test func whatStandsInTheWayIsOneThingAndIsSo() async throws {
        var seen: Set<String> = []
        var said: Set<Said> = []
        for market in try await Self.sample.value {
            for (need, column) in market.pairs {
                let outcome = market.explainer.outcome(
                    need: need, candidate: column.candidate, explanation: column.explanation)
                seen.insert("\(outcome.record)".prefix { $0.isLetter }.description)
                check(outcome, need, column, in: market)
                for language in Language.allCases {
                    said.insert(Said(try #require(outcome.sentence[language]), language))
                }
            }
        }
        #expect(said.compactMap(\.fault) == [])
        #expect(seen.isSuperset(of: ["suggested", "excluded"]) && seen.count > 2)
    }

    /// With one or two scored for each need, whoever else would do is said not to have been compared,
    /// and nobody to be below a floor that they reach.
    @Test func ofThoseWhoWereNotComparedItIsSaid() async throws {
        for market in try await Self.scoredSample(retrieving: 1) {
            var count = 0
            for (need, column) in market.pairs {
                let outcome = market.explainer.outcome(
                    need: need, candidate: column.candidate, explanation: column.explanation)
                check(outcome, need, column, in: market)
                if case .notRetrieved(let most) = outcome.record as? NoMatch {
                    #expect(most == 1)
                    count += 1
                }
            }
            #expect(count > 0, "\(market.job.name)")
        }
    }

    @Test func whatSeparatesAPairFromTheOneAboveAddsUp() async throws {
        var said: Set<Said> = []
        for market in try await Self.sample.value {
            for (need, column) in market.pairs where column.explanation.exclusions.isEmpty {
                guard
                    let above = market.explainer.separation(
                        need: need, candidate: column.candidate,
                        explanation: column.explanation)
                else { continue }
                let sum = above.parts.reduce(0) { $0 + $1.difference }
                #expect(abs(sum - above.score) < 0.005)
                #expect(
                    above.rival.candidate != market.snapshot.candidates[column.candidate].id)
                for language in Language.allCases {
                    said.insert(Said(Wording(language).sentence(for: above), language))
                }
            }
        }
        #expect(said.compactMap(\.fault) == [])
    }

    private func check(
        _ outcome: PairOutcome, _ need: Int,
        _ column: (candidate: Int, explanation: Explanation), in market: RankedMarket
    ) {
        switch outcome.record {
        case let reason as NoMatch: check(reason, need, column, in: market)
        case let outcome as RankOutcome: check(outcome, need, column, in: market)
        default: Issue.record("a pair that is ranked has no such outcome: \(outcome.record)")
        }
    }

    private func check(
        _ reason: NoMatch, _ need: Int, _ column: (candidate: Int, explanation: Explanation),
        in market: RankedMarket
    ) {
        switch reason {
        case .excluded: #expect(!column.explanation.exclusions.isEmpty)
        case .belowFloor(let score, let floor):
            #expect(score < floor && score == column.explanation.score)
        case .notRetrieved:
            #expect(
                column.explanation.score
                    >= market.job.match.floor.applied(to: market.scored.matches)
                    && market.scored.matches.perNeed[need].allSatisfy {
                        $0.candidate != column.candidate
                    })
        }
    }

    private func check(
        _ outcome: RankOutcome, _ need: Int,
        _ column: (candidate: Int, explanation: Explanation), in market: RankedMarket
    ) {
        let (perNeed, perCandidate) = (market.rules.perNeed, market.rules.perCandidate)
        let id = market.snapshot.needs[need].id
        let candidate = market.snapshot.candidates[column.candidate]
        let list = market.suggestions.filter { $0.need == id }
        switch outcome {
        case .suggested(let rank):
            #expect(list.contains { $0.candidate == candidate.id && $0.rank == rank })
        case .behind(let rivals, let most):
            #expect(most == perNeed && rivals.map(\.candidate) == list.map(\.candidate))
            #expect(rivals.allSatisfy { $0.score >= column.explanation.score })
        case .memberStands(let rival):
            #expect(
                list.contains { $0.candidate == rival.candidate && $0.member == candidate.member })
        case .memberTaken(let needs, let most):
            #expect(most == perCandidate && needs.count == perCandidate)
            #expect(!needs.contains { $0.need == id })
        case .contactCapReached, .turn, .retained, .tooSimilar, .heldBack:
            #expect(list.allSatisfy { $0.candidate != candidate.id })
        }
    }

    /// The sample network as the jobs that rank judge it, once for all tests.
    private static let sample = Task { try await scoredSample(retrieving: nil) }

    private static func scoredSample(retrieving: Int?) async throws -> [RankedMarket] {
        let folder = try shippedJobs(retrieving: retrieving)
        defer { try? FileManager.default.removeItem(at: folder) }
        var markets: [RankedMarket] = []
        try await withLedger(.sample) { ledger, conninfo in
            let application = try shippedApplication(
                on: conninfo, settings: ["ENTREMISE_JOBS_DIRECTORY": folder.path])
            for job in try application.jobs() {
                guard let rank = job.verb as? Rank else { continue }
                markets.append(
                    try RankedMarket(
                        rank,
                        try await application.dryRun(
                            of: job, encoder: try SharedEncoder.get(), on: ledger)))
            }
        }
        try #require(markets.count == 2)
        return markets
    }
}

/// A job that ranks with its scores, what it suggests, and what it tells of pairs.
private struct RankedMarket: Sendable {
    let job: JobFile
    let rules: RankRules
    let scored: ScoredMarket
    let suggestions: [Suggestion]
    let explainer: any PairExplainer

    init(_ rank: Rank, _ run: DryRun) throws {
        job = run.job
        rules = rank.rules
        scored = run.market
        suggestions = try rank.solve(run.market, in: run.context).proposals.map {
            try Suggestion($0)
        }
        explainer = try rank.explainer(of: run.market, in: run.context)
    }

    var snapshot: Snapshot { scored.snapshot }

    /// Every pair with what is known of it.
    var pairs: [(need: Int, column: (candidate: Int, explanation: Explanation))] {
        snapshot.needs.indices.flatMap { need in
            let columns = Array(snapshot.candidates.indices)
            return zip(columns, scored.scorer.explain(need: need, candidates: columns)).map {
                (need, (candidate: $0, explanation: $1))
            }
        }
    }

    /// Claims about a pair that do not hold; what was said of it joins `said`.
    func faults(
        need: Int, candidate: Int, _ explanation: Explanation, saying said: inout Set<Said>
    ) throws -> [String] {
        let isBelowFloor = explanation.score < job.match.floor.applied(to: scored.matches)
        return try Language.allCases.flatMap { language -> [String] in
            let wording = Wording(language)
            let claims = SentenceClaims(
                need: snapshot.needs[need], candidate: snapshot.candidates[candidate],
                skills: snapshot.skills, signals: explanation.signals, isBelowFloor: isBelowFloor,
                language: language)
            var faults: [String] = []
            for audience in Audience.allCases {
                let why = wording.why(
                    explanation.signals, skills: snapshot.skills, to: audience,
                    isBelowFloor: isBelowFloor)
                said.insert(Said(why, language))
                if let fault = try claims.fault(inWhy: why) { faults.append("\(why) [\(fault)]") }
            }
            for audience in Audience.allCases {
                guard
                    let better = wording.better(
                        explanation.signals, skills: snapshot.skills, to: audience)
                else { continue }
                said.insert(Said(better, language))
                if let fault = try claims.fault(inBetter: better) {
                    faults.append("\(better) [\(fault)]")
                }
            }
            for reason in wording.reasons(for: explanation.signals, skills: snapshot.skills) {
                said.insert(Said(reason, language, isLine: true))
                if let fault = try claims.fault(inReason: reason) {
                    faults.append("\(reason) [\(fault); \(claims.need.id), \(claims.candidate.id)]")
                }
            }
            let members = [snapshot.needs[need].owner, snapshot.candidates[candidate].member]
            let pair = NeedCandidate(
                need: snapshot.needs[need].id, candidate: snapshot.candidates[candidate].id)
            for exclusion in explanation.exclusions {
                if let fault = claims.fault(
                    in: exclusion,
                    isRefused: snapshot.refusals.contains {
                        members == [$0.first, $0.second] || members == [$0.second, $0.first]
                    }, isDeclined: snapshot.declined[pair] != nil)
                {
                    faults.append("\(exclusion) [\(fault)]")
                }
            }
            return faults
        }
    }
}

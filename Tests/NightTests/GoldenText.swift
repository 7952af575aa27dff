import Foundation
import Ledger
import Market
import NightSupport
import Scoring
import Verbs

/// What one job makes of a market, in lines of text that name no type of the program: the same
/// results give the same lines however the code is cut.
struct GoldenText {
    let job: String
    /// Every match and every pair that fails a rule, with signals.
    let scores: [String]
    /// What a decline of each match, or of each bid, would stand against.
    let bases: [String]
    let suggestions: [String]
    let bids: [String]

    init(of market: ScoredMarket, _ job: String, _ results: RunResults) throws {
        self.job = job
        var scores: [String] = []
        var bases: [String] = []
        for index in market.snapshot.needs.indices {
            let need = market.snapshot.needs[index].id
            let matches = market.matches.perNeed[index]
            let explanations = market.scorer.explain(
                need: index, candidates: matches.map(\.candidate))
            for (match, explanation) in zip(matches, explanations) {
                let pair = "\(need) \(market.snapshot.candidates[match.candidate].id)"
                let signals = explanation.signals.map(Self.text).joined(separator: " | ")
                scores.append("\(pair) \(rounded(Double(match.score))) | \(signals)")
                bases.append("\(pair) \(explanation.basis)")
            }
            let tally = market.matches.tallies[index]
            let excluded = tally.excluded.map { "\($0.key.rawValue) \($0.value)" }.sorted()
            scores.append("\(need): \(tally.considered) \(tally.eligible) \(excluded)")
        }
        self.scores = scores
        let found = try results.bids
        self.bases = bases + found.map { "\($0.tender) \($0.basis)" }
        suggestions = try results.suggestions.map { suggestion in
            "\(suggestion.need) \(suggestion.rank) \(suggestion.candidate) "
                + "\(rounded(suggestion.score)) \(Self.reasons(suggestion.reasons))"
        }
        bids = found.flatMap(Self.lines)
    }

    private static func reasons(_ reasons: [Language: [String]]) -> String {
        Language.allCases.flatMap { reasons[$0] ?? [] }.joined(separator: " / ")
    }

    private static func text(_ signal: Signal) -> String {
        "\(signal.kind.rawValue) \(rounded(signal.value)) × \(rounded(signal.weight)): "
            + text(signal.evidence)
    }

    private static func text(_ evidence: Evidence) -> String {
        switch evidence {
        case .skills(let coverage):
            coverage.map {
                "\($0.asked) \($0.askedLevel.text) \($0.mandatory) \($0.held.text) "
                    + "\($0.heldLevel.text) \(rounded($0.nearness)) \(rounded($0.met))"
                    + ($0.mention.map { " \($0.rawValue)" } ?? "")
            }.joined(separator: ", ")
        case .meaning(let nearness): rounded(nearness)
        case .words(let words): words.joined(separator: ", ")
        case .place(let kilometres, let need, let candidate, let atDistance):
            "\(kilometres.map(rounded).text) \(need.text) \(candidate.text) \(atDistance)"
        case .dates(let asked, let free, let window):
            "\(asked.map(rounded).text) \(free.map(rounded).text) "
                + window.map { "\($0.first) – \($0.last)" }.text
        case .price(let highest, let asked, let perHour):
            "\(highest.cents) \(asked.cents) \(perHour)"
        case .topics(let topics): topics.joined(separator: ", ")
        case .language(let languages): languages.joined(separator: ", ")
        case .balance(let hours, let give, let receive, let balance):
            [hours, give ?? .infinity, receive ?? .infinity, balance].map(rounded).joined(
                separator: " ")
        }
    }

    private static func lines(of bid: Bid) -> [String] {
        var lines = [
            "\(bid.tender) \(bid.status.rawValue) \(bid.price.cents) "
                + "\((bid.budget?.cents).text): \(reasons(bid.reasons))"
        ]
        for member in bid.members {
            lines.append(
                "  \(member.member) \(member.leads) \(rounded(member.days)) \(member.amount.cents)")
        }
        for lot in bid.lots {
            lines.append(
                "  \(lot.lot) \(lot.isBidFor) \(lot.price.cents) \((lot.budget?.cents).text) "
                    + Language.allCases.compactMap { lot.reason[$0] }.joined(separator: " / "))
            for work in lot.work {
                lines.append(
                    "    \(work.member) \(work.skill) \(rounded(work.days)) \(work.rate.cents) "
                        + "\(work.amount.cents)")
            }
        }
        guard let details = bid.details else { return lines }
        lines.append("  worth \(details.value.cents), fit \(rounded(details.fit))")
        for proof in details.proofs {
            lines.append(
                "  \(proof.objective) \(rounded(proof.found)) \(rounded(proof.bound)) "
                    + "\(proof.isProven)")
        }
        for team in details.alternatives {
            lines.append(
                "  or \(team.members.map(\.member)) \(team.lots) \(team.value.cents) "
                    + "\(team.price.cents) \(rounded(team.fit))")
        }
        for substitute in details.substitutes {
            lines.append(
                "  without \(substitute.member) \(substitute.joining.map(\.member)) "
                    + "\(substitute.leaving.map(\.member)) \(substitute.lostLots) "
                    + "\((substitute.price?.cents).text) \(rounded(substitute.fit))")
        }
        for other in details.competing {
            lines.append("  beside \(other.tender) \(other.member)")
        }
        for uncounted in details.uncounted ?? [] {
            lines.append(
                "  uncounted \(uncounted.reason.rawValue) \(uncounted.count) "
                    + "\(uncounted.named.map(\.member))")
        }
        return lines
    }
}

/// A number to four decimals; without a sign where that is 0.
private func rounded(_ number: Double) -> String {
    let text = String(format: "%.4f", number)
    return text == "-0.0000" ? "0.0000" : text
}

extension Optional {
    /// What is there, or a dash.
    fileprivate var text: String { map { "\($0)" } ?? "–" }
}

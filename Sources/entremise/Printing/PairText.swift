import Foundation
import Jobs
import Market
import Verbs
import Wording

/// What is known of a pair, as a page of plain text for a terminal.
struct PairText {
    let pair: PairExplanation
    let language: Language

    private var wording: Wording { Wording(language) }

    /// - Parameter asksWhyNot: Whether the reader asked what stands in the way.
    func text(asksWhyNot: Bool) -> String {
        var parts = [heading]
        let standing = pair.outcome.sentence[language] ?? ""
        let sentences = [pair.why[language], pair.better[language]].compactMap(\.self)
        if asksWhyNot {
            parts.append(([standing] + obstacles).joined(separator: "\n"))
            parts.append(sentences.joined(separator: "\n"))
        } else {
            parts.append(sentences.joined(separator: "\n"))
            parts.append(([standing] + obstacles).joined(separator: "\n"))
        }
        parts += [conditions, signals, place]
        if let last = pair.lastRun { parts.append(line(for: last)) }
        let reasons = pair.reasons[language] ?? []
        if !reasons.isEmpty { parts.append(reasons.map { "• \($0)" }.joined(separator: "\n")) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let title = Wording.printed(pair.candidate.title)
        let name = Wording.printed(pair.candidate.name)
        return "\(Wording.printed(pair.need.title)) (\(pair.job))\n→ \(name)"
            + (title.isEmpty || title == name ? "" : ", \(title)")
    }

    /// Each rule that fails, with what would have to change.
    private var obstacles: [String] {
        pair.exclusions.flatMap { failure in
            ["✗ \(failure.sentence[language] ?? "")"]
                + (failure.remedy[language].map { ["  → \($0)"] } ?? [])
        }
    }

    private var conditions: String {
        let failed = Set(pair.exclusions.map(\.exclusion.rule))
        let rules = pair.rules.map { rule in
            (failed.contains(rule) ? "✗ " : "✓ ") + wording.name(of: rule)
        }
        return wording.pairs.conditions + "\n  " + rules.joined(separator: "   ")
    }

    /// A table of value, weight and share of the score, a line a signal.
    private var signals: String {
        let shares = pair.signals.shares(of: pair.score)
        var rows = [
            [
                wording.pairs.signals, wording.pairs.value, wording.pairs.weight,
                wording.pairs.share,
            ]
        ]
        for signal in pair.signals {
            rows.append([
                "  " + wording.name(of: signal.kind), wording.number(signal.value, digits: 2),
                wording.number(signal.weight, digits: 2),
                wording.number(shares[signal.kind] ?? 0, digits: 3),
            ])
        }
        rows.append(["  score", "", "", wording.number(pair.score, digits: 3)])
        var text = table(rows)
        text += "\n  \(wording.pairs.floor) \(wording.number(pair.floor, digits: 2))"
        if let fit = pair.fit { text += wording.pairs.learned(fit: fit) }
        return text + "\n  " + wording.pairs.whatScoresMean
    }

    private var place: String {
        var lines = [
            pair.place.map { wording.pairs.place($0, of: pair.matches) }
                ?? wording.pairs.notAmong(pair.matches)
        ]
        if let above = pair.above {
            lines.append(
                wording.pairs.justAbove + wording.colon
                    + wording.sentence(for: above))
            lines.append(
                table(
                    above.parts.map {
                        [
                            "  " + wording.name(of: $0.kind),
                            ($0.difference > 0 ? "+" : "")
                                + wording.number($0.difference, digits: 3),
                        ]
                    }))
        }
        return lines.joined(separator: "\n")
    }

    private func line(for last: PairExplanation.LastRun) -> String {
        let found: String
        if let rank = last.rank, let score = last.score {
            found = wording.pairs.found(at: rank, score: score)
        } else if let considered = last.considered, let eligible = last.eligible {
            found = wording.pairs.notFound(
                considered: considered, eligible: eligible, suggested: last.suggested ?? 0)
        } else {
            found = wording.pairs.notPartOfRun
        }
        let run = wording.pairs.lastRun(last.run, asOf: last.asOf)
        return run + wording.colon + found
    }

    /// Columns side by side: the first flush left, the others flush right.
    private func table(_ rows: [[String]]) -> String {
        let width = rows.map(\.count).max() ?? 0
        let widths = (0..<width).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : "  " + padding + cell
            }.joined()
        }.joined(separator: "\n")
    }
}

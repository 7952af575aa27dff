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
        return wording.pick("Conditions", "Conditions") + "\n  " + rules.joined(separator: "   ")
    }

    /// A table of value, weight and share of the score, a line a signal.
    private var signals: String {
        let shares = pair.signals.shares(of: pair.score)
        var rows = [
            [
                wording.pick("Signaux", "Signals"), wording.pick("valeur", "value"),
                wording.pick("poids", "weight"), wording.pick("part", "share"),
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
        text +=
            "\n  "
            + wording.pick("seuil", "floor") + " \(wording.number(pair.floor, digits: 2))"
        if let fit = pair.fit {
            text += wording.pick(
                " ; poids appris des décisions, n° \(fit)",
                "; weights learned from decisions, no. \(fit)")
        }
        text +=
            "\n  "
            + wording.pick(
                "Le score est la chance que la réponse soit bonne\(wording.semicolon)pour une même "
                    + "demande, il croît avec la somme des valeurs fois leurs poids.",
                "The score is the chance that the answer is right; for one request it rises with the "
                    + "sum of values times weights.")
        return text
    }

    private var place: String {
        var lines = [
            pair.place.map { place in
                wording.pick(
                    "Place \(place) sur \(pair.matches) qui conviennent.",
                    "Place \(place) of \(pair.matches) that suit.")
            }
                ?? wording.pick(
                    "Ne compte pas parmi les \(pair.matches) qui conviennent.",
                    "Not among the \(pair.matches) that suit.")
        ]
        if let above = pair.above {
            lines.append(
                wording.pick("Juste au-dessus", "Just above") + wording.colon
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
        let run = wording.pick(
            "Dernière nuit enregistrée (n° \(last.run), au \(wording.shortDay(last.asOf)))",
            "Last recorded run (no. \(last.run), as of \(wording.shortDay(last.asOf)))")
        let found: String
        if let rank = last.rank, let score = last.score {
            found = wording.pick(
                "parmi les suggestions, à la place \(rank), score \(wording.number(score, digits: 3)).",
                "among the suggestions, at place \(rank), score \(wording.number(score, digits: 3))."
            )
        } else if let considered = last.considered, let eligible = last.eligible {
            found = wording.pick(
                "pas parmi les suggestions ; \(considered) examinés, \(eligible) remplissaient les "
                    + "conditions, \(last.suggested ?? 0) suggérés.",
                "not among the suggestions; \(considered) looked at, \(eligible) met the conditions, "
                    + "\(last.suggested ?? 0) suggested.")
        } else {
            found = wording.pick(
                "cette demande n’en était pas.", "this request was not part of it.")
        }
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

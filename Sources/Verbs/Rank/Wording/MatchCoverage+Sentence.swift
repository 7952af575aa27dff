package import Market
package import Wording

extension Wording {
    /// Why nobody was found for most needs: what scores there are, what other floors would give, and
    /// what is missing. Nil where somebody was found for at least half of them.
    package func fewMatches(_ coverage: MatchCoverage, _ floor: FloorFigures?) -> String? {
        guard coverage.isLow else { return nil }
        let without = number(Double(coverage.needs - coverage.found))
        let all = number(Double(coverage.needs))
        var sentences = [
            pick(
                "Personne n’a été trouvé pour \(without) des \(all) demandes",
                "Nobody was found for \(without) of the \(all) requests")
                + (floor.map(scores) ?? "") + "."
        ]
        if let steps = floor.flatMap({ others($0, than: coverage.found) }) {
            sentences.append(steps)
        }
        let gaps = coverage.gaps.map(missing)
        if !gaps.isEmpty {
            sentences.append(pick("Ce qui manque", "What is missing") + colon + list(gaps) + ".")
        }
        return sentences.joined(separator: " ")
    }

    private func scores(_ floor: FloorFigures) -> String {
        guard floor.best > 0 else {
            return colon + pick("aucun score n’est connu", "there is no score")
        }
        let (best, least) = (number(floor.best, digits: 2), number(floor.floor, digits: 2))
        return colon
            + pick(
                "le meilleur score est \(best), et il en faut \(least)",
                "the best score is \(best), and \(least) is needed")
    }

    /// What lower floors would give; nil where none would give more.
    private func others(_ figures: FloorFigures, than found: Int) -> String? {
        var most = found
        var steps: [String] = []
        for step in figures.reached ?? []
        where step.floor < figures.floor && step.needs > most {
            most = step.needs
            let floor = number(step.floor, digits: 2)
            steps.append(
                steps.isEmpty
                    ? aFloor(of: floor, serves: step.needs)
                    : pick("de \(floor) pour ", "of \(floor) for ") + number(Double(step.needs)))
        }
        return steps.isEmpty ? nil : list(steps) + "."
    }

    private func aFloor(of floor: String, serves needs: Int) -> String {
        let counted = count(
            needs, one: pick("demande", "request"), many: pick("demandes", "requests"))
        return pick(
            "Un seuil de \(floor) trouverait quelqu’un pour \(counted)",
            "A floor of \(floor) would find somebody for \(counted)")
    }

    private func missing(_ gap: MatchCoverage.Gap) -> String {
        switch gap {
        case .candidates: pick("des candidats, il n’y en a aucun", "candidates, there are none")
        case .rules(let needs):
            pick(
                "des candidats qui remplissent les conditions (personne pour "
                    + "\(number(Double(needs))) demandes)",
                "candidates who meet the conditions (nobody for \(number(Double(needs))) requests)")
        case .needSkills(let share):
            pick(
                "des compétences dans les demandes (\(percent(share)) en nomment)",
                "skills in the requests (\(percent(share)) name any)")
        case .candidateSkills(let share):
            pick(
                "des compétences chez les candidats (\(percent(share)) en nomment)",
                "skills among the candidates (\(percent(share)) name any)")
        case .needTexts(let words):
            pick(
                "des demandes plus longues (une sur deux a \(mostWords(words)))",
                "longer requests (half of them have \(mostWords(words)))")
        case .candidateTexts(let words):
            pick(
                "des offres plus longues (une sur deux a \(mostWords(words)))",
                "longer offers (half of them have \(mostWords(words)))")
        case .language(let code):
            pick(
                "des candidats qui écrivent en \(languageName(code))",
                "candidates who write in \(languageName(code))")
        }
    }

    private func mostWords(_ words: Int) -> String {
        let counted = count(words, one: pick("mot", "word"), many: pick("mots", "words"))
        return pick("\(counted) ou moins", "\(counted) or fewer")
    }
}

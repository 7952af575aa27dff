internal import Wording

extension EnglishRank {
    func nobodyFound(for needs: Int, of all: Int) -> String {
        "Nobody was found for \(number(needs)) of the \(number(all)) requests"
    }

    var noScore: String { "there is no score" }

    func best(_ score: String, needed floor: String) -> String {
        "the best score is \(score), and \(floor) is needed"
    }

    func floor(_ floor: String, serves needs: Int) -> String {
        let counted = count(needs, CountedNoun([.one: "request", .other: "requests"]))
        return "A floor of \(floor) would find somebody for \(counted)"
    }

    func nextFloor(_ floor: String, serves needs: Int) -> String {
        "of \(floor) for \(number(needs))"
    }

    func missing(_ gaps: [String]) -> String { "What is missing: \(list(gaps))." }

    func text(of gap: MatchCoverage.Gap) -> String {
        switch gap {
        case .candidates: "candidates, there are none"
        case .rules(let needs):
            "candidates who meet the conditions (nobody for \(number(needs)) requests)"
        case .needSkills(let share): "skills in the requests (\(percent(share)) name any)"
        case .candidateSkills(let share): "skills among the candidates (\(percent(share)) name any)"
        case .needTexts(let words): "longer requests (half of them have \(most(words)))"
        case .candidateTexts(let words): "longer offers (half of them have \(most(words)))"
        case .language(let code): "candidates who write in \(wording.languageName(code))"
        }
    }

    private func most(_ words: Int) -> String {
        count(words, CountedNoun([.one: "word", .other: "words"])) + " or fewer"
    }
}

internal import Digest
internal import Market
internal import Wording

extension RankDigest {
    /// Suggestions for the reader: the first with why, the others by title.
    func items(forYou suggestions: [Suggestion]) -> [DigestItem] {
        let listed = suggestions.prefix(DigestContext.mostListed)
        let others = suggestions.dropFirst(DigestContext.mostListed).map {
            wording.quoted(Wording.printed($0.needTitle))
        }
        return listed.enumerated().map { index, suggestion in
            let owner = suggestion.needOwnerName.map(Wording.printed) ?? ""
            return DigestItem(
                heading: Wording.printed(suggestion.needTitle), url: suggestion.needURL,
                from: owner.isEmpty ? nil : phrases.filled(.askedBy, ["name": owner]),
                deadline: suggestion.deadline.map(wording.answersUntil),
                because: why(suggestion, to: .candidate),
                better: better(suggestion, to: .candidate),
                more: index == listed.count - 1 ? context.more(others) : nil)
        }
    }

    /// Suggestions for the reader's needs: each need once, in the order of the first of its people.
    func items(forYourNeeds suggestions: [Suggestion]) -> [DigestItem] {
        var order: [String] = []
        var byNeed: [String: [Suggestion]] = [:]
        for suggestion in suggestions {
            let key = suggestion.job + "\u{0}" + suggestion.need
            if byNeed[key] == nil { order.append(key) }
            byNeed[key, default: []].append(suggestion)
        }
        return order.compactMap { key in
            guard let group = byNeed[key], let first = group.first else { return nil }
            let people = group.prefix(DigestContext.mostListed).map { suggestion in
                let who = Wording.printed(suggestion.memberName)
                let what = Wording.printed(suggestion.candidateTitle)
                return DigestItem.Person(
                    who: who, page: suggestion.candidateURL,
                    what: what.isEmpty || what == who ? nil : what,
                    because: why(suggestion, to: .owner),
                    better: better(suggestion, to: .owner),
                    terms: terms(suggestion, to: .owner))
            }
            let others = group.dropFirst(DigestContext.mostListed).map {
                Wording.printed($0.memberName)
            }
            return DigestItem(
                heading: Wording.printed(first.needTitle), url: first.needURL,
                people: Array(people),
                more: context.more(others)
            )
        }
    }

    private func why(_ suggestion: Suggestion, to audience: Audience) -> String? {
        guard !suggestion.signals.isEmpty else { return nil }
        return Wording.printed(
            wording.why(suggestion.signals, skills: context.skills, to: audience))
    }

    private func better(_ suggestion: Suggestion, to audience: Audience) -> String? {
        wording.better(suggestion.signals, skills: context.skills, to: audience)
            .map(Wording.printed)
    }

    private func terms(_ suggestion: Suggestion, to audience: Audience) -> String? {
        let terms = wording.terms(suggestion.signals, to: audience)
        return terms.isEmpty ? nil : terms.joined(separator: " ")
    }
}

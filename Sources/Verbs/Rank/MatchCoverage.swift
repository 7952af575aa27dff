internal import Market
package import Scoring

/// How many needs of a run somebody was found for, and what rows of the market leave unsaid: why a
/// first night may be all but empty.
package struct MatchCoverage: Sendable, Hashable, Codable {
    /// Needs read, and those that somebody is suggested for.
    package let needs: Int
    package let found: Int
    /// Needs for which nobody passes the hard rules.
    package let ruledOut: Int
    package let needSide: Side
    package let candidateSide: Side

    /// What one side says.
    package struct Side: Sendable, Hashable, Codable {
        package let rows: Int
        /// Rows that name a skill.
        package let withSkills: Int
        /// Words of title and text, the median over the rows.
        package let medianWords: Int
        /// Rows in each language, by its code.
        package let languages: [String: Int]

        package init(rows: Int, withSkills: Int, medianWords: Int, languages: [String: Int]) {
            self.rows = rows
            self.withSkills = withSkills
            self.medianWords = medianWords
            self.languages = languages
        }
    }

    package init(needs: Int, found: Int, ruledOut: Int, needSide: Side, candidateSide: Side) {
        self.needs = needs
        self.found = found
        self.ruledOut = ruledOut
        self.needSide = needSide
        self.candidateSide = candidateSide
    }

    package init(of market: ScoredMarket, found: Int) {
        let snapshot = market.snapshot
        self.init(
            needs: snapshot.needs.count, found: found,
            ruledOut: market.matches.tallies.count { $0.eligible == 0 },
            needSide: Side(
                snapshot.needs.map { Row($0.title, $0.text, $0.skills.count, $0.language) }),
            candidateSide: Side(
                snapshot.candidates.map { Row($0.title, $0.text, $0.skills.count, $0.language) }))
    }

    /// Whether nobody was found for most needs.
    package var isLow: Bool { needs > 0 && 2 * found < needs }

    /// Something that the market lacks.
    package enum Gap: Sendable, Hashable {
        case candidates
        /// For so many needs nobody passes the hard rules.
        case rules(needs: Int)
        /// This share of the needs, or of the candidates, names a skill.
        case needSkills(share: Double)
        case candidateSkills(share: Double)
        /// Words of the texts of one side, the median.
        case needTexts(words: Int)
        case candidateTexts(words: Int)
        /// Most needs are in a language that few candidates write in.
        case language(String)
    }

    /// What the market lacks, what weighs most first.
    package var gaps: [Gap] {
        guard candidateSide.rows > 0 else { return [.candidates] }
        var gaps: [Gap] = []
        if 2 * ruledOut >= needs { gaps.append(.rules(needs: ruledOut)) }
        if 5 * needSide.withSkills < needSide.rows {
            gaps.append(.needSkills(share: needSide.skillShare))
        }
        if 5 * candidateSide.withSkills < candidateSide.rows {
            gaps.append(.candidateSkills(share: candidateSide.skillShare))
        }
        if needSide.medianWords <= Self.shortText {
            gaps.append(.needTexts(words: needSide.medianWords))
        }
        if candidateSide.medianWords <= Self.shortText {
            gaps.append(.candidateTexts(words: candidateSide.medianWords))
        }
        for (language, rows) in needSide.languages.sorted(by: { $0.key < $1.key })
        where 2 * rows > needSide.rows
            && 10 * candidateSide.languages[language, default: 0] < candidateSide.rows
        {
            gaps.append(.language(language))
        }
        return gaps
    }

    /// A title with half a line of text has more words.
    private static let shortText = 10
}

extension MatchCoverage.Side {
    fileprivate init(_ rows: [Row]) {
        let words = rows.map(\.words).sorted()
        self.init(
            rows: rows.count, withSkills: rows.count { $0.skills > 0 },
            medianWords: words.isEmpty ? 0 : words[words.count / 2],
            languages: rows.reduce(into: [:]) { $0[$1.language.rawValue, default: 0] += 1 })
    }

    fileprivate var skillShare: Double { rows > 0 ? Double(withSkills) / Double(rows) : 0 }
}

/// What is counted of a need or a candidate.
private struct Row {
    let words: Int
    let skills: Int
    let language: TextLanguage

    init(_ title: String, _ text: String, _ skills: Int, _ language: TextLanguage) {
        words = [title, text].reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        self.skills = skills
        self.language = language
    }
}

internal import Market
package import Wording

/// Why a pair is no match, whatever the verb.
package protocol PairSentences: PairPageSentences {
    /// A whole sentence, from why.
    func notProposed(_ why: String) -> String
    var conditionNotMet: String { get }
    func belowFloor(_ floor: String, by gap: String) -> String
    /// - Parameter most: How many were compared for their content, and for their words.
    func notCompared(among most: Int) -> String
}

extension Wording {
    /// The registry of ``PairSentences``.
    package var pairs: any PairSentences {
        switch language {
        case .french: FrenchPairs(wording: self)
        case .english: EnglishPairs(wording: self)
        }
    }

    package func sentence(for reason: NoMatch) -> String {
        let why =
            switch reason {
            case .excluded: pairs.conditionNotMet
            case .belowFloor(let score, let floor):
                pairs.belowFloor(
                    number(floor, digits: 2), by: number(floor - score, digits: 3))
            case .notRetrieved(let most): pairs.notCompared(among: most)
            }
        return pairs.notProposed(why)
    }
}

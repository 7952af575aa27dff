internal import Market
package import Wording

extension Wording {
    /// The registry of ``RankSentences``.
    package var rank: any RankSentences {
        switch language {
        case .french: FrenchRank(wording: self)
        case .english: EnglishRank(wording: self)
        }
    }
}

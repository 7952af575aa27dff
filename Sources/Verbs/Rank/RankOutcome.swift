package import Market

/// What became of a pair: suggested, or why not.
package enum RankOutcome: Sendable, Hashable, Encodable {
    /// Suggested, at this place in the list of the need, from 1.
    case suggested(rank: Int)
    /// A match, but the list of the need is full of better ones.
    case behind([ScoredRival], most: Int)
    /// A match, but another candidate of the same member stands in the list of the need.
    case memberStands(ScoredRival)
    /// A match, but the member behind it is suggested for as many needs as allowed.
    case memberTaken([Taken], most: Int)
    /// A match, but as many members as allowed have heard of the need, tonight's included.
    case contactCapReached(notified: Int)
    /// A match, but places go to members whose turn it is: those named stand in the need's list.
    case turn([ScoredRival])
    /// A match, but those named stood in the list the night before and are hardly worse.
    case retained([ScoredRival])
    /// A match, but somebody much alike stands in the list, which makes room for others.
    case tooSimilar(ScoredRival)
    /// A match that the night left out for the good of the whole, within all caps, for no one rule.
    case heldBack

    /// Another need that the same member is suggested for.
    package struct Taken: Sendable, Hashable, Encodable {
        package let need: Need.ID
        package let title: String
        package let score: Double
        package let rank: Int

        package init(need: Need.ID, title: String, score: Double, rank: Int) {
            self.need = need
            self.title = title
            self.score = score
            self.rank = rank
        }
    }
}

internal import Text

/// What scoring knows of a market as a whole: how rare skills and words are, what its texts have in
/// common, how widely cosines scatter, which candidates are near to everything.
///
/// Learned from one night's snapshot and kept, it makes the next nights comparable with that one: a
/// pair whose need and candidate did not change keeps its score to the last bit, whoever else came
/// or went.
public struct MarketStatistics: Sendable, Hashable {
    let skills: SkillStatistics
    let words: WordStatistics
    /// nil where no vectors were there.
    let meaning: SemanticStatistics?
}

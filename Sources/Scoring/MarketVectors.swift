public import Encoding
internal import Market

/// The vectors of a market's texts.
public struct MarketVectors: Sendable {
    /// One row a text: needs, candidates, skills.
    let vectors: Vectors
    let needs: Range<Int>
    let candidates: Range<Int>
    /// Row of each skill's vector.
    let skillRows: [Skill.ID: Int]

    /// Takes the vectors of ``MarketTexts/all``, one row a text in that order.
    public init(texts: MarketTexts, vectors: Vectors) {
        let needCount = texts.needs.count
        let candidateCount = texts.candidates.count
        precondition(
            vectors.count == needCount + candidateCount + texts.skills.count,
            "one vector for each text")
        self.vectors = vectors
        needs = 0..<needCount
        candidates = needCount..<needCount + candidateCount
        let first = needCount + candidateCount
        skillRows = Dictionary(
            texts.skills.enumerated().map { ($1.id, first + $0) },
            uniquingKeysWith: { earlier, _ in earlier })
    }
}

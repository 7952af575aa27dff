public import Encoding
internal import Market

/// The vectors of a market's texts.
public struct MarketVectors: Sendable {
    /// Rows of the titles and of the texts of one side.
    struct Side: Sendable {
        let titles: Range<Int>
        let texts: Range<Int>
    }

    /// One row a text, in the order of ``MarketTexts/all``.
    let vectors: Vectors
    let needs: Side
    let candidates: Side
    /// Row of each skill's vector.
    let skillRows: [Skill.ID: Int]
    /// Concepts whose name a title bears.
    let links: ConceptLinks
    /// Rows of the names and of the descriptions of each of these concepts.
    let concepts: [(names: Range<Int>, descriptions: Range<Int>)]

    /// Takes the vectors of ``MarketTexts/all``, one row a text in that order.
    public init(texts: MarketTexts, vectors: Vectors) {
        var next = 0
        func rows(_ count: Int) -> Range<Int> {
            defer { next += count }
            return next..<next + count
        }
        needs = Side(titles: rows(texts.needs.titles.count), texts: rows(texts.needs.texts.count))
        candidates = Side(
            titles: rows(texts.candidates.titles.count), texts: rows(texts.candidates.texts.count))
        let skills = rows(texts.skills.count)
        let names = texts.concepts.map { rows($0.names.count) }
        let descriptions = texts.concepts.map { rows($0.descriptions.count) }
        precondition(vectors.count == next, "one vector for each text")
        links = texts.links
        concepts = zip(names, descriptions).map { (names: $0, descriptions: $1) }
        self.vectors = vectors
        skillRows = Dictionary(
            zip(texts.skills.map(\.id), skills), uniquingKeysWith: { earlier, _ in earlier })
    }
}

public import Encoding
internal import Market

/// The vectors of a market's texts.
public struct MarketVectors: Sendable {
    /// Places, in ``MarketTexts/all``, of the titles and of the texts of one side.
    struct Side: Sendable {
        let titles: Range<Int>
        let texts: Range<Int>
    }

    /// One row a distinct text.
    private var vectors: VectorStore
    /// The row of each text of ``MarketTexts/all``.
    private let places: [Int32]
    let needs: Side
    let candidates: Side
    /// Place of each skill's text.
    let skillRows: [Skill.ID: Int]
    /// Concepts whose name a title bears.
    let links: ConceptLinks
    /// Rows of the names and of the descriptions of each of these concepts.
    let concepts: [(names: Range<Int>, descriptions: Range<Int>)]

    /// Takes the vectors of ``MarketTexts/all``, one row a text in that order.
    public init(texts: MarketTexts, vectors: Vectors) {
        self.init(
            texts: texts, vectors: VectorStore(vectors), places: (0..<vectors.count).map(Int32.init)
        )
    }

    /// Takes the vectors of a market's distinct texts.
    ///
    /// - Parameters:
    ///   - texts: The market's texts.
    ///   - vectors: One row a distinct text.
    ///   - places: The row of each text of ``MarketTexts/all``, in that order.
    public init(texts: MarketTexts, vectors: consuming VectorStore, places: [Int32]) {
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
        precondition(
            places.count == next && places.allSatisfy { $0 >= 0 && $0 < vectors.count },
            "one vector for each text")
        links = texts.links
        concepts = zip(names, descriptions).map { (names: $0, descriptions: $1) }
        self.vectors = vectors
        self.places = places
        skillRows = Dictionary(
            zip(texts.skills.map(\.id), skills), uniquingKeysWith: { earlier, _ in earlier })
    }

    var dimension: Int { vectors.dimension }

    /// Number of texts.
    var count: Int { places.count }

    /// The vector of a text.
    subscript(text: Int) -> ArraySlice<Float> { vectors[Int(places[text])] }

    /// The mean over some texts, each as often as it stands there.
    func mean(of texts: Range<Int>) -> Mean {
        var mean = Mean(dimension: dimension)
        for text in texts { mean.add(self[text]) }
        return mean
    }

    /// The vectors of some texts, one after another.
    func rows(_ texts: Range<Int>) -> [Float] {
        var rows: [Float] = []
        rows.reserveCapacity(texts.count * dimension)
        for text in texts { rows.append(contentsOf: self[text]) }
        return rows
    }

    /// Goes through the vectors of a side's titles and then of its texts, by their place on that
    /// side, and lets each part of them go that no later one needs.
    ///
    /// A title that came before is told by the place of the first of its like: a few that come again
    /// late would otherwise hold all parts to the end.
    mutating func forEachLast(
        of side: Side, title: (Int, ArraySlice<Float>) -> Void,
        sameTitle: (_ place: Int, _ first: Int) -> Void,
        text: (Int, ArraySlice<Float>) -> Void
    ) {
        var firsts = [Int32](repeating: -1, count: vectors.count)
        var last = [Int](repeating: -1, count: vectors.partCount)
        for (place, title) in side.titles.enumerated() {
            let row = Int(places[title])
            guard firsts[row] < 0 else { continue }
            firsts[row] = Int32(place)
            last[vectors.part(of: row)] = title
        }
        for text in side.texts { last[vectors.part(of: Int(places[text]))] = text }
        func release(_ row: Int, after text: Int) {
            let part = vectors.part(of: row)
            if last[part] == text { vectors.release(part) }
        }
        for (place, name) in side.titles.enumerated() {
            let row = Int(places[name])
            let first = Int(firsts[row])
            guard first == place else {
                sameTitle(place, first)
                continue
            }
            title(place, vectors[row])
            release(row, after: name)
        }
        for (place, content) in side.texts.enumerated() {
            let row = Int(places[content])
            text(place, vectors[row])
            release(row, after: content)
        }
    }
}

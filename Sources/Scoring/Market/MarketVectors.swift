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
    let references: Range<Int>
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
        references = rows(texts.references.count)
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

    /// Goes through a side's titles and then through its texts, some places at a stretch, and lets
    /// each part of the vectors go that no later stretch needs.
    ///
    /// A title that came before, at an earlier stretch, is told by the place of the first of its
    /// like: a few that come again late would otherwise hold all parts to the end.
    ///
    /// - Parameters:
    ///   - side: Which texts.
    ///   - keeps: Whether all vectors are needed afterwards.
    ///   - titles: Takes the places of a stretch, the vectors, and for each place of the side the
    ///     first that has the same title.
    ///   - texts: Takes the places of a stretch and the vectors.
    mutating func inStretches(
        of side: Side, keeps: Bool, titles: (Range<Int>, MarketVectors, [Int32]) -> Void,
        texts: (Range<Int>, MarketVectors) -> Void
    ) {
        var rowFirsts = [Int32](repeating: -1, count: vectors.count)
        var firsts = [Int32](repeating: 0, count: side.titles.count)
        var last = [Int](repeating: -1, count: vectors.partCount)
        let stretches = stride(from: 0, to: side.titles.count, by: MarketVectors.stretch).map {
            $0..<min($0 + MarketVectors.stretch, side.titles.count)
        }
        for (number, places) in stretches.enumerated() {
            for place in places {
                let row = Int(self.places[side.titles.lowerBound + place])
                if rowFirsts[row] < 0 { rowFirsts[row] = Int32(place) }
                firsts[place] = rowFirsts[row]
                if Int(firsts[place]) >= places.lowerBound { last[vectors.part(of: row)] = number }
            }
        }
        for (number, places) in stretches.enumerated() {
            for place in places {
                let row = Int(self.places[side.texts.lowerBound + place])
                last[vectors.part(of: row)] = stretches.count + number
            }
        }
        func release(after number: Int) {
            for part in last.indices where last[part] == number && !keeps { vectors.release(part) }
        }
        for (number, places) in stretches.enumerated() {
            titles(places, self, firsts)
            release(after: number)
        }
        for (number, places) in stretches.enumerated() {
            texts(places, self)
            release(after: stretches.count + number)
        }
    }

    private static let stretch = 16_384
}

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
    private let positions: [Int32]
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
            texts: texts, vectors: VectorStore(vectors),
            positions: (0..<vectors.count).map(Int32.init)
        )
    }

    /// Takes the vectors of a market's distinct texts.
    ///
    /// - Parameters:
    ///   - texts: The market's texts.
    ///   - vectors: One row a distinct text.
    ///   - positions: The row of each text of ``MarketTexts/all``, in that order.
    public init(texts: MarketTexts, vectors: consuming VectorStore, positions: [Int32]) {
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
            positions.count == next && positions.allSatisfy { $0 >= 0 && $0 < vectors.count },
            "one vector for each text")
        links = texts.links
        concepts = zip(names, descriptions).map { (names: $0, descriptions: $1) }
        self.vectors = vectors
        self.positions = positions
        skillRows = Dictionary(
            zip(texts.skills.map(\.id), skills), uniquingKeysWith: { earlier, _ in earlier })
    }

    var dimension: Int { vectors.dimension }

    /// Number of texts.
    var count: Int { positions.count }

    /// The vector of a text.
    subscript(text: Int) -> ArraySlice<Float> { vectors[Int(positions[text])] }

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

    /// Visits a side's titles and then its texts in chunks, and frees each part of the vectors once
    /// no later chunk refers to it.
    ///
    /// A title that repeats one of an earlier chunk is identified by the index of the first: a few
    /// late repeats would otherwise hold all parts to the end.
    ///
    /// - Parameters:
    ///   - side: Which texts.
    ///   - keeps: Whether all vectors are needed afterwards.
    ///   - titles: Takes the indices of a chunk, the vectors, and for each index of the side the
    ///     first that has the same title.
    ///   - texts: Takes the indices of a chunk and the vectors.
    mutating func inChunks(
        of side: Side, keeps: Bool, titles: (Range<Int>, MarketVectors, [Int32]) -> Void,
        texts: (Range<Int>, MarketVectors) -> Void
    ) {
        var rowFirsts = [Int32](repeating: -1, count: vectors.count)
        var firsts = [Int32](repeating: 0, count: side.titles.count)
        var last = [Int](repeating: -1, count: vectors.partCount)
        let chunks = stride(from: 0, to: side.titles.count, by: MarketVectors.chunk).map {
            $0..<min($0 + MarketVectors.chunk, side.titles.count)
        }
        for (number, positions) in chunks.enumerated() {
            for index in positions {
                let row = Int(self.positions[side.titles.lowerBound + index])
                if rowFirsts[row] < 0 { rowFirsts[row] = Int32(index) }
                firsts[index] = rowFirsts[row]
                if Int(firsts[index]) >= positions.lowerBound {
                    last[vectors.part(of: row)] = number
                }
            }
        }
        for (number, positions) in chunks.enumerated() {
            for index in positions {
                let row = Int(self.positions[side.texts.lowerBound + index])
                last[vectors.part(of: row)] = chunks.count + number
            }
        }
        func release(after number: Int) {
            for part in last.indices where last[part] == number && !keeps { vectors.release(part) }
        }
        for (number, positions) in chunks.enumerated() {
            titles(positions, self, firsts)
            release(after: number)
        }
        for (number, positions) in chunks.enumerated() {
            texts(positions, self)
            release(after: chunks.count + number)
        }
    }

    private static let chunk = 16_384
}

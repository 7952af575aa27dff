internal import Market
internal import Parallel
internal import Retrieval

/// Rows whose dot product is what ``SemanticSimilarity/value(cosine:candidate:alone:)`` rises with.
///
/// Where meaning stands alone, what makes a candidate near to everything is taken from the cosine.
/// Whether it does follows from what kind of texts a need has, see ``LexicalSimilarity/Kind``, and
/// from the candidate: for each kind a few dimensions more hold a constant in the needs of that kind, and
/// in the candidates minus the correction where meaning would stand alone beside such a need. All
/// numbers of both are multiplied by powers of two, so that the product is the corrected cosine to
/// within the rounding of one addition in double precision, and the cosine itself to the last bit
/// where no correction applies.
struct SemanticRows: Sendable {
    /// Numbers of a row.
    let dimension: Int
    private let own: Int
    private let padded: Int
    private let kinds: [LexicalSimilarity.Kind]

    /// The correction is spread over two dimensions of a kind, so that neither side's numbers stand
    /// out of its row and cost the others precision in 8 bits.
    private static let spread = 2
    private static let needs: Float = 0.25
    private static let candidates: Float = 2

    /// - Parameters:
    ///   - own: Numbers of a vector.
    ///   - kinds: Kinds of needs beside which meaning stands alone, of some candidate at least.
    init(dimension own: Int, correcting kinds: [LexicalSimilarity.Kind]) {
        self.own = own
        // Sums run in eight lanes: a kind has one of them to itself, whatever other kinds there are.
        padded = (own + 7) / 8 * 8
        self.kinds = kinds
        dimension = padded + SemanticRows.spread * ((kinds.count + 7) / 8 * 8)
    }

    private func columns(of kind: Int) -> [Int] {
        let width = (kinds.count + 7) / 8 * 8
        return (0..<SemanticRows.spread).map { padded + $0 * width + kind }
    }

    func append(need row: ArraySlice<Float>, kind: LexicalSimilarity.Kind, to rows: inout [Float]) {
        let start = rows.count
        append(row, to: &rows)
        guard let number = kinds.firstIndex(of: kind), row.contains(where: { $0 != 0 }) else {
            return
        }
        for column in columns(of: number) { rows[start + column] = SemanticRows.needs }
    }

    /// Sets what is taken from a candidate's cosines.
    ///
    /// - Parameter isAlone: Whether meaning stands alone beside a need of a kind.
    func correct(
        _ rows: inout CentredRows, _ candidate: Int, by correction: Float,
        isAlone: (LexicalSimilarity.Kind) -> Bool
    ) {
        for (number, kind) in kinds.enumerated() where isAlone(kind) {
            for column in columns(of: number) {
                rows.setRest(
                    of: candidate, at: column, to: -correction * SemanticRows.candidates)
            }
        }
    }

    private func append(_ row: ArraySlice<Float>, to rows: inout [Float]) {
        rows.append(contentsOf: row)
        rows.append(contentsOf: repeatElement(0, count: dimension - own))
    }
}

extension SemanticSimilarity {
    /// Rows of some needs.
    func rows(ofNeeds range: [Int], _ words: LexicalSimilarity) -> Rows {
        var values: [Float] = []
        values.reserveCapacity(range.count * form.dimension)
        for need in range {
            form.append(need: needs[need..<need + 1], kind: words.kind(ofNeed: need), to: &values)
        }
        return checked(values)
    }

    /// Rows of some candidates, in the order given.
    ///
    /// - Complexity: nothing is copied where these are all, in the order of the snapshot.
    func rows(ofCandidates order: [Int]) -> Rows {
        if order.elementsEqual(0..<candidates.count) { return checked(candidates.values) }
        var values: [Float] = []
        values.reserveCapacity(order.count * form.dimension)
        for candidate in order {
            let start = candidate * candidates.stride
            values.append(contentsOf: candidates.values[start..<start + candidates.stride])
        }
        return checked(values)
    }

    private func checked(_ values: [Float]) -> Rows {
        do {
            return try Rows(values, dimension: form.dimension)
        } catch {
            preconditionFailure("vectors are finite: \(error)")
        }
    }
}

extension CentredRows {
    /// A side's vectors: those of its titles, texts and skills, each centred, added one after
    /// another and brought to length 1.
    ///
    /// - Parameters:
    ///   - side: Which texts.
    ///   - market: Their vectors.
    ///   - stride: Numbers from row to row.
    ///   - centres: Of titles, texts and skills.
    ///   - keeps: Whether the vectors are needed afterwards.
    ///   - skills: Writes the sum of the skills of one row, of length 1, or zero.
    ///   - concepts: Writes the sum of the concepts that a title bears the name of, likewise.
    init(
        _ side: MarketVectors.Side, in market: inout MarketVectors, stride: Int,
        centres: (titles: [Float], texts: [Float], skills: [Float]), keeps: Bool,
        skills: @Sendable (Int, inout [Float]) -> Void,
        concepts: @Sendable (Int, inout [Float]) -> Void
    ) {
        let dimension = market.dimension
        let count = side.titles.count
        let values = [Float](unsafeUninitializedCapacity: count * stride) { memory, filled in
            let rows = RowMemory(memory, dimension: dimension, stride: stride)
            market.inChunks(
                of: side, keeps: keeps,
                titles: { range, market, firsts in
                    rows.fill(range) { row, index in
                        let first = Int(firsts[index])
                        if first < range.lowerBound {
                            rows.read(first, into: &row)
                        } else {
                            row.take(market[side.titles.lowerBound + index], less: centres.titles)
                        }
                    }
                },
                texts: { range, market in
                    rows.fill(range) { row, index in
                        var part: [Float] = []
                        part.reserveCapacity(dimension)
                        rows.read(index, into: &row)
                        part.take(market[side.texts.lowerBound + index], less: centres.texts)
                        row.blend(part)
                        skills(index, &part)
                        if part.contains(where: { $0 != 0 }) {
                            RowArithmetic.centre(&part, from: 0, less: centres.skills)
                        }
                        row.blend(part)
                        concepts(index, &part)
                        row.blend(part)
                    }
                })
            filled = count * stride
        }
        self.init(values, dimension: dimension, stride: stride)
    }
}

extension [Float] {
    /// Takes a row less a centre, of length 1; one of zeros stays so.
    fileprivate mutating func take(_ vector: ArraySlice<Float>, less centre: [Float]) {
        removeAll(keepingCapacity: true)
        append(contentsOf: vector)
        if vector.contains(where: { $0 != 0 }) {
            RowArithmetic.centre(&self, from: 0, less: centre)
        }
    }

    /// Adds a row, and brings the sum to length 1.
    fileprivate mutating func blend(_ row: [Float]) {
        guard row.contains(where: { $0 != 0 }) else { return }
        RowArithmetic.add(row[...], times: 1, to: &self, from: 0)
        RowArithmetic.normalise(&self, from: 0, count)
    }
}

/// Memory of rows that several threads fill, each row by one of them.
private struct RowMemory: Sendable {
    nonisolated(unsafe) private let memory: UnsafeMutableBufferPointer<Float>
    private let dimension: Int
    private let stride: Int

    init(_ memory: UnsafeMutableBufferPointer<Float>, dimension: Int, stride: Int) {
        self.memory = memory
        self.dimension = dimension
        self.stride = stride
    }

    /// Writes some rows, and zeros after each.
    func fill(_ range: Range<Int>, _ body: @Sendable (inout [Float], Int) -> Void) {
        let step = 256
        _ = Threads.map((range.count + step - 1) / step) { part in
            let first = range.lowerBound + part * step
            var row: [Float] = []
            for index in first..<Swift.min(first + step, range.upperBound) {
                body(&row, index)
                let target = memory[index * stride..<(index + 1) * stride]
                let rest = UnsafeMutableBufferPointer(rebasing: target)
                _ = rest.initialize(from: row)
                rest.dropFirst(dimension).initialize(repeating: 0)
            }
        }
    }

    /// A row that was written.
    func read(_ index: Int, into row: inout [Float]) {
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: memory[index * stride..<index * stride + dimension])
    }
}

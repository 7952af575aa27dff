internal import Market
internal import Retrieval

/// Rows whose dot product is what ``Meaning/value(cosine:candidate:alone:)`` rises with.
///
/// Where meaning stands alone, what makes a candidate near to everything is taken from the cosine.
/// Whether it does follows from what kind of texts a need has, see ``SharedWords/Kind``, and from
/// the candidate: for each kind a few dimensions more hold a constant in the needs of that kind, and
/// in the candidates minus the correction where meaning would stand alone beside such a need. All
/// numbers of both are multiplied by powers of two, so that the product is the corrected cosine to
/// within the rounding of one addition in double precision, and the cosine itself to the last bit
/// where no correction applies.
struct MeaningRows: Sendable {
    /// Numbers of a row.
    let dimension: Int
    private let own: Int
    private let padded: Int
    private let kinds: [SharedWords.Kind]

    /// The correction is spread over two dimensions of a kind, so that neither side's numbers stand
    /// out of its row and cost the others precision in 8 bits.
    private static let spread = 2
    private static let needs: Float = 0.25
    private static let candidates: Float = 2

    init(dimension own: Int, correcting: Bool) {
        self.own = own
        // Sums run in eight lanes: a kind has one of them to itself, whatever other kinds there are.
        padded = (own + 7) / 8 * 8
        kinds = correcting ? SharedWords.Kind.all : []
        dimension = padded + MeaningRows.spread * ((kinds.count + 7) / 8 * 8)
    }

    private func places(of kind: Int) -> [Int] {
        let width = (kinds.count + 7) / 8 * 8
        return (0..<MeaningRows.spread).map { padded + $0 * width + kind }
    }

    func append(need row: ArraySlice<Float>, kind: SharedWords.Kind, to rows: inout [Float]) {
        let start = rows.count
        append(row, to: &rows)
        guard let place = kinds.firstIndex(of: kind), row.contains(where: { $0 != 0 }) else {
            return
        }
        for place in places(of: place) { rows[start + place] = MeaningRows.needs }
    }

    /// Sets what is taken from a candidate's cosines.
    ///
    /// - Parameter isAlone: Whether meaning stands alone beside a need of a kind.
    func correct(
        _ rows: inout CentredRows, _ candidate: Int, by correction: Float,
        isAlone: (SharedWords.Kind) -> Bool
    ) {
        for (number, kind) in kinds.enumerated() where isAlone(kind) {
            for place in places(of: number) {
                rows.setRest(
                    of: candidate, at: place, to: -correction * MeaningRows.candidates)
            }
        }
    }

    private func append(_ row: ArraySlice<Float>, to rows: inout [Float]) {
        rows.append(contentsOf: row)
        rows.append(contentsOf: repeatElement(0, count: dimension - own))
    }
}

extension Meaning {
    /// Rows of some needs.
    func rows(ofNeeds range: [Int], _ words: SharedWords) -> Rows {
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
        skills: (Int, inout [Float]) -> Void, concepts: (Int, inout [Float]) -> Void
    ) {
        let dimension = market.dimension
        let count = side.titles.count
        var values: [Float] = []
        values.reserveCapacity(count * stride)
        var row: [Float] = []
        func centre(_ vector: ArraySlice<Float>, _ centre: [Float]) {
            row.removeAll(keepingCapacity: true)
            row.append(contentsOf: vector)
            if vector.contains(where: { $0 != 0 }) {
                RowArithmetic.centre(&row, from: 0, less: centre)
            }
        }
        func take(title vector: ArraySlice<Float>) {
            centre(vector, centres.titles)
            values.append(contentsOf: row)
            values.append(contentsOf: repeatElement(0, count: stride - dimension))
        }
        func take(text vector: ArraySlice<Float>, at place: Int) {
            centre(vector, centres.texts)
            RowArithmetic.add(row[...], times: 1, to: &values, from: place * stride)
            RowArithmetic.normalise(&values, from: place * stride, dimension)
        }
        if keeps {
            for title in side.titles { take(title: market[title]) }
            for (place, text) in side.texts.enumerated() { take(text: market[text], at: place) }
        } else {
            market.forEachLast(
                of: side, title: { take(title: $1) },
                sameTitle: { _, first in
                    for index in first * stride..<(first + 1) * stride {
                        values.append(values[index])
                    }
                }, text: { take(text: $1, at: $0) })
        }
        for place in 0..<count {
            skills(place, &row)
            if row.contains(where: { $0 != 0 }) {
                RowArithmetic.centre(&row, from: 0, less: centres.skills)
            }
            RowArithmetic.add(row[...], times: 1, to: &values, from: place * stride)
            RowArithmetic.normalise(&values, from: place * stride, dimension)
            concepts(place, &row)
            RowArithmetic.add(row[...], times: 1, to: &values, from: place * stride)
            RowArithmetic.normalise(&values, from: place * stride, dimension)
        }
        self.init(values, dimension: dimension, stride: stride)
    }
}

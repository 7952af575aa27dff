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

    /// - Parameter isAlone: Whether meaning stands alone beside a need of a kind.
    func append(
        candidate row: ArraySlice<Float>, correction: Float,
        isAlone: (SharedWords.Kind) -> Bool, to rows: inout [Float]
    ) {
        let start = rows.count
        append(row, to: &rows)
        guard row.contains(where: { $0 != 0 }) else { return }
        for (number, kind) in kinds.enumerated() where isAlone(kind) {
            for place in places(of: number) {
                rows[start + place] = -correction * MeaningRows.candidates
            }
        }
    }

    private func append(_ row: ArraySlice<Float>, to rows: inout [Float]) {
        rows.append(contentsOf: row)
        rows.append(contentsOf: repeatElement(0, count: dimension - own))
    }
}

extension Meaning {
    /// The form of rows in which this market's needs and candidates are retrieved.
    func rows(_ words: SharedWords) -> MeaningRows {
        let kinds = Set((0..<needs.count).map { words.kind(ofNeed: $0) })
        return MeaningRows(
            dimension: candidates.dimension,
            correcting: (0..<candidates.count).contains { candidate in
                kinds.contains { words.isSilent($0, candidate: candidate) }
            })
    }

    /// Rows of some needs.
    func rows(ofNeeds range: Range<Int>, _ form: MeaningRows, _ words: SharedWords) -> Rows {
        var values: [Float] = []
        values.reserveCapacity(range.count * form.dimension)
        for need in range {
            form.append(
                need: needs[need..<need + 1], kind: words.kind(ofNeed: need), to: &values)
        }
        return Meaning.checked(values, form)
    }

    /// Rows of some candidates, in the order given.
    func rows(ofCandidates order: [Int], _ form: MeaningRows, _ words: SharedWords) -> Rows {
        var values: [Float] = []
        values.reserveCapacity(order.count * form.dimension)
        for candidate in order {
            form.append(
                candidate: candidates[candidate..<candidate + 1], correction: hubness[candidate],
                isAlone: { words.isSilent($0, candidate: candidate) }, to: &values)
        }
        return Meaning.checked(values, form)
    }

    private static func checked(_ values: [Float], _ form: MeaningRows) -> Rows {
        do {
            return try Rows(values, dimension: form.dimension)
        } catch {
            preconditionFailure("vectors are finite: \(error)")
        }
    }
}

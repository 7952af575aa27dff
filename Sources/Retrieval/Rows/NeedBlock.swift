/// The needs of one block, prepared for products with candidates.
struct NeedBlock {
    let range: Range<Int>
    let dimension: Int
    /// Row after row, in doubles.
    let doubles: [Double]
    /// Length of each, not below the true one.
    let lengths: [Double]
    /// Whether each is of a length that bounds can be taken from, or zero.
    let isPlain: [Bool]

    init(_ rows: Rows, _ range: Range<Int>) {
        self.range = range
        dimension = rows.dimension
        doubles = rows.values[
            range.lowerBound * rows.dimension..<range.upperBound * rows.dimension
        ].map(Double.init)
        lengths = rows.lengths[range].map(Double.init)
        isPlain = lengths.map { $0 == 0 || (0x1p-20...0x1p20).contains($0) }
    }
}

/// The needs of one block in 8 bits: row *n* is *g m* + *t p* and a rest, with *m* the candidates'
/// centre.
struct QuantisedNeeds {
    /// *p* + 128, row after row.
    private(set) var values: [UInt8] = []
    /// What bounds the scores of each.
    private(set) var bounds: [EightBitBound] = []

    /// - Complexity: O(needs × dimension).
    init(_ rows: Rows, _ block: NeedBlock, centre: [Float]) {
        let dimension = rows.dimension
        let square = centre.reduce(0.0) { $0 + Double($1) * Double($1) }
        let centreLength = square.squareRoot() * (1 + 0x1p-20)
        values.reserveCapacity(block.range.count * dimension)
        var rest = [Double](repeating: 0, count: dimension)
        for slot in 0..<block.range.count {
            let row = block.doubles[slot * dimension..<(slot + 1) * dimension]
            guard block.isPlain[slot] else {
                values.append(contentsOf: repeatElement(128, count: dimension))
                bounds.append(EightBitBound())
                continue
            }
            var withCentre = 0.0
            for (value, middle) in zip(row, centre) { withCentre += value * Double(middle) }
            let share = square > 0x1p-40 ? Double(Float(withCentre / square)) : 0
            var largest = 0.0
            for (index, value) in row.enumerated() {
                rest[index] = value - share * Double(centre[index])
                largest = max(largest, abs(rest[index]))
            }
            let scale = largest < 0x1p-30 * block.lengths[slot] ? 0 : Double(Float(largest / 127))
            var lost = 0.0
            var kept = 0.0
            var whole = 0.0
            for part in rest {
                let number =
                    scale == 0 ? 0 : min(127, max(-127, (part / scale).rounded(.toNearestOrEven)))
                values.append(UInt8(number + 128))
                lost += (part - scale * number) * (part - scale * number)
                kept += number * number
                whole += part * part
            }
            bounds.append(
                EightBitBound(
                    scale: scale, share: share, withCentre: withCentre,
                    length: block.lengths[slot], restLength: whole.squareRoot() * (1 + 0x1p-30),
                    lost: lost.squareRoot() * (1 + 0x1p-30),
                    kept: kept.squareRoot() * (1 + 0x1p-30), dimension: dimension,
                    centreLength: centreLength))
        }
    }
}

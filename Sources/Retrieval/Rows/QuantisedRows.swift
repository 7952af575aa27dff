/// Rows in 8 bits a number, with what the rounding lost.
///
/// Row *c* is approached by *m* + *s q*: a common centre, a scale of its own and whole numbers from
/// −127 to 127. The centre is taken away because encoders place all texts in a narrow cone, where
/// what is common to all rows would use up the few bits.
struct QuantisedRows: Sendable {
    let dimension: Int
    /// Row after row.
    let values: [Int8]
    /// *s* of each row; this and the next four go on, with zeros, to a multiple of 64.
    let scales: [Float]
    /// ‖c − m − s q‖ of each row, not below the true one.
    let residuals: [Float]
    /// ‖s q‖ of each row, not below the true one.
    let lengths: [Float]
    /// −128 × the sum of each row: what takes the offset of the other side's numbers away.
    let offsets: [Int32]
    /// *m*: what was taken away from each row before.
    let centre: [Float]
    /// *m*·(*c* − *m*) of each row, to within 2⁻²³ ‖*m*‖ ‖*c* − *m*‖; goes on to a multiple of 64.
    let alongCentre: [Float]

    /// Rows that are ``Rows/outOfRange`` are left at zero.
    ///
    /// - Complexity: O(rows × dimension).
    init(_ rows: Rows, centre: [Float]) {
        let dimension = rows.dimension
        var values = [Int8](repeating: 0, count: rows.values.count)
        let padded = (rows.count + 63) / 64 * 64
        var scales = [Float](repeating: 0, count: padded)
        var residuals = scales
        var lengths = scales
        var offsets = [Int32](repeating: 0, count: padded)
        var alongCentre = scales
        var outOfRange = rows.outOfRange[...]
        rows.values.withUnsafeBufferPointer { source in
            values.withUnsafeMutableBufferPointer { target in
                centre.withUnsafeBufferPointer { centre in
                    for row in 0..<rows.count {
                        if outOfRange.first == row {
                            outOfRange.removeFirst()
                            continue
                        }
                        let range = row * dimension..<(row + 1) * dimension
                        let quantised = QuantisedRows.quantise(
                            UnsafeBufferPointer(rebasing: source[range]), less: centre,
                            into: UnsafeMutableBufferPointer(rebasing: target[range]))
                        scales[row] = quantised.scale
                        residuals[row] = Rows.above(quantised.residual.squareRoot())
                        lengths[row] = Rows.above(
                            Double(quantised.scale) * Double(quantised.squares).squareRoot())
                        offsets[row] = -128 * quantised.sum
                        alongCentre[row] = Float(quantised.alongCentre)
                    }
                }
            }
        }
        self.dimension = dimension
        self.values = values
        self.scales = scales
        self.residuals = residuals
        self.lengths = lengths
        self.offsets = offsets
        self.centre = centre
        self.alongCentre = alongCentre
    }

    /// Where the numbers of each row's bounds lie.
    struct Columns {
        let scales: UnsafePointer<Float>
        let residuals: UnsafePointer<Float>
        let lengths: UnsafePointer<Float>
        let alongCentre: UnsafePointer<Float>
    }

    func withColumns(_ body: (Columns) -> Void) {
        scales.withUnsafeBufferPointer { scales in
            residuals.withUnsafeBufferPointer { residuals in
                lengths.withUnsafeBufferPointer { lengths in
                    alongCentre.withUnsafeBufferPointer { along in
                        guard let scales = scales.baseAddress, let lengths = lengths.baseAddress,
                            let residuals = residuals.baseAddress, let along = along.baseAddress
                        else { return }
                        body(
                            Columns(
                                scales: scales, residuals: residuals, lengths: lengths,
                                alongCentre: along))
                    }
                }
            }
        }
    }

    private struct Quantised {
        var scale: Float = 0
        /// Σ (c − m − s q)².
        var residual = 0.0
        /// Σ m (c − m).
        var alongCentre = 0.0
        /// Σ q².
        var squares = 0
        /// Σ q.
        var sum: Int32 = 0
    }

    private static func quantise(
        _ row: UnsafeBufferPointer<Float>, less centre: UnsafeBufferPointer<Float>,
        into target: UnsafeMutableBufferPointer<Int8>
    ) -> Quantised {
        var largest: Float = 0
        for index in row.indices { largest = max(largest, abs(row[index] - centre[index])) }
        var quantised = Quantised()
        let isFlat = largest < 0x1p-100
        quantised.scale = isFlat ? 0 : largest / 127
        let inverse = isFlat ? 0 : 127 / largest
        for index in row.indices {
            let part = Double(row[index]) - Double(centre[index])
            let number = min(127, max(-127, (Float(part) * inverse).rounded(.toNearestOrEven)))
            let rest = part - Double(quantised.scale) * Double(number)
            quantised.residual += rest * rest
            quantised.alongCentre += Double(centre[index]) * part
            target[index] = Int8(number)
            quantised.squares += Int(number * number)
            quantised.sum += Int32(number)
        }
        return quantised
    }

    /// The mean of the rows whose length is within twice of the usual, so that a huge row does not
    /// move it.
    ///
    /// - Complexity: O(rows × dimension).
    static func centre(of rows: Rows) -> [Float] {
        let step = max(1, rows.count / 1_024)
        let sample = stride(from: 0, to: rows.count, by: step).map { rows.lengths[$0] }.sorted()
        guard let usual = sample.isEmpty ? nil : sample[sample.count / 2],
            (0x1p-20...0x1p20).contains(usual)
        else { return [Float](repeating: 0, count: rows.dimension) }
        var sums = [Double](repeating: 0, count: rows.dimension)
        var count = 0.0
        for row in 0..<rows.count where (usual / 2...usual * 2).contains(rows.lengths[row]) {
            count += 1
            let start = row * rows.dimension
            for index in 0..<rows.dimension { sums[index] += Double(rows.values[start + index]) }
        }
        return sums.map { Float($0 / max(1, count)) }
    }
}

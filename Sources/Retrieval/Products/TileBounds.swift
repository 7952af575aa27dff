/// Largest values among the candidates of one tile whose rows bounds can be taken from.
struct TileBounds: Sendable {
    /// Length of a row.
    var length: Float = 0
    /// Length of what rounding to 8 bits lost of a row, and of what is left.
    var residual: Float = 0
    var quantisedLength: Float = 0
    /// Product with the centre, without its sign.
    var alongCentre: Float = 0
    /// Rows that no bound can be taken from, ascending.
    var outOfRange: [Int] = []
    /// The same as bits, 64 a word.
    var outOfRangeBits = [UInt64](repeating: 0, count: CandidateIndex.tileWidth / 64)

    static func of(_ rows: Rows, _ quantised: QuantisedRows?) -> [TileBounds] {
        var outOfRange = rows.outOfRange[...]
        return stride(from: 0, to: rows.count, by: CandidateIndex.tileWidth).map { start in
            var bounds = TileBounds()
            for row in start..<min(start + CandidateIndex.tileWidth, rows.count) {
                if outOfRange.first == row {
                    bounds.outOfRange.append(outOfRange.removeFirst())
                    bounds.outOfRangeBits[(row - start) >> 6] |= 1 << UInt64((row - start) & 63)
                    continue
                }
                bounds.length = max(bounds.length, rows.lengths[row])
                guard let quantised else { continue }
                bounds.residual = max(bounds.residual, quantised.residuals[row])
                bounds.alongCentre = max(bounds.alongCentre, abs(quantised.alongCentre[row]))
                bounds.quantisedLength = max(bounds.quantisedLength, quantised.lengths[row])
            }
            return bounds
        }
    }
}

/// The score of a pair: the dot product of two single-precision rows, the same to the last bit
/// wherever and however it is reckoned.
///
/// Each product of two floats is exact in a double (24 + 24 bits of 53). Products are added in
/// eight lanes, element *i* in lane *i* mod 8, and the lanes in pairs, so that the order of addition
/// depends on the dimension alone: not on the processor, on where the rows lie, on the tile or on
/// the thread. The result is within *d* · 2⁻⁵³ · ‖need‖ ‖candidate‖ of the true product.
enum ExactProduct {
    /// Numbers of candidates whose scores are reckoned side by side, so that while the memory brings
    /// one row the others' can be on their way.
    static let width = 4

    /// The scores of four candidates.
    ///
    /// - Parameters:
    ///   - need: `dimension` numbers, made double before.
    ///   - candidates: Rows of `dimension` numbers each.
    ///   - indexes: Indexes of four rows.
    ///   - stride: Numbers from row to row; `dimension` where nil.
    ///   - next: Rows that will be asked for next: the memory brings them meanwhile.
    static func scores(
        _ need: UnsafePointer<Double>, _ candidates: UnsafePointer<Float>, at indexes: SIMD4<Int>,
        _ dimension: Int, stride: Int? = nil, next: SIMD4<Int>? = nil
    ) -> SIMD4<Double> {
        let stride = stride ?? dimension
        func products(_ next: UnsafePointer<UnsafePointer<Float>?>?) -> SIMD4<Double> {
            Kernels.best.exactProducts(
                need, candidates + indexes[0] * stride, candidates + indexes[1] * stride,
                candidates + indexes[2] * stride, candidates + indexes[3] * stride, dimension,
                next: next)
        }
        guard let next else { return products(nil) }
        typealias Row = UnsafePointer<Float>?
        let rows: (Row, Row, Row, Row) = (
            candidates + next[0] * stride, candidates + next[1] * stride,
            candidates + next[2] * stride, candidates + next[3] * stride
        )
        return withUnsafeBytes(of: rows) {
            products($0.baseAddress?.assumingMemoryBound(to: UnsafePointer<Float>?.self))
        }
    }
}

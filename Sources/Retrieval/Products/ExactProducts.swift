/// Dot products of every row of one matrix with every row of another, each the same to the last bit
/// whatever other rows are there: see ``Hit/score``.
public enum ExactProducts {
    /// Fills `result` with `left` · `right`ᵀ, row after row.
    ///
    /// - Parameters:
    ///   - result: At least rows of `left` × rows of `right` numbers; the rest stays as it is.
    ///   - left: Rows of `dimension` numbers.
    ///   - right: Rows of `dimension` numbers.
    ///   - dimension: Numbers in a row; with 0 nothing is done.
    /// - Complexity: O(rows × rows × dimension), several times what ``SinglePrecisionProduct``
    ///   takes.
    public static func fill(
        _ result: inout [Float], left: ArraySlice<Float>, right: ArraySlice<Float>, dimension: Int
    ) {
        guard dimension > 0, !left.isEmpty, !right.isEmpty else { return }
        let columns = right.count / dimension
        precondition(result.count >= left.count / dimension * columns, "room for every product")
        right.withUnsafeBufferPointer { right in
            guard let rows = right.baseAddress else { return }
            for row in 0..<left.count / dimension {
                let start = left.startIndex + row * dimension
                let need = left[start..<start + dimension].map(Double.init)
                need.withUnsafeBufferPointer { need in
                    guard let need = need.baseAddress else { return }
                    for column in stride(from: 0, to: columns, by: ExactProduct.width) {
                        // Past the last row the last one is reckoned again.
                        let indexes = SIMD4(column, column + 1, column + 2, column + 3)
                            .clamped(
                                lowerBound: SIMD4(repeating: 0),
                                upperBound: SIMD4(repeating: columns - 1))
                        let scores = ExactProduct.scores(need, rows, at: indexes, dimension)
                        for lane in 0..<min(ExactProduct.width, columns - column) {
                            result[row * columns + column + lane] = Float(scores[lane])
                        }
                    }
                }
            }
        }
    }
}

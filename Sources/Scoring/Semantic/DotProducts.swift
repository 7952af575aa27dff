internal import Retrieval

/// Dot products of every row of one matrix with every row of another, by single-precision GEMM.
enum DotProducts {
    /// Fills `result` with `left` · `right`ᵀ, row after row.
    ///
    /// One thread does it, so that the same input gives the same bits whatever the machine's load
    /// and number of cores.
    ///
    /// - Parameters:
    ///   - left: Rows of `dimension` numbers.
    ///   - right: Rows of `dimension` numbers.
    ///   - result: At least rows of `left` × rows of `right` numbers; the rest stays as it is.
    /// - Complexity: O(rows × rows × dimension).
    static func fill(
        _ result: inout [Float], left: ArraySlice<Float>, right: ArraySlice<Float>, dimension: Int
    ) {
        SinglePrecisionProduct.fill(&result, left: left, right: right, dimension: dimension)
    }
}

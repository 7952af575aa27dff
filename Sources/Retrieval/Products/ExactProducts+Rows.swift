extension ExactProducts {
    /// Dot products of one row with some of many, the same to the last bit as those of a search.
    ///
    /// - Parameters:
    ///   - row: `dimension` numbers.
    ///   - rows: Rows, of which the first `dimension` numbers each count.
    ///   - stride: Numbers from row to row.
    ///   - indexes: Indexes of the rows.
    ///   - products: Overwritten; one product for each of them afterwards.
    /// - Complexity: O(*indexes* × dimension).
    public static func fill(
        _ products: inout [Float], row: ArraySlice<Float>, rows: [Float], stride: Int,
        at indexes: [Int]
    ) {
        let dimension = row.count
        products.removeAll(keepingCapacity: true)
        guard dimension > 0, let last = indexes.last else {
            products.append(contentsOf: repeatElement(0, count: indexes.count))
            return
        }
        precondition(
            indexes.allSatisfy { $0 >= 0 && $0 * stride + dimension <= rows.count },
            "rows that exist")
        let need = row.map(Double.init)
        need.withUnsafeBufferPointer { need in
            rows.withUnsafeBufferPointer { rows in
                guard let need = need.baseAddress, let rows = rows.baseAddress else { return }
                for first in Swift.stride(from: 0, to: indexes.count, by: ExactProduct.width) {
                    // Past the last one it is reckoned again.
                    var four = SIMD4(repeating: last)
                    let count = min(ExactProduct.width, indexes.count - first)
                    for lane in 0..<count { four[lane] = indexes[first + lane] }
                    let scores = ExactProduct.scores(
                        need, rows, at: four, dimension, stride: stride)
                    for lane in 0..<count { products.append(Float(scores[lane])) }
                }
            }
        }
    }
}

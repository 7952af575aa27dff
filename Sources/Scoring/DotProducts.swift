internal import CBLAS
internal import Foundation

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
        guard dimension > 0, !left.isEmpty, !right.isEmpty else { return }
        let rows = left.count / dimension
        let columns = right.count / dimension
        precondition(result.count >= rows * columns, "room for every product")
        _ = singleThread
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                result.withUnsafeMutableBufferPointer { result in
                    cblas_sgemm(
                        CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(columns),
                        Int32(dimension), 1, left.baseAddress, Int32(dimension),
                        right.baseAddress, Int32(dimension), 0, result.baseAddress,
                        Int32(columns))
                }
            }
        }
    }

    /// Holds the loaded BLAS to one thread, once, where it is one that has several.
    private static let singleThread: Void = {
        typealias SetThreads = @convention(c) (Int32) -> Void
        for name in ["openblas_set_num_threads", "MKL_Set_Num_Threads"] {
            guard let symbol = dlsym(nil, name) else { continue }
            unsafeBitCast(symbol, to: SetThreads.self)(1)
        }
    }()
}

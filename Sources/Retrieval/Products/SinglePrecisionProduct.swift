internal import CBLAS
internal import CDNNL
internal import Foundation

/// The product of single-precision rows by the loaded BLAS.
public enum SinglePrecisionProduct {
    /// Fills `result` with `left` · `right`ᵀ, row after row.
    ///
    /// One thread does it, so that the same input gives the same bits whatever the machine's load
    /// and number of cores.
    ///
    /// - Parameters:
    ///   - result: At least rows of `left` × rows of `right` numbers; the rest stays as it is.
    ///   - left: Rows of `dimension` numbers.
    ///   - right: Rows of `dimension` numbers.
    ///   - dimension: Numbers in a row; with 0 nothing is done.
    /// - Complexity: O(rows × rows × dimension).
    public static func fill(
        _ result: inout [Float], left: ArraySlice<Float>, right: ArraySlice<Float>, dimension: Int
    ) {
        guard dimension > 0, !left.isEmpty, !right.isEmpty else { return }
        let rows = left.count / dimension
        let columns = right.count / dimension
        precondition(result.count >= rows * columns, "room for every product")
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                result.withUnsafeMutableBufferPointer { result in
                    guard let left = left.baseAddress, let right = right.baseAddress,
                        let result = result.baseAddress
                    else { return }
                    fill(
                        result, stride: columns, left: left, rows: rows, right: right,
                        columns: columns, dimension: dimension)
                }
            }
        }
    }

    /// Fills `products` with left · rightᵀ, a row of `stride` numbers for each left row.
    ///
    /// - Complexity: O(rows × columns × dimension), on the calling thread.
    static func fill(
        _ products: UnsafeMutablePointer<Float>, stride: Int, left: UnsafePointer<Float>, rows: Int,
        right: UnsafePointer<Float>, columns: Int, dimension: Int
    ) {
        _ = singleThread
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(columns), Int32(dimension),
            1, left, Int32(dimension), right, Int32(dimension), 0, products, Int32(stride))
    }

    /// Fills `products` likewise, by oneDNN where it is there: it knows processors that an OpenBLAS
    /// of the same distribution does not. The bits may be others; the bound on the error is the same.
    ///
    /// - Complexity: O(rows × columns × dimension), on the calling thread.
    static func fillFastest(
        _ products: UnsafeMutablePointer<Float>, stride: Int, left: UnsafePointer<Float>, rows: Int,
        right: UnsafePointer<Float>, columns: Int, dimension: Int
    ) {
        let status = single_precision_products(
            left, right, products, Int64(rows), Int64(columns), Int64(dimension), Int64(stride))
        if status != 0 {
            fill(
                products, stride: stride, left: left, rows: rows, right: right, columns: columns,
                dimension: dimension)
        }
    }

    /// Fills `result` with `left` · `right`ᵀ where only a bound on the error matters, see
    /// ``errorShare(_:)``: the bits depend on which library is there.
    ///
    /// - Parameters:
    ///   - result: At least rows of `left` × rows of `right` numbers; the rest stays as it is.
    ///   - left: Rows of `dimension` numbers.
    ///   - right: Rows of `dimension` numbers.
    ///   - dimension: Numbers in a row; with 0 nothing is done.
    /// - Complexity: O(rows × rows × dimension), on the calling thread.
    public static func estimate(
        _ result: inout [Float], left: [Float], right: [Float], dimension: Int
    ) {
        guard dimension > 0, !left.isEmpty, !right.isEmpty else { return }
        let rows = left.count / dimension
        let columns = right.count / dimension
        precondition(result.count >= rows * columns, "room for every product")
        EightBitProduct.useCallingThreadOnly()
        fillFastest(
            &result, stride: columns, left: left, rows: rows, right: right, columns: columns,
            dimension: dimension)
    }

    /// Largest error of a product in single precision, as a share of both lengths' product.
    ///
    /// (*d* + 2) · 2⁻²⁴ · 1.01: γ of Higham (“Accuracy and Stability of Numerical Algorithms”, 2002,
    /// §3.1), which holds in whatever order products are added, fused or not, and room for what
    /// vanishes below the smallest number and for the rounding of the exact score itself.
    public static func errorShare(_ dimension: Int) -> Double {
        Double(dimension + 2) * 0x1p-24 * 1.01
    }

    /// Holds the loaded BLAS to one thread, once, where it is one that has several: threads are
    /// made here, one a core, each with tiles of its own.
    private static let singleThread: Void = {
        typealias SetThreads = @convention(c) (Int32) -> Void
        for name in ["openblas_set_num_threads", "MKL_Set_Num_Threads"] {
            guard let symbol = dlsym(nil, name) else { continue }
            unsafeBitCast(symbol, to: SetThreads.self)(1)
        }
    }()

    /// The library that makes products where only a bound on the error matters.
    static let fastestLibrary: String = {
        var product: Float = 0
        let hasOneDNN = single_precision_products([1], [1], &product, 1, 1, 1, 1) == 0
        guard hasOneDNN, case .success(let name) = OneDNN.library else { return library }
        return name
    }()

    /// The loaded BLAS' own words on how it was built, and the kernel that it chose for this
    /// processor, where it says them.
    public static var library: String {
        typealias Text = @convention(c) () -> UnsafePointer<CChar>?
        func text(_ name: String) -> String? {
            dlsym(nil, name).flatMap { unsafeBitCast($0, to: Text.self)() }.map {
                String(cString: $0)
            }
        }
        guard let configuration = text("openblas_get_config") else {
            return "BLAS that does not name itself"
        }
        return "\(configuration), kernel \(text("openblas_get_corename") ?? "unknown")"
    }
}

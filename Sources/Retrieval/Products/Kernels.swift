internal import CKernels

/// The inner loops of retrieval, in one form for each set of instructions: see `kernels.h`. All give
/// the same answers.
package struct Kernels: Sendable {
    private let form: Int

    /// The fastest form that this processor has.
    package static let best = Kernels(form: 0)

    /// Every form that this processor has, the fastest first.
    package static var all: [Kernels] { (0..<kernels_count()).map { Kernels(form: $0) } }

    /// `AVX-512`, `AVX2` or `portable`.
    package var name: String { String(cString: kernels_name(form)) }

    /// Which of 64 × `words` scores are marked and reach a threshold, one bit each.
    @inline(__always)
    package func scan(
        _ scores: UnsafePointer<Float>, _ threshold: Float, _ marked: [UInt64],
        into reached: inout [UInt64]
    ) {
        kernels_scan_floats(form, scores, threshold, marked, &reached, marked.count)
    }

    /// Weights and the threshold of a scan of 8-bit products.
    package struct Coarse: Sendable {
        package let residualWeight: Float
        package let centreWeight: Float
        package let threshold: Float

        package init(residualWeight: Float, centreWeight: Float, threshold: Float) {
            self.residualWeight = residualWeight
            self.centreWeight = centreWeight
            self.threshold = threshold
        }
    }

    /// Which of 64 × `words` products are marked and reach a threshold with their weights, one bit
    /// each.
    @inline(__always)
    package func scan(
        _ products: UnsafePointer<Int32>, scales: UnsafePointer<Float>,
        residuals: UnsafePointer<Float>, alongCentre: UnsafePointer<Float>, _ coarse: Coarse,
        _ marked: [UInt64], into reached: inout [UInt64]
    ) {
        let weights = kernels_coarse(
            residual_weight: coarse.residualWeight, centre_weight: coarse.centreWeight,
            threshold: coarse.threshold)
        kernels_scan_products(
            form, products, scales, residuals, alongCentre, weights, marked, &reached, marked.count)
    }

    /// Dot products of a row with four others: see ``ExactProduct``.
    ///
    /// - Parameter next: Four rows that will be asked for next, to be fetched meanwhile.
    @inline(__always)
    package func exactProducts(
        _ row: UnsafePointer<Double>, _ first: UnsafePointer<Float>,
        _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
        _ fourth: UnsafePointer<Float>, _ dimension: Int,
        next: UnsafePointer<UnsafePointer<Float>?>? = nil
    ) -> SIMD4<Double> {
        var products = (0.0, 0.0, 0.0, 0.0)
        withUnsafeMutableBytes(of: &products) {
            kernels_exact_products(
                form, row, first, second, third, fourth, dimension, next,
                $0.baseAddress?.assumingMemoryBound(to: Double.self))
        }
        return SIMD4(products.0, products.1, products.2, products.3)
    }
}

internal import CDNNL
internal import CKernels

/// The product of 8-bit rows: by oneDNN, where the library is there and its sums are right, or by
/// plain loops.
///
/// Without instructions that sum in 32 bits (VNNI) the library adds pairs of products in 16 bits,
/// which overflow. Whether they do is found by a product of the largest numbers, not by the name
/// of the processor.
struct EightBitProduct: Sendable {
    /// Name, version and instructions of the library.
    let library: String
    private let isPlain: Bool

    /// The product by loops that sum in 32 bits, on any machine.
    static let plain = EightBitProduct(library: "plain loops, no library", isPlain: true)

    /// The product of oneDNN, or why there is none. Looked for once in a process.
    static let found: Result<EightBitProduct, RetrievalError> = find()

    private static func find() -> Result<EightBitProduct, RetrievalError> {
        OneDNN.library.flatMap { library in
            let product = EightBitProduct(library: library, isPlain: false)
            guard product.isExact else {
                return .failure(
                    .noEightBitProduct(
                        reason: "\(library) sums in 16 bits, which overflow (no VNNI)"))
            }
            return .success(product)
        }
    }

    /// Keeps the calling thread's products on that thread.
    static func useCallingThreadOnly() { eight_bit_single_thread() }

    /// Fills `products` with left · right + offsets, a row of `stride` numbers for each left row.
    ///
    /// - Returns: Whether it was done: a library can refuse.
    func fill(
        _ products: UnsafeMutablePointer<Int32>, stride: Int, left: UnsafePointer<UInt8>, rows: Int,
        right: UnsafePointer<Int8>, columns: Int, offsets: UnsafePointer<Int32>, dimension: Int
    ) -> Bool {
        guard !isPlain else {
            kernels_whole_products(
                left, right, offsets, products, rows, columns, dimension, stride)
            return true
        }
        return eight_bit_products(
            left, right, offsets, products, Int64(rows), Int64(columns), Int64(dimension),
            Int64(stride)) == 0
    }

    /// Whether sums of the largest products, and of mixed ones, are those of plain loops, in the
    /// shapes for which libraries have kernels of their own: one row, one column, odd edges.
    private var isExact: Bool {
        for (rows, columns, dimension) in [(1, 70, 384), (33, 1, 64), (65, 67, 390), (4, 4, 3)] {
            var state: UInt32 = 1
            func next() -> UInt32 {
                state = state &* 1_664_525 &+ 1_013_904_223
                return state >> 16
            }
            let left = (0..<rows * dimension).map { $0 < dimension ? 255 : UInt8(next() & 255) }
            let right = (0..<columns * dimension).map {
                $0 < dimension ? 127 : Int8(truncatingIfNeeded: max(1, next() & 255))
            }
            let offsets = (0..<columns).map { Int32($0) - 3 }
            func products(by product: EightBitProduct) -> [Int32]? {
                var products = [Int32](repeating: -1, count: rows * columns)
                let isDone = product.fill(
                    &products, stride: columns, left: left, rows: rows, right: right,
                    columns: columns, offsets: offsets, dimension: dimension)
                return isDone ? products : nil
            }
            guard products(by: self) == products(by: .plain) else { return false }
        }
        return true
    }
}

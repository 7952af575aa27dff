/// The matrix product that bounds every score before exact ones are reckoned.
public enum FirstPass: String, Sendable, Hashable, CaseIterable {
    /// Single precision, by oneDNN where it is installed, else through CBLAS: always there.
    case singlePrecision = "single precision"
    /// 8-bit whole numbers, through oneDNN: where the library is installed and the processor sums
    /// such products in 32 bits.
    case eightBit = "8 bits"
    /// 8-bit whole numbers, by plain loops: on any machine, and slow. It bounds as
    /// ``eightBit`` does, and is what that one is held against.
    case plainEightBit = "8 bits, plain"

    /// Those that this machine has.
    public static var available: [FirstPass] {
        allCases.filter { $0 != .eightBit || unavailable == nil }
    }

    /// The fastest that this machine has.
    public static var fastest: FirstPass { unavailable == nil ? .eightBit : .singlePrecision }

    /// Why this machine has no 8-bit first pass; nil where it has one.
    public static var unavailable: String? {
        switch EightBitProduct.found {
        case .success: nil
        case .failure(let error): error.description
        }
    }

    /// The library that makes the product, with its version and the kernel that it chose.
    public var library: String {
        switch self {
        case .singlePrecision: SinglePrecisionProduct.fastestLibrary
        case .eightBit:
            switch EightBitProduct.found {
            case .success(let product): product.library
            case .failure(let error): error.description
            }
        case .plainEightBit: EightBitProduct.plain.library
        }
    }
}

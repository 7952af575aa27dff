internal import CDNNL

/// oneDNN, opened at run time where it is there.
enum OneDNN {
    /// Name, version, file and instructions of the library, or why there is none.
    static let library: Result<String, RetrievalError> = open()

    private static func open() -> Result<String, RetrievalError> {
        guard eight_bit_open() == 1 else {
            return .failure(.noEightBitProduct(reason: String(cString: eight_bit_reason())))
        }
        var version: [Int32] = [0, 0, 0]
        eight_bit_version(&version)
        let numbers = version.map(String.init).joined(separator: ".")
        let file = String(cString: eight_bit_library())
        return .success(
            "oneDNN \(numbers) (\(file)), kernel \(instructions(eight_bit_instructions()))")
    }

    /// By the library's own numbers (`dnnl_cpu_isa_t`).
    private static func instructions(_ code: Int32) -> String {
        switch code {
        case 0x1: "SSE4.1"
        case 0x3: "AVX"
        case 0x7: "AVX2"
        case 0x27: "AVX-512"
        case 0x67: "AVX-512 VNNI"
        case 0xE7: "AVX-512 VNNI, bfloat16"
        case 0x407: "AVX2 VNNI"
        case 0x3E7...: "AMX"
        default: "code 0x\(String(code, radix: 16))"
        }
    }
}

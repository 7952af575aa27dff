/// 128 bits of FNV-1a (Fowler, Noll and Vo, 1991), which tell contents apart and prove nothing.
enum Fingerprint {
    /// The digest of the parts, in 32 hexadecimal digits. Parts that differ in where one ends and
    /// the next begins differ in digest.
    static func of(_ parts: [String]) -> String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        func take(_ byte: UInt8) {
            hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        for part in parts {
            // 0xFF is no byte of UTF-8.
            for byte in part.utf8 { take(byte) }
            take(0xFF)
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
}

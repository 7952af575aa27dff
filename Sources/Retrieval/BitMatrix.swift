/// Eight times eight bits in a word.
package enum BitMatrix {
    /// Eight bytes of eight bits, rows and columns exchanged (Warren, “Hacker's Delight”, 2012, §7-3).
    @inlinable
    package static func transposed(_ matrix: UInt64) -> UInt64 {
        var word = matrix
        var swap = (word ^ word >> 7) & 0x00AA_00AA_00AA_00AA
        word ^= swap ^ swap << 7
        swap = (word ^ word >> 14) & 0x0000_CCCC_0000_CCCC
        word ^= swap ^ swap << 14
        swap = (word ^ word >> 28) & 0x0000_0000_F0F0_F0F0
        return word ^ swap ^ swap << 28
    }
}

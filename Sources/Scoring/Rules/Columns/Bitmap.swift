/// A bitmap of candidates: one bit a row of the table.
struct Bitmap: Sendable {
    /// 64 candidates a word.
    let words: [UInt64]

    init(_ count: Int, _ holds: (Int) -> Bool) {
        var words = [UInt64](repeating: 0, count: (count + 63) / 64)
        for candidate in 0..<count where holds(candidate) {
            words[candidate >> 6] |= 1 << UInt64(candidate & 63)
        }
        self.words = words
    }
}

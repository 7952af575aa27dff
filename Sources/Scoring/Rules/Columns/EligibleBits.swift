/// A bitmap of a run of candidates that are still eligible for one need: hard rules clear bits, one
/// rule after another.
struct EligibleBits {
    /// 64 candidates a word, the first in the lowest bit.
    var words: [UInt64]
    /// Row of the first candidate, a multiple of 64.
    let first: Int

    init(words: [UInt64], first: Int) {
        self.words = words
        self.first = first
    }

    /// Sets the bits of the first `count` candidates, and clears what is left of the last word.
    mutating func fill(_ count: Int) {
        for index in words.indices { words[index] = .max }
        let rest = count & 63
        if rest > 0 { words[words.count - 1] = (1 << UInt64(rest)) - 1 }
    }

    /// Number of candidates that are still eligible.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Clears, word by word, those of the eligible that a closure gives.
    ///
    /// - Parameter failing: The candidates of a word that fail, by the word's index among all rows
    ///   and the bits still set in it; other bits that it sets count for nothing.
    @inline(__always)
    mutating func clear(_ failing: (_ word: Int, _ eligible: UInt64) -> UInt64) {
        let base = first >> 6
        for index in words.indices where words[index] != 0 {
            words[index] &= ~failing(base + index, words[index])
        }
    }

    /// Clears the candidates of an ascending list of rows.
    mutating func clear(_ rows: [Int32]) {
        guard !rows.isEmpty else { return }
        let end = first + words.count * 64
        var next = rows.firstIndex(atOrAfter: first)
        while next < rows.count, Int(rows[next]) < end {
            let offset = Int(rows[next]) - first
            words[offset >> 6] &= ~(1 << UInt64(offset & 63))
            next += 1
        }
    }
}

extension UInt64 {
    /// Those of the bits set for which a condition holds of their row.
    ///
    /// - Parameter word: The word's index among all rows.
    @inline(__always)
    func rows(of word: Int, where holds: (Int) -> Bool) -> UInt64 {
        var rest = self
        var found: UInt64 = 0
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest - 1
            if holds(word * 64 + bit) { found |= 1 << UInt64(bit) }
        }
        return found
    }
}

extension [Int32] {
    /// Index of the first entry at or after a row, of a list that ascends.
    func firstIndex(atOrAfter row: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

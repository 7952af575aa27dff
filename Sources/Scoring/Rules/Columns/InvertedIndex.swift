/// An inverted index from traits to the candidates that hold them.
///
/// A posting list is a bitmap where many hold the trait and ascending rows where few do: a trait
/// with *h* holders takes at most 4 *h* bytes.
struct InvertedIndex: Sendable {
    private enum Holders: Sendable {
        /// 64 candidates a word.
        case many([UInt64])
        /// Ascending.
        case few([Int32])
    }

    private let lists: [Holders]

    /// - Parameters:
    ///   - lists: For each trait the rows of its holders, ascending.
    ///   - count: Number of candidates.
    init(_ lists: [[Int32]], among count: Int) {
        self.lists = lists.map { list in
            guard list.count > count / 32 else { return .few(list) }
            var words = [UInt64](repeating: 0, count: (count + 63) / 64)
            for candidate in list { words[Int(candidate) >> 6] |= 1 << UInt64(candidate & 63) }
            return .many(words)
        }
    }

    /// Clears the candidates that do not hold a trait.
    ///
    /// - Parameters:
    ///   - trait: Its index.
    ///   - eligible: Candidates still eligible.
    ///   - exempt: Those that need not hold it.
    func keepHolders(of trait: Int, in eligible: inout EligibleBits, exempt: Bitmap? = nil) {
        let base = eligible.first >> 6
        switch lists[trait] {
        case .many(let words):
            for index in eligible.words.indices {
                eligible.words[index] &= words[base + index] | (exempt?.words[base + index] ?? 0)
            }
        case .few(let list):
            var next = list.firstIndex(atOrAfter: eligible.first)
            for index in eligible.words.indices {
                var word: UInt64 = 0
                let end = eligible.first + index * 64 + 64
                while next < list.count, Int(list[next]) < end {
                    word |= 1 << UInt64(list[next] & 63)
                    next += 1
                }
                eligible.words[index] &= word | (exempt?.words[base + index] ?? 0)
            }
        }
    }
}

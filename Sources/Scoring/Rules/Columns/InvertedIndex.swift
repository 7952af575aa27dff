/// An inverted index from traits to the candidates that hold them.
///
/// A posting list is a bitmap where many hold the trait and ascending numbers where few do: a trait
/// with *h* holders takes at most 4 *h* bytes.
struct InvertedIndex: Sendable {
    private enum Holders: Sendable {
        /// 64 candidates a word.
        case many([UInt64])
        /// Ascending.
        case few([Int32])
    }

    private let sets: [Holders]

    /// - Parameters:
    ///   - lists: For each trait its holders, ascending.
    ///   - count: Number of candidates.
    init(_ lists: [[Int32]], among count: Int) {
        sets = lists.map { list in
            guard list.count > count / 32 else { return .few(list) }
            var words = [UInt64](repeating: 0, count: (count + 63) / 64)
            for candidate in list { words[Int(candidate) >> 6] |= 1 << UInt64(candidate & 63) }
            return .many(words)
        }
    }

    /// Drops the candidates that do not hold a trait.
    ///
    /// - Parameters:
    ///   - trait: Its number.
    ///   - alive: Candidates still eligible, from `first` on, a multiple of 64.
    ///   - exempt: Those that need not hold it.
    func keep(
        _ trait: Int, in alive: inout [UInt64], from first: Int, exempt: Bitmap? = nil
    ) {
        let base = first >> 6
        switch sets[trait] {
        case .many(let words):
            for place in alive.indices {
                alive[place] &= words[base + place] | (exempt?.words[base + place] ?? 0)
            }
        case .few(let list):
            var next = InvertedIndex.position(of: first, in: list)
            for place in alive.indices {
                var word: UInt64 = 0
                let end = first + place * 64 + 64
                while next < list.count, Int(list[next]) < end {
                    word |= 1 << UInt64(list[next] & 63)
                    next += 1
                }
                alive[place] &= word | (exempt?.words[base + place] ?? 0)
            }
        }
    }

    /// Drops the candidates of an ascending list.
    static func drop(_ list: [Int32], from alive: inout [UInt64], first: Int) {
        guard !list.isEmpty else { return }
        let end = first + alive.count * 64
        var next = position(of: first, in: list)
        while next < list.count, Int(list[next]) < end {
            let offset = Int(list[next]) - first
            alive[offset >> 6] &= ~(1 << UInt64(offset & 63))
            next += 1
        }
    }

    /// Place of the first entry at or after a candidate.
    private static func position(of candidate: Int, in list: [Int32]) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < candidate { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

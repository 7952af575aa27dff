/// A set of lots by index, as bits.
struct LotSet: Sendable, Hashable {
    private var words: [UInt64] = []

    init(_ lots: some Sequence<Int>) {
        for lot in lots {
            while words.count <= lot / 64 { words.append(0) }
            words[lot / 64] |= 1 << UInt64(lot % 64)
        }
    }

    /// Number of lots.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether the lot is in the set.
    ///
    /// - Complexity: O(1).
    func contains(_ lot: Int) -> Bool {
        lot / 64 < words.count && words[lot / 64] >> UInt64(lot % 64) & 1 == 1
    }

    /// Whether every lot of this set is in the other.
    func isSubset(of other: LotSet) -> Bool {
        words.indices.allSatisfy {
            words[$0] & ~($0 < other.words.count ? other.words[$0] : 0) == 0
        }
    }

    /// Whether the sets share no lot.
    func isApart(from other: LotSet) -> Bool {
        zip(words, other.words).allSatisfy { $0 & $1 == 0 }
    }

    /// Order of no meaning but the same each time: by the highest lot that only one of both has.
    func precedes(_ other: LotSet) -> Bool {
        if words.count != other.words.count { return words.count < other.words.count }
        return words.reversed().lexicographicallyPrecedes(other.words.reversed())
    }
}

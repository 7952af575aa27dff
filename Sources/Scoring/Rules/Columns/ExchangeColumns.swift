internal import Market
internal import Parallel

/// The kinds of exchange that candidates accept: a bitmap for each set of kinds.
struct ExchangeColumns: Sendable {
    /// For each set of kinds, as bits, the candidates that name exactly it.
    private let bitmaps: [Bitmap]

    init(_ candidates: [Candidate]) {
        let kinds = Threads.mapMany(candidates.count) { candidates[$0].exchange.bits }
        bitmaps = (0..<1 << Exchange.allCases.count).map { set in
            Bitmap(candidates.count) { kinds[$0] == set }
        }
    }

    /// Candidates of a word whose kinds of exchange, as bits, are as asked.
    @inline(__always)
    func rows(of word: Int, where holds: (Int) -> Bool) -> UInt64 {
        var found: UInt64 = 0
        for (kinds, bitmap) in bitmaps.enumerated() where holds(kinds) {
            found |= bitmap.words[word]
        }
        return found
    }
}

extension Set<Exchange> {
    /// The kinds as bits, the first of `Exchange` lowest.
    var bits: Int {
        Exchange.allCases.enumerated().reduce(0) { bits, kind in
            contains(kind.element) ? bits | 1 << kind.offset : bits
        }
    }

    /// The kinds that ``bits`` stand for.
    init(bits: Int) {
        self.init(
            Exchange.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
    }
}

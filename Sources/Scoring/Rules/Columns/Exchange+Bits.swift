internal import Market

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

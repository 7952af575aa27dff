internal import Market

/// One number for each signal of a pair, in place: no memory is asked for.
///
/// There is space for 16 signals, of which as many are used as there are kinds.
struct SignalValues: Sendable {
    private var numbers: SIMD16<Double>

    /// As many numbers as there are kinds.
    static let count = SignalKind.allCases.count

    init(repeating number: Double) { numbers = SIMD16(repeating: number) }

    subscript(kind: SignalKind) -> Double {
        get { numbers[kind.index] }
        set { numbers[kind.index] = newValue }
    }

    /// The number of a kind, by `SignalKind.index`.
    subscript(index: Int) -> Double {
        get { numbers[index] }
        set { numbers[index] = newValue }
    }
}
